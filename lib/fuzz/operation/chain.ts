/** Operations that make a chain, deep enough for the trashcan. */

import type { PyObject } from "../../sim/heap/py-object";
import { classNames, type Kind } from "../kind";
import { variable } from "../program";
import type { World } from "../world";
import type { Maker } from "./operation";

const depths = { of: [3, 20, 30, 48, 50, 60, 100, 120] };

/** Put `value` into `depth` boxes, each in the next, as the functions of the prelude do. */
function nest(
  world: World,
  depth: number | undefined,
  value: PyObject,
  box: (inner: PyObject) => PyObject,
): PyObject {
  return world.pythonCall([value], () => {
    let inner = value;
    world.heap.incref(inner);
    for (let n = depth ?? 1; n > 0; n--) {
      const outer = box(inner);
      world.heap.decref(inner);
      inner = outer;
    }
    return inner;
  });
}

function chain(name: string, kind: Kind, box: (world: World, inner: PyObject) => PyObject): Maker {
  return {
    name,
    weight: 1,
    parameters: ["variable", depths, "variable"],
    makes: () => kind,
    labelled: true,
    expression: ([, depth, value]) => `${name}(${depth}, ${variable(value)})`,
    make: (world, [, depth, value]) => nest(world, depth, world.value(value), (inner) => box(world, inner)),
  };
}

/** All of them. */
export const chains: readonly Maker[] = [
  chain("lists", "l", (world, inner) => world.heap.list([inner])),
  chain("tuples", "t", (world, inner) => world.heap.tuple([inner])),
  chain("dicts", "d", (world, inner) => {
    const dict = world.heap.dict();
    world.heap.setitem(dict, world.key(3), inner);
    return dict;
  }),
  {
    name: "instances",
    weight: 3,
    parameters: ["variable", depths, "variable", { below: 4 }],
    makes: ([, , , cls]) => classNames[cls ?? 0] ?? "P",
    labelled: true,
    expression: ([, depth, value, cls], label) =>
      `instances(${classNames[cls ?? 0]}, ${depth}, ${variable(value)}, ${label})`,
    make: (world, [, depth, value, cls], label) => {
      let n = depth ?? 1;
      return nest(world, depth, world.value(value), (inner) => {
        const made = world.heap.instance(world.class(cls));
        world.label(made, label + n--);
        world.heap.setattr(made, "a", inner);
        return made;
      });
    },
  },
];

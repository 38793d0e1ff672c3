/** Operations on weak references. */

import { variable } from "../program";
import type { Operation } from "./operation";

/** All of them. */
export const weakOperations: readonly Operation[] = [
  {
    name: "weakref",
    weight: 3,
    parameters: ["variable", { group: "referable" }],
    makes: () => "w",
    labelled: true,
    expression: ([, to]) => `ref(${variable(to)})`,
    make: (world, [, to]) => world.call("ref", [world.value(to)], () => world.heap.weakref(world.value(to))),
  },
  {
    name: "weakref-callback",
    weight: 5,
    parameters: ["variable", { group: "referable" }],
    makes: () => "w",
    labelled: true,
    expression: ([, to]) => `ref(${variable(to)}, called)`,
    make: (world, [, to]) =>
      world.call("ref", [world.value(to), world.heap.none], () =>
        world.heap.weakref(world.value(to), (ref) => world.logLabel(ref)),
      ),
  },
  {
    name: "deref",
    weight: 2,
    parameters: ["variable", { group: "weakref" }],
    makes: undefined,
    labelled: false,
    expression: ([, ref]) => `${variable(ref)}()`,
    make: (world, [, ref]) => world.heap.deref(world.value(ref)) ?? world.none(),
  },
  {
    name: "deref-drop",
    weight: 1,
    parameters: [{ group: "weakref" }],
    statement: ([ref]) => [`out("dead" if ${variable(ref)}() is None else "alive")`],
    run: (world, [ref]) => {
      const found = world.heap.deref(world.value(ref));
      world.out(found === undefined ? "dead" : "alive");
      if (found !== undefined) world.heap.decref(found);
    },
  },
];

/** Operations that make one object. */

import { classNames } from "../kind";
import { variable } from "../program";
import type { Maker } from "./operation";

const anyVariable = { below: 8 };

/** All of them. Each keeps to the order in which CPython allocates: arguments of a call first. */
export const makers: readonly Maker[] = [
  {
    name: "instance",
    weight: 14,
    parameters: ["variable", { below: 4 }],
    makes: ([, cls]) => classNames[cls ?? 0] ?? "P",
    labelled: true,
    expression: ([, cls]) => `${classNames[cls ?? 0]}()`,
    make: (world, [, cls]) => world.heap.instance(world.class(cls)),
  },
  {
    name: "slotted",
    weight: 3,
    parameters: ["variable", { below: 2 }],
    makes: ([, cls]) => classNames[4 + (cls ?? 0)] ?? "S",
    labelled: true,
    expression: ([, cls]) => `filled(${classNames[4 + (cls ?? 0)]}())`,
    make: (world, [, cls]) => {
      const made = world.heap.instance(world.class(4 + (cls ?? 0)));
      for (const name of ["a", "b"]) world.heap.setattr(made, name, world.heap.none);
      return made;
    },
  },
  {
    name: "list",
    weight: 8,
    parameters: ["variable", { below: 4 }, anyVariable, anyVariable, anyVariable],
    makes: () => "l",
    labelled: true,
    expression: ([, n, ...items]) => `same(0, [${items.slice(0, n).map(variable).join(", ")}])`,
    make: (world, [, n, ...items]) => world.heap.list(items.slice(0, n).map((v) => world.value(v))),
  },
  {
    name: "tuple",
    weight: 5,
    parameters: ["variable", { of: [1, 2, 3] }, anyVariable, anyVariable, anyVariable],
    makes: () => "t",
    labelled: true,
    expression: ([, n, ...items]) => {
      const names = items.slice(0, n).map(variable);
      return `same(0, (${names.join(", ")}${names.length === 1 ? "," : ""}))`;
    },
    make: (world, [, n, ...items]) => world.heap.tuple(items.slice(0, n).map((v) => world.value(v))),
  },
  {
    name: "dict",
    weight: 5,
    parameters: ["variable"],
    makes: () => "d",
    labelled: true,
    expression: () => "same(0, {})",
    make: (world) => world.heap.dict(),
  },
  {
    name: "set",
    weight: 3,
    parameters: ["variable"],
    makes: () => "s",
    labelled: true,
    expression: () => "set()",
    make: (world) => world.heap.set([]),
  },
  {
    name: "frozenset",
    weight: 2,
    parameters: ["variable", { group: "set" }],
    condition: {
      python: ([, set]) => `len(${variable(set)}) > 0`,
      holds: (world, [, set]) => world.length(set) > 0,
    },
    makes: () => "z",
    labelled: true,
    expression: ([, set]) => `frozenset(${variable(set)})`,
    make: (world, [, set]) =>
      world.call("frozenset", [world.value(set)], () => world.heap.frozenset(world.referents(set))),
  },
  {
    name: "method",
    weight: 3,
    parameters: ["variable", { group: "instance" }],
    makes: () => "m",
    labelled: true,
    expression: ([, self]) => `same(0, ${variable(self)}.m)`,
    make: (world, [, self]) => world.heap.boundMethod(world.method, world.value(self)),
  },
  {
    name: "function",
    weight: 3,
    parameters: ["variable", "variable"],
    makes: () => "n",
    labelled: true,
    expression: ([, value]) => `same(0, closure(${variable(value)}))`,
    // The cell is made before the function's entry, which is a safe point of 3.12 and later; the frame that holds it is
    // gone at the next.
    make: (world, [, value]) =>
      world.pythonCall([world.value(value)], () => {
        const cell = world.heap.cell(world.value(value));
        return world.heap.oneCall(() => {
          const made = world.heap.function("<lambda>", { closure: [cell] });
          world.heap.decref(cell);
          return made;
        });
      }),
  },
];

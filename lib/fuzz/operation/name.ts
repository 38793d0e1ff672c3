/** Operations on the variables themselves. */

import { variable } from "../program";
import type { Action } from "./operation";

/** All of them. */
export const nameOperations: readonly Action[] = [
  {
    name: "assign",
    weight: 5,
    parameters: ["variable", "variable"],
    changes: 0,
    statement: ([to, from]) => [`${variable(to)} = ${variable(from)}`],
    run: (world, [to, from]) => world.heap.bind(variable(to), world.value(from)),
  },
  {
    name: "none",
    weight: 14,
    parameters: ["variable"],
    changes: 0,
    statement: ([v]) => [`${variable(v)} = None`],
    run: (world, [v]) => world.heap.bind(variable(v), world.heap.none),
  },
  {
    name: "del",
    weight: 6,
    parameters: ["variable"],
    changes: 0,
    statement: ([v]) => [`del ${variable(v)}`, `${variable(v)} = None`],
    run: (world, [v]) => {
      world.heap.unbind(variable(v));
      world.heap.bind(variable(v), world.heap.none);
    },
  },
  {
    name: "keep-clear",
    weight: 1,
    parameters: [],
    statement: () => ["keep.clear()"],
    run: (world) => world.heap.clear(world.keep),
  },
];

/** Operations on the collector: the functions of the module `gc`. */

import { variable } from "../program";
import type { Operation } from "./operation";

const DEBUG_SAVEALL = 32;

/** All of them. */
export const collectorOperations: readonly Operation[] = [
  {
    name: "collect",
    weight: 10,
    parameters: [{ below: 3 }],
    statement: ([generation]) => [`out(collect(${generation}))`],
    run: (world, [generation]) => world.out(world.heap.gc.collect(generation).collected),
  },
  {
    name: "enable",
    weight: 1,
    parameters: [],
    statement: () => ["enable()"],
    run: (world) => world.heap.gc.enable(),
  },
  {
    name: "disable",
    weight: 1,
    parameters: [],
    statement: () => ["disable()"],
    run: (world) => world.heap.gc.disable(),
  },
  {
    name: "threshold",
    weight: 6,
    parameters: [{ of: [0, 1, 2, 3, 5, 8, 13, 21, 700] }, { of: [0, 1, 2, 3, 10] }, { of: [0, 1, 2, 3, 10] }],
    statement: ([a, b, c]) => [`set_threshold(${a}, ${b}, ${c})`],
    run: (world, [a, b, c]) =>
      world.call("set_threshold", [world.heap.none, world.heap.none, world.heap.none], () =>
        world.heap.gc.setThreshold(a ?? 0, b ?? 0, c ?? 0),
      ),
  },
  {
    name: "freeze",
    weight: 1,
    parameters: [],
    statement: () => ["freeze()"],
    run: (world) => world.heap.gc.freeze(),
  },
  {
    name: "unfreeze",
    weight: 1,
    parameters: [],
    statement: () => ["unfreeze()"],
    run: (world) => world.heap.gc.unfreeze(),
  },
  {
    name: "get-count",
    weight: 1,
    parameters: ["variable"],
    makes: () => "t",
    labelled: true,
    expression: () => "get_count()",
    make: (world) => world.heap.tuple([world.heap.none, world.heap.none, world.heap.none]),
  },
  {
    name: "count-objects",
    weight: 2,
    parameters: [{ below: 3 }],
    statement: ([generation]) => [`out(fresh(get_objects(generation=${generation})))`],
    run: (world, [generation]) =>
      world.outLength("get_objects", [], () => world.heap.gc.getObjects(generation)),
  },
  {
    name: "count-referrers",
    weight: 2,
    parameters: [{ group: "container" }],
    statement: ([v]) => [`out(fresh(get_referrers(${variable(v)})))`],
    run: (world, [v]) =>
      world.outLength("get_referrers", [world.value(v)], () => world.heap.gc.getReferrers(world.value(v))),
  },
  {
    name: "count-referents",
    weight: 2,
    parameters: [{ group: "referring" }],
    statement: ([v]) => [`out(len(get_referents(${variable(v)})))`],
    run: (world, [v]) =>
      world.outLength(
        "get_referents",
        [world.value(v)],
        () => world.heap.gc.getReferents(world.value(v)),
        true,
      ),
  },
  {
    name: "saveall",
    weight: 1,
    parameters: [{ below: 2 }],
    statement: ([on]) => [`set_debug(${(on ?? 0) * DEBUG_SAVEALL})`],
    run: (world, [on]) => world.heap.gc.setDebug({ saveAll: on === 1 }),
  },
  {
    name: "garbage-clear",
    weight: 1,
    parameters: [],
    statement: () => ["garbage.clear()"],
    run: (world) => world.heap.gc.clearGarbage(),
  },
  {
    name: "callback",
    weight: 1,
    parameters: [],
    statement: () => ["callbacks.append(noted)"],
    run: (world) => world.addCallback(),
  },
  {
    name: "callbacks-clear",
    weight: 1,
    parameters: [],
    statement: () => ["callbacks.clear()"],
    run: (world) => {
      world.heap.gc.callbacks.length = 0;
    },
  },
];

/** Operations on the contents of lists, dicts and sets. */

import { variable } from "../program";
import type { World } from "../world";
import type { Condition, Operation } from "./operation";

/** Keys that every program has: ints and strings. */
export const keys = [0, 1, 2, "x", "y", "z"] as const;

function keyText(n: number | undefined): string {
  return JSON.stringify(keys[n ?? 0]);
}

/** A condition on how long the container in argument `at` is. */
function longerThan(at: number, least: (args: readonly number[]) => number): Condition {
  return {
    python: (args) => `len(${variable(args[at])}) > ${least(args)}`,
    holds: (world, args) => world.length(args[at]) > least(args),
  };
}

const hasKey: Condition = {
  python: (args) => `${keyText(args.at(-1))} in ${variable(args.at(-2))}`,
  holds: (world, args) => hasItem(world, args.at(-2), world.key(args.at(-1))),
};

function hasItem(world: World, dict: number | undefined, key: ReturnType<World["key"]>): boolean {
  return world.heap.getitem(world.value(dict), key) !== undefined;
}

const listOperations: readonly Operation[] = [
  {
    name: "append",
    weight: 14,
    parameters: [{ group: "list" }, "variable"],
    statement: ([list, value]) => [`${variable(list)}.append(${variable(value)})`],
    run: (world, [list, value]) => world.heap.append(world.value(list), world.value(value)),
  },
  {
    name: "pop",
    weight: 2,
    parameters: ["variable", { group: "list" }],
    condition: longerThan(1, () => 0),
    makes: undefined,
    labelled: false,
    expression: ([, list]) => `${variable(list)}.pop()`,
    make: (world, [, list]) => world.heap.pop(world.value(list)) ?? world.none(),
  },
  {
    name: "list-set",
    weight: 3,
    parameters: ["variable", { group: "list" }, { below: 3 }],
    condition: longerThan(1, ([, , i]) => i ?? 0),
    statement: ([value, list, i]) => [`${variable(list)}[${i}] = ${variable(value)}`],
    run: (world, [value, list, i]) => world.heap.setitem(world.value(list), i ?? 0, world.value(value)),
  },
  {
    name: "list-delete",
    weight: 2,
    parameters: [{ group: "list" }, { below: 3 }],
    condition: longerThan(0, ([, i]) => i ?? 0),
    statement: ([list, i]) => [`del ${variable(list)}[${i}]`],
    run: (world, [list, i]) => world.heap.delitem(world.value(list), i ?? 0),
  },
  {
    name: "list-clear",
    weight: 2,
    parameters: [{ group: "list" }],
    statement: ([list]) => [`${variable(list)}.clear()`],
    run: (world, [list]) => world.heap.clear(world.value(list)),
  },
];

const dictOperations: readonly Operation[] = [
  {
    name: "dict-set",
    weight: 10,
    parameters: ["variable", { group: "dict" }, { below: keys.length }],
    statement: ([value, dict, key]) => [`${variable(dict)}[${keyText(key)}] = ${variable(value)}`],
    run: (world, [value, dict, key]) =>
      world.heap.setitem(world.value(dict), world.key(key), world.value(value)),
  },
  {
    name: "dict-set-object",
    weight: 3,
    parameters: ["variable", { group: "dict" }, { group: "hashable" }],
    statement: ([value, dict, key]) => [`${variable(dict)}[${variable(key)}] = ${variable(value)}`],
    run: (world, [value, dict, key]) =>
      world.heap.setitem(world.value(dict), world.value(key), world.value(value)),
  },
  {
    name: "dict-get",
    weight: 2,
    parameters: ["variable", { group: "dict" }, { below: keys.length }],
    condition: hasKey,
    makes: undefined,
    labelled: false,
    expression: ([, dict, key]) => `${variable(dict)}[${keyText(key)}]`,
    make: (world, [, dict, key]) => world.own(world.heap.getitem(world.value(dict), world.key(key))),
  },
  {
    name: "dict-delete",
    weight: 3,
    parameters: [{ group: "dict" }, { below: keys.length }],
    condition: hasKey,
    statement: ([dict, key]) => [`del ${variable(dict)}[${keyText(key)}]`],
    run: (world, [dict, key]) => world.heap.delitem(world.value(dict), world.key(key)),
  },
  {
    name: "dict-delete-object",
    weight: 1,
    parameters: [{ group: "dict" }, { group: "hashable" }],
    condition: {
      python: ([dict, key]) => `${variable(key)} in ${variable(dict)}`,
      holds: (world, [dict, key]) => hasItem(world, dict, world.value(key)),
    },
    statement: ([dict, key]) => [`del ${variable(dict)}[${variable(key)}]`],
    run: (world, [dict, key]) => world.heap.delitem(world.value(dict), world.value(key)),
  },
  {
    name: "dict-clear",
    weight: 1,
    parameters: [{ group: "dict" }],
    statement: ([dict]) => [`${variable(dict)}.clear()`],
    run: (world, [dict]) => world.heap.clear(world.value(dict)),
  },
];

const setOperations: readonly Operation[] = [
  {
    name: "set-add",
    weight: 2,
    parameters: [{ group: "set" }, { below: keys.length }],
    statement: ([set, key]) => [`${variable(set)}.add(${keyText(key)})`],
    run: (world, [set, key]) => world.heap.add(world.value(set), world.key(key)),
  },
  {
    // One object at most beside atoms: the order of a set with two would depend on their addresses.
    name: "set-add-object",
    weight: 5,
    parameters: [{ group: "set" }, { group: "hashable" }],
    condition: {
      python: ([set]) => `len(${variable(set)}) == 0`,
      holds: (world, [set]) => world.length(set) === 0,
    },
    statement: ([set, value]) => [`${variable(set)}.add(${variable(value)})`],
    run: (world, [set, value]) => world.heap.add(world.value(set), world.value(value)),
  },
  {
    name: "set-discard",
    weight: 2,
    parameters: [{ group: "set" }, { group: "hashable" }],
    statement: ([set, value]) => [`${variable(set)}.discard(${variable(value)})`],
    run: (world, [set, value]) => world.heap.discard(world.value(set), world.value(value)),
  },
  {
    name: "set-clear",
    weight: 1,
    parameters: [{ group: "set" }],
    statement: ([set]) => [`${variable(set)}.clear()`],
    run: (world, [set]) => world.heap.clear(world.value(set)),
  },
];

/** All of them. */
export const containerOperations: readonly Operation[] = [
  ...listOperations,
  ...dictOperations,
  ...setOperations,
];

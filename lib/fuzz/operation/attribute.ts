/** Operations on the attributes of instances. */

import { variable } from "../program";
import type { Condition, Operation } from "./operation";

const attributes = ["a", "b", "c"] as const;
const slots = ["a", "b"] as const;

/** The owner is the argument before the last, the attribute's number the last. */
const hasAttribute: Condition = {
  python: (args) => `hasattr(${variable(args.at(-2))}, "${attributes[args.at(-1) ?? 0]}")`,
  holds: (world, args) =>
    world.heap.getattr(world.value(args.at(-2)), attributes[args.at(-1) ?? 0] ?? "a") !== undefined,
};

/** All of them. */
export const attributeOperations: readonly Operation[] = [
  {
    name: "setattr",
    weight: 18,
    parameters: ["variable", { group: "attributed" }, { below: 3 }],
    statement: ([value, owner, name]) => [`${variable(owner)}.${attributes[name ?? 0]} = ${variable(value)}`],
    run: (world, [value, owner, name]) =>
      world.heap.setattr(world.value(owner), attributes[name ?? 0] ?? "a", world.value(value)),
  },
  {
    name: "set-slot",
    weight: 4,
    parameters: ["variable", { group: "slotted" }, { below: 2 }],
    statement: ([value, owner, name]) => [`${variable(owner)}.${slots[name ?? 0]} = ${variable(value)}`],
    run: (world, [value, owner, name]) =>
      world.heap.setattr(world.value(owner), slots[name ?? 0] ?? "a", world.value(value)),
  },
  {
    name: "getattr",
    weight: 3,
    parameters: ["variable", { group: "attributed" }, { below: 3 }],
    condition: hasAttribute,
    makes: undefined,
    labelled: false,
    expression: ([, owner, name]) => `${variable(owner)}.${attributes[name ?? 0]}`,
    make: (world, [, owner, name]) =>
      world.own(world.heap.getattr(world.value(owner), attributes[name ?? 0] ?? "a")),
  },
  {
    name: "delattr",
    weight: 4,
    parameters: [{ group: "attributed" }, { below: 3 }],
    condition: hasAttribute,
    statement: ([owner, name]) => [`del ${variable(owner)}.${attributes[name ?? 0]}`],
    run: (world, [owner, name]) => {
      world.heap.delattr(world.value(owner), attributes[name ?? 0] ?? "a");
    },
  },
];

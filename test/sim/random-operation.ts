/** One step of a random program on a heap. Numbers choose among what there is at that moment. */

import fc from "fast-check";

export type Operation =
  | { kind: "list" | "dict" }
  | { kind: "instance"; cls: number }
  | { kind: "tuple"; items: readonly number[] }
  | { kind: "atom"; value: number }
  | { kind: "drop" | "dup"; held: number }
  | { kind: "bind"; name: number; value: number }
  | { kind: "unbind" | "borrow"; name: number }
  | { kind: "setattr"; owner: number; name: number; value: number }
  | { kind: "delattr"; owner: number; name: number }
  | { kind: "append"; owner: number; value: number }
  | { kind: "pop"; owner: number }
  | { kind: "setitem"; owner: number; key: number; value: number }
  | { kind: "delitem"; owner: number; key: number }
  | { kind: "collect"; generation: number }
  | { kind: "burst"; pairs: number };

const some = fc.nat(1000);
const step = <Kind extends Operation["kind"]>(
  kind: Kind,
  numbers: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<Operation> => fc.record({ kind: fc.constant(kind), ...numbers }) as fc.Arbitrary<Operation>;

/** Any step; those that make cycles more often than the others, those that make thousands of objects seldom. */
export const operations: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: step("list") },
  { weight: 2, arbitrary: step("dict") },
  { weight: 4, arbitrary: step("instance", { cls: some }) },
  { weight: 2, arbitrary: step("tuple", { items: fc.array(some, { maxLength: 3 }) }) },
  { weight: 2, arbitrary: step("atom", { value: fc.integer({ min: -10, max: 1000 }) }) },
  { weight: 8, arbitrary: step("drop", { held: some }) },
  { weight: 1, arbitrary: step("dup", { held: some }) },
  { weight: 3, arbitrary: step("bind", { name: some, value: some }) },
  { weight: 2, arbitrary: step("unbind", { name: some }) },
  { weight: 1, arbitrary: step("borrow", { name: some }) },
  { weight: 10, arbitrary: step("setattr", { owner: some, name: some, value: some }) },
  { weight: 2, arbitrary: step("delattr", { owner: some, name: some }) },
  { weight: 8, arbitrary: step("append", { owner: some, value: some }) },
  { weight: 2, arbitrary: step("pop", { owner: some }) },
  { weight: 6, arbitrary: step("setitem", { owner: some, key: some, value: some }) },
  { weight: 2, arbitrary: step("delitem", { owner: some, key: some }) },
  { weight: 2, arbitrary: step("collect", { generation: fc.nat(2) }) },
  { weight: 1, arbitrary: step("burst", { pairs: fc.integer({ min: 1, max: 1100 }) }) },
);

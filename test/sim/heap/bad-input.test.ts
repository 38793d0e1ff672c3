import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadArgumentError, Heap, HeapCorruptionError, UseAfterDeallocError } from "../../../lib/dist";
import type { PyObject } from "../../../lib/sim/heap/py-object";

const SEED = 20261123;

/** Every method of an object and its prototypes, by name. */
function methodsOf(target: object): string[] {
  const names = new Set<string>();
  for (let at = target; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === "function" && name !== "constructor") names.add(name);
    }
  }
  return [...names].sort();
}

/** Methods by which the parts of the face call each other, and the one that ends a program. */
const notForPrograms = new Set(["run", "call", "withClass", "functionOf", "listItem", "hashable", "exit"]);

const heapMethods = methodsOf(new Heap()).filter((name) => !notForPrograms.has(name));
const gcMethods = methodsOf(new Heap().gc).filter((name) => !notForPrograms.has(name));

/** What a program may hand over by mistake, and some things that are right. */
function valuesFor(heap: Heap): unknown[] {
  const other = new Heap();
  const dead = heap.list();
  heap.decref(dead);
  const C = heap.class("C");
  const S = heap.class("S", { slots: ["x"] });
  const objects = [
    heap.list([heap.int(1), heap.str("a")]),
    heap.tuple([C]),
    heap.dict(),
    heap.set([heap.int(2)]),
    heap.frozenset(),
    heap.instance(C),
    heap.instance(S),
    C,
    heap.weakref(heap.instance(C)),
    heap.none,
    heap.int(10 ** 12),
  ];
  const wrong = [undefined, null, -1, 0.5, Number.NaN, 2 ** 40, "x", "", {}, [], true, Symbol("s"), () => {}];
  return [...objects, dead, other.list(), [dead], [other.list()], [objects[0]], ...wrong];
}

const calls = fc.array(
  fc.record({
    onGc: fc.boolean(),
    method: fc.nat(),
    args: fc.array(fc.nat(), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe.each(["3.8", "3.11", "3.13", "3.14"])("profile %s", (profile) => {
  test("whatever is handed to a public operation, it answers or says what is wrong, and the heap stays valid", () => {
    fc.assert(
      fc.property(calls, (program) => {
        const heap = new Heap(profile);
        const values = valuesFor(heap);
        for (const { onGc, method, args } of program) {
          const methods = onGc ? gcMethods : heapMethods;
          const name = methods[method % methods.length]!;
          const target = (onGc ? heap.gc : heap) as unknown as Record<
            string,
            (...args: unknown[]) => unknown
          >;
          call(
            target,
            name,
            args.map((n) => values[n % values.length]),
          );
          heap.check();
        }
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });
});

test("every public operation refuses a dead object and an object of another heap in words of its own", () => {
  for (const name of heapMethods) {
    const heap = new Heap();
    const dead = heap.list();
    heap.decref(dead);
    for (const wrong of [dead, new Heap().list()]) {
      const target = heap as unknown as Record<string, (...args: unknown[]) => unknown>;
      const error = call(target, name, [wrong, wrong, wrong]);
      if (error !== undefined) expect(error.message).toMatch(/^(?=.*[.])[\s\S]{30,}$/);
    }
    heap.check();
  }
});

/** Call it. @returns the error, which must be one of the kit's own. */
function call(
  target: Record<string, (...args: unknown[]) => unknown>,
  name: string,
  args: readonly unknown[],
): Error | undefined {
  try {
    target[name]?.(...args);
    return undefined;
  } catch (error) {
    const own = [BadArgumentError, UseAfterDeallocError, HeapCorruptionError].some(
      (kind) => error instanceof kind,
    );
    const told = args.map((arg) => (typeof arg === "symbol" ? "Symbol" : String(arg as PyObject))).join(", ");
    if (!own) throw new Error(`${name}(${told}) answered with ${String(error)}`);
    return error as Error;
  }
}

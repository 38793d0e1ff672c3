import { describe, expect, test } from "vitest";
import { oracle } from "./read-oracle";
import { profilesFor, TinyPython } from "./tiny-python";

/** Cases of cycles.py that the simulator has no means for yet. */
const leftOut = new Map([
  ["ten pairs", "there are no loops"],
  ["a parent with three children that know it", "there are no loops"],
  [
    "a tuple in a cycle beside an untracked tuple",
    "(1, 2) is a constant of the code object, which there is none",
  ],
]);

describe.each(["3.11", "3.12", "3.13"])("CPython %s", (series) => {
  const { cases } = oracle("cycles", series).data;

  test.each(cases.filter(({ name }) => !leftOut.has(name)).map(({ name, ...rest }) => [name, rest] as const))(
    "gc.collect() finds as many objects, and the same ones survive: %s",
    (_, { program, collected, survivors }) => {
      for (const profile of profilesFor(series)) {
        const python = new TinyPython(profile);
        python.run(program);
        const { heap, nodes } = python;
        expect(heap.collect().collected).toBe(collected);
        expect(nodes.filter(([, node]) => !heap.dead(node)).map(([name]) => name)).toEqual(survivors);
        heap.check();
      }
    },
  );

  test("each case that is left out exists", () => {
    const names = cases.map(({ name }) => name);
    for (const [name, reason] of leftOut) expect(names, reason).toContain(name);
  });
});

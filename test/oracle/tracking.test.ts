import { describe, expect, test } from "vitest";
import { oracle } from "./read-oracle";
import { profilesFor, TinyPython } from "./tiny-python";

/** Cases of tracking.py whose type the simulator does not have yet. */
const leftOut = new Set([
  "a float",
  "object()",
  "a dict of atoms, made by dict()",
  "an empty set",
  "a frozenset of atoms",
  "an instance with slots",
  "a function",
  "a bound method",
  "a weak reference",
  "a generator",
  "a range",
  "an iterator over a list",
  "an iterator over a range",
]);

describe.each(["3.11", "3.12", "3.13"])("CPython %s", (series) => {
  const { cases } = oracle("tracking", series).data;

  test.each(cases.filter(({ name }) => !leftOut.has(name)).map(({ name, ...rest }) => [name, rest] as const))(
    "tracks and untracks at the same moments: %s",
    (_, { program, tracked }) => {
      for (const profile of profilesFor(series)) {
        const { heap, ...python } = run(profile, program);
        const seen = [python.isTracked()];
        for (const generation of [0, 2, 2]) {
          heap.collect(generation);
          seen.push(python.isTracked());
        }
        expect(seen).toEqual(tracked);
      }
    },
  );

  test("each case that is left out exists", () => {
    expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining([...leftOut]));
  });
});

/** A program that binds x, run; is x tracked? */
function run(profile: string, program: string): { heap: TinyPython["heap"]; isTracked: () => boolean } {
  const python = new TinyPython(profile);
  python.run(program);
  const { heap } = python;
  const x = heap.lookup("x");
  if (x === undefined) throw new Error("The program does not bind x.");
  return { heap, isTracked: () => heap.gc.isTracked(x) };
}

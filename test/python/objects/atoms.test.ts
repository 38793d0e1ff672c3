import { describe, expect, test } from "vitest";
import { arithmetic, formats, numbers, strs } from "./expressions";
import { differences, expressionsIn, pythons } from "./same-as-cpython";

test.runIf(pythons.length === 0)(
  "no CPython is on this machine, so that nothing was compared with one",
  () => {
    expect(pythons).toEqual([]);
  },
);

/** By the file of expressions that they are about. */
const claims = {
  "errors-and-edges": "wrong arguments and limits have CPython's results and error texts",
  percent: "the operator % formats as CPython does",
  "replacement-fields": "str.format and f-strings fill in fields as CPython does",
  operators: "special methods of classes take part in operators in CPython's order",
  keys: "a dict or set finds the key that CPython finds, by __hash__ and __eq__",
  "same-object": "an operation gives the object itself, a shared one or a new one, as CPython does",
  sizes: "sys.getsizeof of numbers and texts is CPython's",
} as const;

describe.each(pythons)("on $series", (python) => {
  const names = Object.keys(claims);
  const wrong = differences(python, Object.fromEntries(names.map((name) => [name, expressionsIn(name)])));

  test.each(Object.entries(claims))("%s: %s", (name) => {
    expect(wrong[name]).toEqual([]);
  });
});

describe.each(pythons.slice(-1))("on $series, the newest", (python) => {
  const wrong = differences(python, { arithmetic, formats, numbers, strs });

  test.each([
    ["format specs give CPython's texts", "formats"],
    ["methods of str give CPython's results", "strs"],
    ["arithmetic of ints is CPython's, whatever their size", "arithmetic"],
    ["floats are computed, read and shown to CPython's last digit", "numbers"],
  ])("%s", (_, list) => {
    expect(wrong[list]).toEqual([]);
  });
});

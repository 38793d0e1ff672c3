import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runPython } from "../../../lib/dist/python/python";
import { differences, expressionsIn, pythons } from "./same-as-cpython";

test.runIf(pythons.length === 0)(
  "no CPython is on this machine, so that nothing was compared with one",
  () => {
    expect(pythons).toEqual([]);
  },
);

/** By the program in `containers/` that shows it. */
const claims = {
  "release-order": "what a container or iterator lets go dies in CPython's order, and at its moment",
  "own-equality": "containers compare objects as often and in the order as CPython does",
  subclasses: "classes that inherit from containers, or act as one, are used as CPython uses them",
  results: "operators, methods, views and sorts of containers give CPython's results",
  sizes: "a list has room for as many items as CPython's, however it grew",
  tables: "dicts and sets have CPython's sizes, and sets of ints its order",
  counts: "containers and iterators count for the collector, and let it through, as CPython's do",
} as const;

describe.each(pythons)("on $series", ({ path, series }) => {
  test.each(Object.entries(claims))("%s.py: %s", (name) => {
    const file = fileURLToPath(new URL(`containers/${name}.py`, import.meta.url));
    const real = spawnSync(path, ["-I", "-S", "-W", "ignore", file], { encoding: "utf8" });
    expect(real.stderr).toBe("");
    expect(simulated(readFileSync(file, "utf8"), series).split("\n")).toEqual(real.stdout.split("\n"));
  });

  test("container-errors.txt: wrong arguments have CPython's error texts", () => {
    const { errors } = differences({ path, series } as (typeof pythons)[number], {
      errors: expressionsIn("container-errors"),
    });
    expect(errors).toEqual([]);
  });
});

function simulated(program: string, profile: string): string {
  let output = "";
  const write = (text: string): void => {
    output += text;
  };
  runPython(program, { profile, write, writeError: write });
  return output;
}

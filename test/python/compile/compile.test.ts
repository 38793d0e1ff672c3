import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { programs, sourceOf } from "../corpus";
import { randomSource } from "../parse/random-source";
import { differences, pythonOf } from "./compare-code";

const python = pythonOf("3.11");

/** LEAKLOOP_COMPILE_PROGRAMS=20000 compares more random programs, LEAKLOOP_COMPILE_SEED others. */
const randomPrograms = Number(process.env.LEAKLOOP_COMPILE_PROGRAMS ?? 250);
const firstSeed = Number(process.env.LEAKLOOP_COMPILE_SEED ?? 1);

/** Modules of Python's own library that are in the subset. */
const library = ["shlex", "textwrap"];

const corpus = fileURLToPath(new URL("corpus", import.meta.url));

test.runIf(python === undefined)("no CPython 3.11 is on this machine: nothing was compared with one", () => {
  expect(python).toBeUndefined();
});

describe.runIf(python !== undefined)(
  "instructions, jumps, source lines, exception table, slots and depth of the stack are those of CPython 3.11",
  () => {
    test("for every construct of the subset", () => {
      const files = readdirSync(corpus).sort();
      expect(differences(python!, fromFiles(files.map((file) => `${corpus}/${file}`)))).toEqual([]);
    });

    test("for the programs of this kit", () => {
      const sources = new Map(programs.map((program) => [program, sourceOf(program)]));
      expect(differences(python!, sources)).toEqual([]);
    });

    test("for modules of Python's own library", () => {
      const folder = execFileSync(
        python!.path,
        ["-c", "import os; print(os.path.dirname(os.__file__), end='')"],
        {
          encoding: "utf8",
        },
      );
      expect(differences(python!, fromFiles(library.map((name) => `${folder}/${name}.py`)))).toEqual([]);
    });

    test(`for ${randomPrograms} random programs`, () => {
      const seeds = Array.from({ length: randomPrograms }, (_, index) => firstSeed + index);
      const sources = new Map(seeds.map((seed) => [`seed ${seed}`, supported(randomSource(seed))]));
      expect(differences(python!, sources).slice(0, 3)).toEqual([]);
    });
  },
);

/** Without the operator `@` and without imaginary numbers: the compiler refuses both. */
function supported(source: string): string {
  return source
    .replace(/(?<=\S.*)@/g, "*")
    .replace(/(?<=[\d.]e[-+]?[\d_]+)j/gi, "")
    .replace(/(?<=[\d.])j/gi, "e0");
}

function fromFiles(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.slice(file.lastIndexOf("/") + 1), readFileSync(file, "utf8")]));
}

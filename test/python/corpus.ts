/** The small programs of `programs/`, by theme, and what real CPythons print for them. */

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPythons, type PythonFound } from "../../lib/cpython/find-python";

/** What a program shows to the outside. */
export interface ProgramResult {
  readonly stdout: string;
  readonly exitCode: number;
}

/** One file `recorded/<series>.json`, as `record-programs.mjs` writes it. */
interface Recording {
  readonly python: string;
  readonly results: Readonly<Record<string, ProgramResult>>;
}

const folder = fileURLToPath(new URL("programs", import.meta.url));
const recorded = fileURLToPath(new URL("recorded", import.meta.url));
const programTimeoutMs = 20_000;

/** The names of all programs: "theme/claim". */
export const programs: readonly string[] = readdirSync(folder)
  .flatMap((theme) =>
    readdirSync(join(folder, theme)).map((file) => `${theme}/${file.slice(0, -".py".length)}`),
  )
  .sort();

/** The version lines that have a profile and were recorded. */
export const series: readonly string[] = readdirSync(recorded)
  .map((file) => file.slice(0, -".json".length))
  .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));

/** The text of a program. */
export function sourceOf(program: string): string {
  return readFileSync(join(folder, `${program}.py`), "utf8");
}

/** What real CPython of a version line does: asked now where one is found, else as recorded. */
export function realResults(line: string): ReadonlyMap<string, ProgramResult> {
  const python = findPythons()
    .filter((found) => found.series === line)
    .at(-1);
  if (python !== undefined) return new Map(programs.map((program) => [program, runReal(python, program)]));
  const recording = JSON.parse(readFileSync(join(recorded, `${line}.json`), "utf8")) as Recording;
  return new Map(Object.entries(recording.results));
}

function runReal(python: PythonFound, program: string): ProgramResult {
  const { stdout, status } = spawnSync(python.path, ["-I", "-S", join(folder, `${program}.py`)], {
    encoding: "utf8",
    timeout: programTimeoutMs,
  });
  return { stdout, exitCode: status ?? -1 };
}

/** What a real CPython does: asked now where one is found, else read from what was recorded. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPythons, type PythonFound } from "../../lib/cpython/find-python";
import { askedOnce } from "./asked-once";
import type { OracleData } from "./oracle-data";

/** The answer of one script. */
export interface OracleAnswer<Data> {
  readonly source: "live" | "recorded";
  /** The full version that answered, for example "3.13.0". */
  readonly version: string;
  readonly data: Data;
}

/** One file `recorded/<script>-<series>.json`, as `record.mjs` writes it. */
interface Recording {
  readonly python: string;
  readonly platform: string;
  readonly data: unknown;
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const answers = new Map<string, OracleAnswer<unknown>>();

/** Every script of this folder, by name. */
export const scripts: readonly (keyof OracleData)[] = readdirSync(folder)
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -".py".length) as keyof OracleData)
  .sort();

/** Every series that is recorded for `script`, for example "3.11". */
export function recordedSeries(script: keyof OracleData): readonly string[] {
  return readdirSync(join(folder, "recorded"))
    .filter((file) => file.startsWith(`${script}-`))
    .map((file) => file.slice(script.length + 1, -".json".length));
}

/**
 * Ask CPython `series` what `script` prints: the newest of that series on this machine, else the recording.
 *
 * Each script runs once per series and run of the tests.
 *
 * @throws When that series is neither found nor recorded.
 */
export function oracle<Script extends keyof OracleData>(
  script: Script,
  series: string,
): OracleAnswer<OracleData[Script]> {
  const key = `${script}-${series}`;
  let answer = answers.get(key);
  if (answer === undefined) {
    const python = findPythons()
      .filter((found) => found.series === series)
      .at(-1);
    answer = python === undefined ? recordedOracle(script, series) : liveOracle(script, python);
    answers.set(key, answer);
  }
  return answer as OracleAnswer<OracleData[Script]>;
}

/** What `script` prints on `python` today. */
export function liveOracle<Script extends keyof OracleData>(
  script: Script,
  python: PythonFound,
): OracleAnswer<OracleData[Script]> {
  const data = askedOnce(python, join(folder, `${script}.py`)) as OracleData[Script];
  return { source: "live", version: python.version, data };
}

/** Read what `script` printed when it was recorded. */
export function recordedOracle<Script extends keyof OracleData>(
  script: Script,
  series: string,
): OracleAnswer<OracleData[Script]> {
  const file = join(folder, "recorded", `${script}-${series}.json`);
  const recording = JSON.parse(readFileSync(file, "utf8")) as Recording;
  return { source: "recorded", version: recording.python, data: recording.data as OracleData[Script] };
}

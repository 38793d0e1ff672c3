/** The recorded measurements of the leak loop: one file per version in `recorded/`, found by its name. */

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { dataPath } from "../data-path";
import { fileFault } from "../file-fault";
import { writeAtomically } from "../write-atomically";
import { compareVersions } from "./compare-versions";
import type { MeasuredGrowth } from "./measure-leak-loop";

/** One file `recorded/leak-loop-<version>.json`. */
export interface Recording {
  /** The script and the system, for example "leak_loop.py on linux x64". */
  readonly recordedWith: string;
  readonly gcOn: MeasuredGrowth;
  readonly gcOff: MeasuredGrowth;
}

const folder: string = dataPath("cpython/recorded");
const fileName = /^leak-loop-(.+)\.json$/;

/** Tell the full versions that are recorded, the oldest first. */
export function recordedVersions(): readonly string[] {
  return readdirSync(folder)
    .flatMap((file) => fileName.exec(file)?.[1] ?? [])
    .sort(compareVersions);
}

/**
 * Read the recorded growth of the leak loop on a real CPython: 200,000 iterations, 41 samples.
 *
 * @param series - For example "3.13".
 * @param gc - The run with the automatic collector on, or off.
 * @throws {BadInputError} When that series is not recorded.
 */
export function recordedGrowth(series: string, gc: "on" | "off"): MeasuredGrowth {
  const versions = recordedVersions();
  const version = versions.filter((candidate) => seriesOf(candidate) === series).at(-1);
  if (version === undefined)
    throw new BadInputError(
      `The leak loop is not recorded for Python "${series}"; recorded are ${versions.map(seriesOf).join(", ")}.`,
    );
  const recording = JSON.parse(readFileSync(fileOf(version), "utf8")) as Recording;
  return gc === "on" ? recording.gcOn : recording.gcOff;
}

/**
 * Write a recording, in place of any other version of its series.
 *
 * @returns The full path of the file.
 * @throws {BadInputError} When it cannot be written; the recordings are then as they were.
 */
export function record(recording: Recording): string {
  const { python } = recording.gcOn;
  const file = fileOf(python);
  try {
    writeAtomically(file, `${asLines(recording)}\n`);
    for (const version of recordedVersions())
      if (seriesOf(version) === seriesOf(python) && version !== python) rmSync(fileOf(version));
  } catch (error) {
    throw new BadInputError(`Cannot write ${file}: ${fileFault(error)}.`);
  }
  return file;
}

function fileOf(version: string): string {
  return join(folder, `leak-loop-${version}.json`);
}

function seriesOf(version: string): string {
  const freeThreaded = version.endsWith("t") ? "t" : "";
  return version.split(".").slice(0, 2).join(".") + freeThreaded;
}

/** JSON with one sample or collection per line, so that a new recording is a readable difference. */
function asLines(recording: Recording): string {
  return JSON.stringify(recording, null, 1).replace(/\{\n\s+"iteration"[^{}]*\}|\[[\s\d,]*\]/g, (text) =>
    text.replace(/\s+/g, " "),
  );
}

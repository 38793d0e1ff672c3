/** The recorded measurements of the leak loop. */

import type { MeasuredGrowth } from "./measure-leak-loop";
import { Recordings } from "./recordings";

/** One file `recorded/leak-loop-<version>.json`. */
export interface Recording {
  /** The script and the system, for example "leak_loop.py on linux x64". */
  readonly recordedWith: string;
  readonly gcOn: MeasuredGrowth;
  readonly gcOff: MeasuredGrowth;
}

const recordings: Recordings<Recording> = new Recordings("leak-loop", "The leak loop is");

/** Tell the full versions that are recorded, the oldest first. */
export function recordedVersions(): readonly string[] {
  return recordings.versions();
}

/**
 * Read the recorded growth of the leak loop on a real CPython: 200,000 iterations, 41 samples.
 *
 * @param series - For example "3.13".
 * @param gc - The run with the automatic collector on, or off.
 * @throws {BadInputError} When that series is not recorded.
 */
export function recordedGrowth(series: string, gc: "on" | "off"): MeasuredGrowth {
  const { gcOn, gcOff } = recordings.read(series);
  return gc === "on" ? gcOn : gcOff;
}

/**
 * Write a recording, in place of any other version of its series.
 *
 * @returns The full path of the file.
 * @throws {BadInputError} When it cannot be written; the recordings are then as they were.
 */
export function record(recording: Recording): string {
  return recordings.write(recording.gcOn.python, recording);
}

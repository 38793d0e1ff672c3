/** The recorded measurements of what the leak loop and survivors do to memory. */

import type { AllocatorRuns } from "../sim/alloc/memory-run";
import { Recordings } from "./recordings";

/** One file `recorded/memory-<version>.json`. */
export interface MemoryRecording {
  /** The script and the system, for example "memory_runs.py on linux x64". */
  readonly recordedWith: string;
  readonly runs: AllocatorRuns;
}

const recordings: Recordings<MemoryRecording> = new Recordings("memory", "The memory runs are");

/** Tell the full versions whose memory runs are recorded, the oldest first. */
export function recordedMemoryVersions(): readonly string[] {
  return recordings.versions();
}

/**
 * Read what the leak loop with the collector off, and objects of which all but some are freed, did to the memory of a real
 * CPython. The same programs as `memoryRuns` simulates, with its defaults.
 *
 * @param series - For example "3.13".
 * @throws {BadInputError} When that series is not recorded.
 * @example
 * show(allocatorChart(memoryRuns("3.13"), recordedMemory("3.13")));
 */
export function recordedMemory(series: string): AllocatorRuns {
  return recordings.read(series).runs;
}

/**
 * Write a recording, in place of any other version of its series.
 *
 * @returns The full path of the file.
 * @throws {BadInputError} When it cannot be written; the recordings are then as they were.
 */
export function recordMemory(recording: MemoryRecording): string {
  return recordings.write(recording.runs.leak.python, recording);
}

/** What real CPythons showed of the tests' programs, recorded by `fuzz.test.ts` with LEAKLOOP_RECORD_FUZZ=1. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One file `recorded/<series>.json`. */
export interface Recording {
  /** The full version. */
  readonly python: string;
  /** By the program's name: how many objects there were before it, and the digest of its observations. */
  readonly programs: Readonly<Record<string, readonly [objectsBefore: number, digest: string]>>;
}

/** Read the recording of a series. */
export function recorded(series: string): Recording {
  return JSON.parse(readFileSync(fileOf(series), "utf8")) as Recording;
}

/** Is there one? */
export function isRecorded(series: string): boolean {
  return existsSync(fileOf(series));
}

/** Write it, one program a line. */
export function writeRecording(series: string, recording: Recording): void {
  const lines = Object.entries(recording.programs).map(
    ([name, told]) => `    ${JSON.stringify(name)}: ${JSON.stringify(told).replace(",", ", ")}`,
  );
  const text = `{\n  "python": ${JSON.stringify(recording.python)},\n  "programs": {\n${lines.join(",\n")}\n  }\n}\n`;
  writeFileSync(fileOf(series), text);
}

function fileOf(series: string): string {
  return fileURLToPath(new URL(`recorded/${series}.json`, import.meta.url));
}

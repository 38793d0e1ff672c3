/** Measurements kept as files: one per version of Python in `recorded/`, found by its name. */

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../bad-input";
import { dataPath } from "../data-path";
import { fileFault } from "../file-fault";
import { writeAtomically } from "../write-atomically";
import { compareVersions } from "./compare-versions";

const folder: string = dataPath("cpython/recorded");

/** The files `recorded/<name>-<version>.json`, each of which holds one `Recording`. */
export class Recordings<Recording> {
  /**
   * @param name - The beginning of the file names.
   * @param subject - What is recorded, as the first words of a sentence: "The leak loop is".
   */
  constructor(
    private readonly name: string,
    private readonly subject: string,
  ) {}

  /** Tell the full versions that are recorded, the oldest first. */
  versions(): readonly string[] {
    const [head, tail] = [`${this.name}-`, ".json"];
    return readdirSync(folder)
      .filter((file) => file.startsWith(head) && file.endsWith(tail))
      .map((file) => file.slice(head.length, -tail.length))
      .sort(compareVersions);
  }

  /**
   * Read the recording of a series, for example "3.13".
   *
   * @throws {BadInputError} When that series is not recorded.
   */
  read(series: string): Recording {
    const versions = this.versions();
    const version = versions.filter((candidate) => seriesOf(candidate) === series).at(-1);
    if (version === undefined)
      throw new BadInputError(
        `${this.subject} not recorded for Python "${series}"; recorded are ${versions.map(seriesOf).join(", ")}.`,
      );
    return JSON.parse(readFileSync(this.fileOf(version), "utf8")) as Recording;
  }

  /**
   * Write a recording, in place of any other version of its series.
   *
   * @returns The full path of the file.
   * @throws {BadInputError} When it cannot be written; the recordings are then as they were.
   */
  write(version: string, recording: Recording): string {
    const file = this.fileOf(version);
    try {
      writeAtomically(file, `${asLines(recording)}\n`);
      for (const other of this.versions())
        if (seriesOf(other) === seriesOf(version) && other !== version) rmSync(this.fileOf(other));
    } catch (error) {
      throw new BadInputError(`Cannot write ${file}: ${fileFault(error)}.`);
    }
    return file;
  }

  private fileOf(version: string): string {
    return join(folder, `${this.name}-${version}.json`);
  }
}

function seriesOf(version: string): string {
  const freeThreaded = version.endsWith("t") ? "t" : "";
  return version.split(".").slice(0, 2).join(".") + freeThreaded;
}

/** JSON with one sample, collection or list of numbers per line, so that a new recording is a readable difference. */
function asLines(recording: unknown): string {
  return JSON.stringify(recording, null, 1).replace(
    /\{\n\s+"(?:iteration|arenas)"[^{}]*\}|\[[\s\d,]*\]/g,
    (text) => text.replace(/\s+/g, " "),
  );
}

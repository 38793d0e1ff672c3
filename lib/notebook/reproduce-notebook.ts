/** Does a fresh run of a notebook file give the bytes that are stored? */

import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { BadInputError } from "../bad-input";
import { fileFault } from "../file-fault";
import { writeAtomically } from "../write-atomically";
import { compareNotebooks } from "./compare-notebooks";
import type { Notebook } from "./notebook";
import { formatNotebook, parseNotebook } from "./notebook-file";
import { type RunOptions, runNotebook } from "./run-notebook";
import { tidyNotebook } from "./tidy-notebook";

/** Something to tell about a cell, or about the file as a whole. */
export interface Reproduced {
  /** Which cell, counted from 1, prose cells included. */
  readonly cell?: number;
  readonly message: string;
}

/** What running a stored notebook again showed. */
export interface Reproduction {
  /** What the run did that a notebook must not do; such a run is not to be stored. */
  readonly problems: readonly Reproduced[];
  /** Where the run gave something else than what is stored. */
  readonly differences: readonly Reproduced[];
  /** The file's content as this run would store it. */
  readonly freshText: string;
}

/**
 * Read a notebook file.
 *
 * @throws {BadInputError} When it cannot be read, or is not a notebook.
 */
export function readNotebook(file: string): Notebook {
  return parseNotebook(readText(file), file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new BadInputError(`Cannot read the notebook ${file}: ${fileFault(error)}.`);
  }
}

/**
 * Run the notebook in `file` and compare.
 *
 * @throws {BadInputError} When the file cannot be read, or is not a notebook.
 */
export async function reproduceNotebook(
  file: string,
  options: Omit<RunOptions, "cwd"> = {},
): Promise<Reproduction> {
  const storedText = readText(file);
  const stored = parseNotebook(storedText, file);
  const run = await runNotebook(stored, { ...options, cwd: dirname(file) });
  const freshText = formatNotebook(run.notebook);
  const differences = compareNotebooks(tidyNotebook(stored), run.notebook);
  const untidy = differences.length === 0 && storedText !== freshText && run.problems.length === 0;
  return { problems: run.problems, differences: untidy ? [untidyFile] : differences, freshText };
}

const untidyFile: Reproduced = {
  message:
    "The outputs are the same, but the file holds execution counts, a front end's traces or another layout.",
};

/** Replace a notebook file as a whole: it is never there in part. */
export function storeNotebook(file: string, text: string): void {
  try {
    writeAtomically(file, text);
  } catch (error) {
    throw new BadInputError(`Cannot write the notebook ${file}: ${fileFault(error)}.`);
  }
}

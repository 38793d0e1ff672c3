/** The folder that an answer runs in: new, its alone, and gone afterwards. */

import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { BadInputError } from "../bad-input";
import { fileFault } from "../file-fault";

/**
 * Do `work` in a new, empty temporary folder and remove it, with all that is in it by then.
 *
 * @returns What `work` found; see {@link withoutFolder}.
 * @throws {BadInputError} When no folder can be made.
 */
export async function inPrivateFolder<Found>(work: (dir: string) => Promise<Found>): Promise<Found> {
  const dir = newFolder();
  try {
    return withoutFolder(await work(dir), dir);
  } finally {
    remove(dir);
  }
}

function newFolder(): string {
  try {
    return mkdtempSync(join(realpathSync(tmpdir()), "leakloop-answer-"));
  } catch (error) {
    throw new BadInputError(
      `Cannot make a temporary folder in ${tmpdir()}: ${fileFault(error)}. Set the environment variable TMPDIR to a folder that you may write to.`,
    );
  }
}

function remove(dir: string): void {
  try {
    rmSync(dir, { recursive: true, force: true });
  } catch {
    // An answer can make folders that only its owner's own hands remove. Its verdict stands.
  }
}

/**
 * The same plain data without the folder's path, absolute or relative, and without terminal control codes in any text:
 * the path is another each time, and of no use to a reader.
 */
function withoutFolder<Data>(data: Data, dir: string): Data {
  const path = new RegExp(`[^\\s"'\`(]*${basename(dir)}[/\\\\]?`, "g");
  const shorten = (_key: string, value: unknown): unknown =>
    typeof value === "string" ? stripVTControlCharacters(value).replace(path, "") : value;
  return JSON.parse(JSON.stringify(data), shorten) as Data;
}

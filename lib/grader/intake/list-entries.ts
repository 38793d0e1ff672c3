/** The entries of a folder of submissions: sub-folders and loose files, one student's each. */

import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { BadInputError } from "../../bad-input";
import { fileFault } from "../../file-fault";
import type { Note } from "../flag";
import { isIgnoredName } from "./ignored-name";
import { inNameOrder } from "./in-name-order";

/** One submission as it lies on the disk. */
export interface Entry {
  /** The name on the disk. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: "folder" | "file" | "rejected";
  /** Why it is rejected. */
  readonly note?: Note;
}

/** What a folder of submissions holds. */
export interface EntryList {
  /** In order of name; at least one. */
  readonly entries: readonly Entry[];
  /** Names of loose files that are nobody's answer (a roster, a README), in order of name. */
  readonly others: readonly string[];
}

/** Loose files that hold an answer. */
const gradable = new Set([".ts", ".ipynb"]);
/** Loose files that a student meant as an answer but that cannot be graded: each gets a row and a reason. */
const ungradable = new Set([
  ".zip",
  ".tar",
  ".gz",
  ".tgz",
  ".7z",
  ".rar",
  ".js",
  ".mjs",
  ".cjs",
  ".tsx",
  ".mts",
]);

/**
 * List the submissions in `submissionsDir`.
 *
 * @param outDir - Where grading writes; not a submission when it lies inside.
 * @throws {BadInputError} When the folder is missing, no folder, unreadable or holds no submission.
 */
export function listEntries(submissionsDir: string, outDir: string): EntryList {
  const names = namesIn(submissionsDir).filter((name) => !isIgnoredName(name));
  const entries: Entry[] = [];
  const others: string[] = [];
  for (const name of names.sort(inNameOrder)) {
    const path = join(submissionsDir, name);
    if (isSamePlace(path, outDir)) continue;
    const entry = entryAt(path, name);
    if (entry === undefined) others.push(name);
    else entries.push(entry);
  }
  if (entries.length === 0) {
    throw new BadInputError(
      `${submissionsDir} holds no submission. Expected one sub-folder, .ts file or notebook for each student.`,
    );
  }
  return { entries, others };
}

function namesIn(dir: string): string[] {
  try {
    if (statSync(dir).isDirectory()) return readdirSync(dir);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new BadInputError(`There is no folder ${dir}. Give the folder that holds the submissions.`);
    throw new BadInputError(`Cannot read the folder ${dir}: ${fileFault(error)}.`);
  }
  throw new BadInputError(`${dir} is a file. Give the folder that holds the submissions.`);
}

function isSamePlace(path: string, other: string): boolean {
  try {
    return realpathSync(path) === realpathSync(other);
  } catch {
    return resolve(path) === resolve(other);
  }
}

function entryAt(path: string, name: string): Entry | undefined {
  const status = lstatSync(path);
  if (status.isDirectory()) return { name, path, kind: "folder" };
  if (status.isSymbolicLink())
    return reject("symlink", `"${name}" is a symbolic link; links are not followed.`);
  if (!status.isFile()) return reject("rejected", `"${name}" is neither a file nor a folder.`);
  const extension = extname(name).toLowerCase();
  if (gradable.has(extension)) return { name, path, kind: "file" };
  if (!ungradable.has(extension)) return undefined;
  return reject("rejected", `"${name}" is a ${extension} file; expected a folder, a .ts file or a notebook.`);

  function reject(flag: Note["flag"], message: string): Entry {
    return { name, path, kind: "rejected", note: { flag, message } };
  }
}

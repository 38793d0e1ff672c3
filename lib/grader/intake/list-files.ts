/** The regular files of one submission folder. Links are never followed, so nothing outside the folder is read. */

import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileFault } from "../../file-fault";
import type { Note } from "../flag";
import { isIgnoredName } from "./ignored-name";
import { inNameOrder } from "./in-name-order";

/** A file that a student handed in. */
export interface SubmittedFile {
  /** Within the folder of submissions, with "/" between names. */
  readonly path: string;
  readonly absolutePath: string;
  /** For a loose file: the exercise that its own name says it answers. */
  readonly namedExercise?: string;
  /** Is it a loose file, so that its name is the student's and not the exercise's? */
  readonly loose?: boolean;
}

/** The files of one entry and what was passed over. */
export interface FileList {
  /** In order of path, folder by folder. */
  readonly files: readonly SubmittedFile[];
  readonly notes: readonly Note[];
}

const maxFiles = 2_000;
const maxDepth = 20;

/**
 * Walk one submission folder.
 *
 * @param dir - Absolute path of the folder.
 * @param path - Its path within the folder of submissions.
 */
export function listFiles(dir: string, path: string): FileList {
  const files: SubmittedFile[] = [];
  const notes: Note[] = [];
  walk(dir, path, 0);
  return { files, notes };

  function walk(folder: string, folderPath: string, depth: number): void {
    for (const child of childrenOf(folder, folderPath)) {
      const absolutePath = join(folder, child.name);
      const childPath = `${folderPath}/${child.name}`;
      if (files.length >= maxFiles) {
        note("skipped", `Only the first ${maxFiles} files were looked at.`);
        return;
      }
      if (child.isFile()) files.push({ path: childPath, absolutePath });
      else if (child.isSymbolicLink())
        note("symlink", `"${childPath}" is a symbolic link; it was not followed.`);
      else if (!child.isDirectory()) note("skipped", `"${childPath}" is neither a file nor a folder.`);
      else if (depth >= maxDepth) note("skipped", `"${childPath}" lies more than ${maxDepth} folders deep.`);
      else walk(absolutePath, childPath, depth + 1);
    }
  }

  function childrenOf(folder: string, folderPath: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((child) => !isIgnoredName(child.name))
        .sort((a, b) => inNameOrder(a.name, b.name));
    } catch (error) {
      note("skipped", `"${folderPath}" cannot be read: ${fileFault(error)}.`);
      return [];
    }
  }

  function note(flag: Note["flag"], message: string): void {
    if (!notes.some((known) => known.message === message)) notes.push({ flag, message });
  }
}

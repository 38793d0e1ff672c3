/** Writing a file so that no reader sees half of it, and no end of this process leaves half of it: write beside it, then rename. */

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Write `text` to `path`; its folder is made when missing. After this, `path` holds all of `text` or what it
 * held before.
 *
 * @throws The file system's own error.
 */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

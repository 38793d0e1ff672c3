/** Reading a file that a stranger wrote: regular files only, no larger than allowed, UTF-8 only. */

import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { fileFault } from "../../file-fault";

/** The text of a file, or in half a sentence why there is none ("is not UTF-8 ..."). */
export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string };

/**
 * Read `path` as UTF-8 text; a byte order mark is dropped.
 *
 * @param maxBytes - The largest size accepted.
 */
export function readText(path: string, maxBytes: number): ReadText {
  let file: number;
  try {
    // Not through a link, and without waiting for a writer when it is a pipe.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { ok: false, why: `cannot be opened: ${fileFault(error)}` };
  }
  try {
    const status = fstatSync(file);
    if (!status.isFile()) return { ok: false, why: "is not a regular file" };
    if (status.size > maxBytes)
      return { ok: false, why: `has ${status.size} bytes, more than the ${maxBytes} that are accepted` };
    return decode(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer): ReadText {
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, why: "is not UTF-8 text; save it as UTF-8" };
  }
}

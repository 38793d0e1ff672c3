/** Content hashes: what makes two answers, or two versions of an exercise, the same. */

import { createHash } from "node:crypto";

/** The SHA-256 of a list of texts, in hexadecimal. Where one text ends and the next begins matters. */
export function digest(texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}

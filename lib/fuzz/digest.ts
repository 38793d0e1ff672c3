/** Observations in short, for recordings: enough to tell that something differs and at which step. */

import { createHash } from "node:crypto";

const digits = 6;

/** Six hexadecimal digits for each observation, one after the other. */
export function digest(told: readonly string[]): string {
  return told.map((text) => createHash("sha256").update(text).digest("hex").slice(0, digits)).join("");
}

/** The first observation at which two digests differ; undefined when they are equal. */
export function firstDifferingStep(one: string, other: string): number | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return Math.floor(at / digits);
}

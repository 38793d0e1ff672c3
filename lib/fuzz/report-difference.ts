/** A difference as text for people. */

import { shownText } from "./python-text";
import type { Finding } from "./shrink";

/** The parts of an observation, as `observe` writes them. */
const parts = [
  "counts, enabled, stats, garbage, saved",
  "generation 0",
  "generation 1",
  "generation 2",
  "variables v0 to v7",
  "printed",
  "deaths, callbacks, collections",
] as const;

/**
 * Write the program as Python, then each part of the last observation in which the two differ.
 *
 * Objects are letters with their reference count; `prelude.py` has the classes P F R A S T; see {@link observe}.
 */
export function reportDifference({ program, difference }: Finding, version: string): string {
  const steps = program.steps.map((step, n) => `    ${shownText(step, n)}\n`).join("");
  const real = difference.real.split("|");
  const simulated = difference.simulated.split("|");
  const differing = difference.simulated.startsWith("fault")
    ? `  the simulator failed: ${difference.simulated}\n`
    : parts
        .map((name, n) => ({ name, real: real[n], simulated: simulated[n] }))
        .filter((part) => part.real !== part.simulated)
        .map((part) => `  ${part.name}\n    CPython:   ${part.real}\n    simulator: ${part.simulated}\n`)
        .join("");
  return `CPython ${version} and the simulator differ after\n${steps}\n${differing}`;
}

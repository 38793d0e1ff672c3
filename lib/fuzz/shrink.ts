/** Makes a program that shows a difference as short as it can be. */

import { compare, type Difference } from "./difference";
import type { Program } from "./program";
import type { RealPython } from "./real-python";

/** A program with the first difference that it shows. */
export interface Finding {
  readonly program: Program;
  readonly difference: Difference;
}

/**
 * Leave out steps, first many at once, then one by one, as long as some difference remains; it need not be the same.
 *
 * All candidates of a round run in one batch of the real process.
 */
export async function shrink(finding: Finding, series: string, python: RealPython): Promise<Finding> {
  let best = upToDifference(finding);
  let size = Math.ceil(best.program.steps.length / 2);
  for (;;) {
    const shorter = await shortest(without(best.program, size), series, python);
    if (shorter !== undefined) best = upToDifference(shorter);
    else if (size === 1) return best;
    size = shorter === undefined ? Math.ceil(size / 2) : Math.min(size, best.program.steps.length);
    if (best.program.steps.length === 0) return best;
  }
}

/** What runs after the difference has no part in it. */
function upToDifference({ program, difference }: Finding): Finding {
  return { program: { steps: program.steps.slice(0, difference.steps) }, difference };
}

/** The program without `size` steps, for every place where they can be left out. */
function without({ steps }: Program, size: number): readonly Program[] {
  const candidates: Program[] = [];
  for (let at = 0; at < steps.length; at += size)
    candidates.push({ steps: [...steps.slice(0, at), ...steps.slice(at + size)] });
  return candidates;
}

async function shortest(
  candidates: readonly Program[],
  series: string,
  python: RealPython,
): Promise<Finding | undefined> {
  const findings = (await python.run(candidates)).flatMap((observed, n) => {
    const program = candidates[n] as Program;
    const difference = compare(program, series, observed);
    return difference === undefined ? [] : [{ program, difference }];
  });
  findings.sort((a, b) => a.difference.steps - b.difference.steps);
  return findings[0];
}

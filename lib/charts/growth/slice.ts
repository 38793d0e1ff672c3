/** The stretch of a run that a growth chart enlarges, so that single collections can be seen. */

import { FIRST_TEETH, type Tooth } from "./teeth";

/** A stretch from iteration 0. */
export interface Slice {
  readonly toIteration: number;
  /** False when the stretch is the whole run: then there is nothing to enlarge, and no brush. */
  readonly part: boolean;
}

/**
 * Choose the stretch: the first 13 teeth and half a tooth more, or the whole run when it has few teeth.
 *
 * @returns Nothing when there is no tooth to show.
 */
export function chooseSlice(teeth: readonly Tooth[], iterations: number): Slice | undefined {
  const last = teeth[FIRST_TEETH - 1];
  if (teeth.length === 0) return undefined;
  if (last === undefined || teeth.length < FIRST_TEETH * 2) return { toIteration: iterations, part: false };
  const toIteration = Math.round((last.iteration * (FIRST_TEETH + 0.5)) / FIRST_TEETH / 100) * 100;
  return { toIteration: Math.max(toIteration, last.iteration + 1), part: true };
}

/** Simulated and real, turn by turn in one run, so that a busy machine slows both. */

import { median } from "./median";

/** What both sides answered in one turn. */
export interface Turn<Answer> {
  readonly simulated: Answer;
  readonly real: Answer;
}

/** One number, compared. */
export interface Comparison {
  /** Medians over the turns, in the unit of the number. */
  readonly simulated: number;
  readonly real: number;
  /** Median of real / simulated, turn by turn: how many times as fast, or as small, the simulator is. */
  readonly ratio: number;
}

/** Let both sides run `times` times, each after the other. */
export function takeTurns<Answer>(
  times: number,
  simulate: () => Answer,
  measure: () => Answer,
): readonly Turn<Answer>[] {
  return Array.from({ length: times }, () => ({ real: measure(), simulated: simulate() }));
}

/** Compare one number of the answers. */
export function compareTurns<Answer>(
  turns: readonly Turn<Answer>[],
  numberOf: (answer: Answer) => number,
): Comparison {
  return {
    simulated: median(turns.map(({ simulated }) => numberOf(simulated))),
    real: median(turns.map(({ real }) => numberOf(real))),
    ratio: median(turns.map(({ simulated, real }) => numberOf(real) / numberOf(simulated))),
  };
}

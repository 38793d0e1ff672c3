/**
 * Simulated and real, turn by turn in one run, so that a busy machine slows both.
 *
 * The fastest turn of each side counts: what else the machine does can only add to a time, never take from it.
 */

/** What both sides answered in one turn. */
export interface Turn<Answer> {
  readonly simulated: Answer;
  readonly real: Answer;
}

/** One number, compared. */
export interface Comparison {
  /** The smallest number over the turns. */
  readonly simulated: number;
  readonly real: number;
  /** real / simulated: how many times as fast, or as small, the simulator is. */
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

/** A comparison that is not good enough gets so many times the turns, before it is believed. */
const DOUBTED_TIMES = 3;

/**
 * Compare one number of the answers.
 *
 * @param enough - Tells whether the comparison is as good as it must be. While it is not, the turns go on, up to
 *   {@link DOUBTED_TIMES} times as many: the more there are, the less is left of the machine's other work, on both sides.
 */
export function compareUntil<Answer>(
  times: number,
  simulate: () => Answer,
  measure: () => Answer,
  numberOf: (answer: Answer) => number,
  enough: (comparison: Comparison) => boolean,
): Comparison {
  const turns = [...takeTurns(times, simulate, measure)];
  while (!enough(compareTurns(turns, numberOf)) && turns.length < times * DOUBTED_TIMES)
    turns.push(...takeTurns(1, simulate, measure));
  return compareTurns(turns, numberOf);
}

/** Compare one number of the answers. */
export function compareTurns<Answer>(
  turns: readonly Turn<Answer>[],
  numberOf: (answer: Answer) => number,
): Comparison {
  const simulated = Math.min(...turns.map((turn) => numberOf(turn.simulated)));
  const real = Math.min(...turns.map((turn) => numberOf(turn.real)));
  return { simulated, real, ratio: real / simulated };
}

/** The reference counts of a few objects along a program, statement by statement, as plain data. */

/** One object after one statement. */
export interface CountedObject {
  /** What the reader calls it, for example "pair 1, A". */
  readonly label: string;
  /** The true `ob_refcnt` (what `sys.getrefcount` shows, minus its own argument). */
  readonly refcnt: number;
  /** Can it still be reached from a name? If not, it is garbage although its count is above 0. */
  readonly reachable: boolean;
}

/** One executed statement and the counts right after it. */
export interface CountedStatement {
  readonly code: string;
  /** Objects alive after the statement, in order of birth. */
  readonly objects: readonly CountedObject[];
}

/** The whole run. */
export interface CountTimeline {
  readonly source: "simulated" | "measured";
  /** The profile ("3.13") or the full version ("3.13.0"). */
  readonly python: string;
  readonly statements: readonly CountedStatement[];
}

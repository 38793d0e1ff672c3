/** What the incremental collector keeps between two increments. Mirrors its members of `struct _gc_runtime_state` (3.14.0 to 3.14.4). */

/** `GC_PHASE_MARK`, `GC_PHASE_COLLECT`. */
export type Phase = "mark" | "collect";

/** Which of the two old spaces. */
export type Space = 0 | 1;

/**
 * What the running frames hold, told one by one: their functions, their locals and what lies on their operand stacks.
 * An object may be told twice; 0 and untracked objects are ignored.
 */
export type VisitFrames = (mark: (o: number) => void) => void;

/** One per heap. Plain data. */
export class IncrementalState {
  /** `work_to_do`: objects still to be looked at. Below 0 the collector is ahead, and a trigger returns at once. */
  workToDo = 0;
  phase: Phase = "mark";
  /** The old space that holds what this cycle has looked at already; the other one is pending. */
  visitedSpace: Space = 0;
  /** How many young collections have put their survivors into each old space: `old[space].count`. */
  readonly counts: [number, number] = [0, 0];
  /** How many start-up objects are still pending in this cycle. */
  startupPending: number;
  /** Set by whoever runs a program, so that marking finds what its frames hold. */
  visitFrames: VisitFrames | null = null;

  /**
   * @param startupUnmarked - How many start-up objects marking does not reach: nothing but C code refers to them.
   */
  constructor(readonly startupUnmarked: number) {
    this.startupPending = startupUnmarked;
  }
}

/** What a run of an exercise's tests against one answer says: plain data, one entry per test of the manifest, always. */

/** Public tests are the ones a learner sees; hidden tests run at grading. */
export type Suite = "public" | "hidden";

/**
 * `pass`; `fail`: an expectation did not hold; `error`: the answer threw, ended the process or could not be loaded;
 * `timeout`: the test did not end in time; `memory`: the answer used more than it may; `missing`: no verdict came.
 */
export type TestStatus = "pass" | "fail" | "error" | "timeout" | "memory" | "missing";

/** One test as its author wrote it: the trusted side of a result. */
export interface TestEntry {
  /** The title, with those of the `describe` blocks around it before, joined by " > ". Unique in its suite. */
  readonly name: string;
  readonly suite: Suite;
  /** What the test gives when it passes. Not always a whole number. */
  readonly points: number;
}

/** Where and how an answer departs from what a test expects. Each text is cut to a readable length. */
export interface Failure {
  /** One or two plain sentences; empty for a test that passed. */
  readonly message: string;
  /** What was called, as the test writes it. */
  readonly call?: string;
  /** The value that the test expects. */
  readonly expected?: string;
  /** The value that the answer gave. */
  readonly actual?: string;
  /** The first place where the two differ, for lists, maps and objects. */
  readonly difference?: string;
  /** The line of the answer that threw, counted from 1. */
  readonly line?: number;
}

/** The verdict on one test. */
export interface TestResult extends TestEntry, Failure {
  readonly status: TestStatus;
}

/** Why no test could be run at all: the answer did not get past its own loading. */
export interface Fault {
  readonly kind: "load-error" | "timeout" | "exited" | "memory";
  readonly message: string;
  /** The line of the answer, counted from 1, when one is to blame. */
  readonly line?: number;
}

/** The verdict on one answer. */
export interface TestRun {
  /** In the manifest's order, one per test of the suites that were asked for. */
  readonly tests: readonly TestResult[];
  readonly fault?: Fault;
  /** What the answer printed, cut after 4 000 characters. */
  readonly printed: string;
}

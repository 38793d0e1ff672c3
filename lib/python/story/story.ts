/** What a program did with memory, line by line, as plain data. */

import type { CountedStatement } from "../../sim/count-timeline";
import type { Growth } from "../../sim/growth";

/** What became of the objects that one source line made. */
export interface LineStory {
  readonly line: number;
  /** How often execution came to it. */
  readonly executed: number;
  /** Objects made while the line was executed, temporary ones included. */
  readonly born: number;
  /** How many of them are dead. */
  readonly died: number;
  /** Of those still alive at the end: how many can still be reached, and how many wait for the collector. */
  readonly reachable: number;
  readonly garbage: number;
  /** Bytes of the latter, attribute values and items included. */
  readonly garbageBytes: number;
}

/** Objects that nothing reaches any more, but that are still there: one group for each class and source line. */
export interface GarbageGroup {
  readonly type: string;
  /** Where they were made; 0 = before the first line. */
  readonly line: number;
  readonly objects: number;
  readonly bytes: number;
  /** What keeps one of them alive: from it, reference by reference, back to itself or to what holds it. */
  readonly chain: readonly ChainLink[];
}

/** One reference of a chain. */
export interface ChainLink {
  /** The name of the object's class. */
  readonly type: string;
  /** The reference that leads on from it: ".b", "[0]", "['key']". */
  readonly reference: string;
}

/** Where and why a program was stopped before its end. */
export interface StoryStop {
  readonly line: number;
  readonly reason: string;
}

/**
 * The whole story. As a {@link Growth} it can be charted; an iteration is one pass of the loop that went round most often.
 */
export interface Story extends Growth {
  readonly source: "simulated";
  readonly file: string;
  /** The source, line by line; the first is line 1. */
  readonly text: readonly string[];
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
  /** null when the program came to its end. */
  readonly stop: StoryStop | null;
  /** The line of the loop whose passes are counted; 0 when nothing was repeated. */
  readonly loopLine: number;
  readonly lines: readonly LineStory[];
  /** What was garbage when the program ended or was stopped, before the interpreter cleaned up. */
  readonly garbage: readonly GarbageGroup[];
  /** The counts of the objects that had a name, after each of the first executed lines. */
  readonly statements: readonly CountedStatement[];
  /** Memory above that at the start, in bytes, when the program ended or was stopped. */
  readonly bytesLeft: number;
  /** The most memory at once, sampled. */
  readonly bytesAtMost: number;
}

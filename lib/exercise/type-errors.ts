/** What TypeScript, in strict mode, has against an answer. vitest only takes the types away; it never reads them. */

import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** One complaint of the compiler. */
export interface TypeComplaint {
  /** Line and column in the answer, both counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Types can be made to take for ever; then the answer's behaviour alone has to speak for it. */
const longestMs = 30_000;

/**
 * Check the types of an answer, in a thread of its own: in a notebook the kernel stays free.
 *
 * @param source - The text of a TypeScript module.
 * @returns In the order of the lines; empty too when the compiler did not come to an end.
 */
export function typeErrors(source: string): Promise<readonly TypeComplaint[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, "type-errors-worker.js"), { workerData: source });
    const clock = setTimeout(() => finish([]), longestMs);
    const finish = (found: readonly TypeComplaint[]): void => {
      clearTimeout(clock);
      void worker.terminate();
      resolve(found);
    };
    worker.once("message", finish);
    worker.once("error", (error) => {
      clearTimeout(clock);
      reject(error);
    });
  });
}

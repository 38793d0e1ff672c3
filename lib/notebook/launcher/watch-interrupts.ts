/** Lets Interrupt end a loop that follows an `await`, and the kernel end with its parent. */

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CompilingFlag } from "./compiling-flag";

/**
 * Start the thread that listens to the parent, and answer it for as long as this thread runs its event loop.
 *
 * @param compiling - Raised while a cell is being compiled.
 */
export function watchInterrupts(compiling: CompilingFlag): void {
  const worker = new Worker(join(__dirname, "interrupt-worker.js"), { workerData: compiling });
  worker.on("message", () => worker.postMessage("alive"));
  worker.unref();
}

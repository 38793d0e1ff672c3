/** Reports what fails in a timer or an unawaited promise, after its cell: as tslab does, but in the learner's lines. */

import { thrownFault } from "./cell-faults";
import type { CellLog } from "./cell-log";

/** Take the place of the listeners that tslab has set when it started. */
export function reportLateErrors(log: CellLog): void {
  replace("uncaughtException", "UncaughtException", log);
  replace("unhandledRejection", "UnhandledPromiseRejection", log);
}

function replace(event: "uncaughtException" | "unhandledRejection", title: string, log: CellLog): void {
  process.removeAllListeners(event);
  process.on(event, (thrown: unknown) => {
    const [first, ...rest] = thrownFault(thrown, log).traceback;
    process.stderr.write([`${title}: ${first}`, ...rest, ""].join("\n"));
  });
}

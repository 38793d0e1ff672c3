/** Why an answer could not be run at all. */

import type { ChildLine } from "./child-line";
import type { Fault } from "./test-run";
import type { ChildOutcome } from "./watch-child";

/**
 * Tell from a child's lines whether the answer got past its own loading.
 *
 * @returns Undefined when it did: then each test has, or can be given, its own verdict.
 */
export function faultOf(outcome: ChildOutcome, timeoutMs: number): Fault | undefined {
  const { end, lines } = outcome;
  const failed = lines.find(
    (line): line is Extract<ChildLine, { kind: "load-error" }> => line.kind === "load-error",
  );
  if (failed !== undefined) return loadError(failed);
  if (end === "done" || lines.some((line) => line.kind === "exports")) return undefined;
  switch (end) {
    case "silent":
      return {
        kind: "timeout",
        message: `your code did not finish loading within ${timeoutMs / 1000} s: look for an endless loop outside the functions`,
      };
    case "memory":
      return { kind: "memory", message: "your code ran out of memory while it was loaded" };
    case "flood":
      return { kind: "load-error", message: "your code printed more than 1 MB while it was loaded" };
    case "gone":
      return { kind: "exited", message: "your code ended the process while it was loaded" };
  }
}

function loadError({ failure }: Extract<ChildLine, { kind: "load-error" }>): Fault {
  const line = failure.line === undefined ? {} : { line: failure.line };
  if (failure.message === "your code called process.exit") {
    return { kind: "exited", message: "your code called process.exit while it was loaded", ...line };
  }
  return { kind: "load-error", message: failure.message, ...line };
}

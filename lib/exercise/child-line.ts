/** The lines that the test runner in the child writes while it works: one JSON object each, as things happen. */

import type { Failure, Suite } from "./test-run";

/** What the child says. A test is named by its suite and its full name. */
export type ChildLine =
  /** A test file is about to be loaded, and with it the answer. */
  | { readonly kind: "loading"; readonly suite: Suite }
  /** The answer was loaded: each export with its `typeof`. */
  | { readonly kind: "exports"; readonly exports: readonly (readonly [string, string])[] }
  | { readonly kind: "load-error"; readonly suite: Suite; readonly failure: Failure }
  | {
      readonly kind: "collected";
      readonly suite: Suite;
      readonly tests: readonly { readonly name: string; readonly points: unknown }[];
    }
  | { readonly kind: "start"; readonly suite: Suite; readonly name: string }
  | {
      readonly kind: "end";
      readonly suite: Suite;
      readonly name: string;
      readonly status: "pass" | "fail" | "error" | "timeout" | "missing";
      readonly failure: Failure;
    }
  | { readonly kind: "out-of-memory" }
  /** All tests of the file have run. */
  | { readonly kind: "file-done"; readonly suite: Suite };

const kinds: readonly string[] = [
  "loading",
  "exports",
  "load-error",
  "collected",
  "start",
  "end",
  "out-of-memory",
  "file-done",
];

/**
 * Read one line.
 *
 * @returns Undefined for anything that is not such a line: the answer runs in the same process and can write here too.
 */
export function readChildLine(text: string): ChildLine | undefined {
  try {
    const line = JSON.parse(text) as { kind?: unknown } | null;
    return typeof line?.kind === "string" && kinds.includes(line.kind) ? (line as ChildLine) : undefined;
  } catch {
    return undefined;
  }
}

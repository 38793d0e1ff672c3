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

/**
 * Read one line.
 *
 * @returns Undefined for anything that is not such a line, to the last member: the answer runs in the same process and
 *   can write here too.
 */
export function readChildLine(text: string): ChildLine | undefined {
  try {
    const line = JSON.parse(text) as Members | null;
    return line !== null && isChildLine(line) ? (line as unknown as ChildLine) : undefined;
  } catch {
    return undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;

function isChildLine(line: Members): boolean {
  const { kind, suite, name } = line;
  if (kind === "out-of-memory") return true;
  if (kind === "exports") return Array.isArray(line.exports) && line.exports.every(isPairOfTexts);
  if (suite !== "public" && suite !== "hidden") return false;
  switch (kind) {
    case "loading":
    case "file-done":
      return true;
    case "load-error":
      return isFailure(line.failure);
    case "collected":
      return Array.isArray(line.tests) && line.tests.every((test: Members | null) => isText(test?.name));
    case "start":
      return isText(name);
    case "end":
      return isText(name) && isStatus(line.status) && isFailure(line.failure);
    default:
      return false;
  }
}

function isFailure(value: unknown): boolean {
  const failure = value as Members | null | undefined;
  return (
    isText(failure?.message) &&
    ["call", "expected", "actual", "difference"].every((name) => isOptional(failure?.[name], isText)) &&
    isOptional(failure?.line, isPosition) &&
    isOptional(failure?.noticedAt, (at) => Array.isArray(at) && at.length === 2 && at.every(isPosition))
  );
}

function isOptional(value: unknown, orElse: (value: unknown) => boolean): boolean {
  return value === undefined || orElse(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isPairOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isText);
}

/** A line or a column, counted from 1. */
function isPosition(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isStatus(value: unknown): boolean {
  return ["pass", "fail", "error", "timeout", "missing"].includes(value as string);
}

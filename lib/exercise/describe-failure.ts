/** From what a test threw to what a learner reads. Runs in the worker thread, beside the answer. */

import { dirname } from "node:path";
import { firstDifference } from "./first-difference";
import { kitRoot } from "./kit-folder";
import { showValue } from "./show-value";
import type { Failure } from "./test-run";

/** A failure, with the place in the test file that noticed it, so that the parent can quote the call. */
export interface NoticedFailure extends Failure {
  /** Line and column in the test file, both counted from 1. */
  readonly noticedAt?: readonly [number, number];
}

const longestMessage = 600;

/** What a test that did not pass is to be reported as. */
export interface DescribedFailure {
  readonly status: "fail" | "error" | "timeout";
  readonly failure: NoticedFailure;
}

/** What is said of a test that reached a part of the starter that the learner has not touched: it throws "TODO ...". */
export const notStarted = "not started yet";

/** The two files whose lines matter in a stack. */
export interface FailurePlace {
  /** Null while only the list of tests is collected. */
  readonly answerFile: string | null;
  readonly testFile: string;
}

/**
 * Describe what a test, or the loading of its file, threw.
 *
 * @param thrown - Anything; it may come from the answer.
 */
export function describeFailure(thrown: unknown, place: FailurePlace): DescribedFailure {
  const error = withoutPaths(readable(thrown), place);
  const noticedAt = positionIn(error.stack, place.testFile);
  const line = place.answerFile === null ? undefined : positionIn(error.stack, place.answerFile)?.[0];
  const at = { ...(noticedAt && { noticedAt }), ...(line !== undefined && { line }) };
  if (/^(Test|Hook) timed out in/.test(error.message))
    return { status: "timeout", failure: { message: "did not finish: a promise was never settled", ...at } };
  if (/^process\.exit unexpectedly called/.test(error.message))
    return { status: "error", failure: { message: "your code called process.exit", ...at } };
  if (/^TODO\b/.test(error.message)) return { status: "error", failure: { message: notStarted, ...at } };
  const unreadable = notTypeScript(error.message);
  if (unreadable !== undefined) return { status: "error", failure: unreadable };
  if (error.name === "AssertionError")
    return { status: "fail", failure: { ...assertion(error, thrown as object), ...at } };
  return { status: "error", failure: { message: threw(error, place, line), ...at } };
}

/** What the compiler says of a text that it cannot parse. A text that is no text has no line. */
function notTypeScript(message: string): Failure | undefined {
  const [, why] = /^Transform failed[\s\S]*?\[PARSE_ERROR\] (.*)/.exec(message) ?? [];
  if (why === undefined) return undefined;
  const [, line] = /:(\d+):\d+ \]/.exec(message) ?? [];
  const at = line === undefined ? {} : { line: Number(line) };
  return { message: `your code is not TypeScript: ${why}`, ...at };
}

/** Blame the answer for what was thrown inside it, and for what has no stack: only an answer throws such a thing. */
function threw(error: ReadableError, place: FailurePlace, line: number | undefined): string {
  const what = `${error.name}: ${error.message}`;
  if (place.answerFile === null) return what;
  if (line === undefined && error.stack !== "")
    return `the check could not go on with what your code gave it: ${what}`;
  const advice = error.name === "ReferenceError" ? "; an answer declares or imports all that it uses" : "";
  return `your code threw ${what}${advice}`;
}

interface ReadableError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

function readable(thrown: unknown): ReadableError {
  try {
    const { name, message, stack } = thrown as Partial<ReadableError>;
    if (typeof message === "string")
      return { name: String(name ?? "Error"), message, stack: String(stack ?? "") };
    return { name: "a value that is not an Error", message: showValue(thrown), stack: "" };
  } catch {
    return { name: "a value that cannot be read", message: "", stack: "" };
  }
}

/** The same text on every machine: no colours, and no folder of this one. */
function withoutPaths(error: ReadableError, place: FailurePlace): ReadableError {
  const folders = [
    dirname(place.testFile),
    kitRoot,
    ...(place.answerFile === null ? [] : [dirname(place.answerFile)]),
  ];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  let message = error.message.replace(/\x1b\[[0-9;]*m/g, "");
  for (const folder of folders) message = message.replaceAll(`${folder}/`, "");
  return { ...error, message: clipped(message) };
}

/** An expectation that did not hold: the test author's own sentence when there is one, and the two values. */
function assertion(error: ReadableError, thrown: object): Failure {
  const colon = error.message.indexOf(": expected ");
  const message = colon > 0 ? error.message.slice(0, colon) : error.message;
  if (!("expected" in thrown && "actual" in thrown)) return { message };
  const difference = firstDifference(thrown.expected, thrown.actual);
  return {
    message,
    expected: showValue(thrown.expected),
    actual: showValue(thrown.actual),
    ...(difference !== undefined && { difference }),
  };
}

/** The topmost frame of the stack that is in `file`. */
function positionIn(stack: string, file: string): readonly [number, number] | undefined {
  for (const frame of stack.split("\n")) {
    const start = frame.indexOf(`${file}:`);
    const [, line, column] =
      start < 0 ? [] : (/^(\d+):(\d+)/.exec(frame.slice(start + file.length + 1)) ?? []);
    if (line !== undefined) return [Number(line), Number(column)];
  }
  return undefined;
}

function clipped(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)} ...`;
}

/** What a notebook must not do when it is run, and how to say so. */

import { cellOutputs } from "./cell-output";
import type { ExecuteResult } from "./kernel-client";
import { type Cell, hasTag, type Output } from "./notebook";

/** Something that a notebook must not do when it is run. */
export interface NotebookProblem {
  /** Which cell, counted from 1, prose cells included. */
  readonly cell: number;
  readonly kind:
    | "failed"
    | "did-not-fail"
    | "aborted"
    | "async-error"
    | "late-output"
    | "timed-out"
    | "kernel-died";
  /** One or two sentences: what happened, and what to do about it. */
  readonly message: string;
}

const lateError = /^(?:UncaughtException|UnhandledPromiseRejection): .*/m;

/**
 * Judge how a cell ended.
 *
 * @param timeoutMs - How long it was given.
 */
export function outcomeProblem(
  cell: Cell,
  { status, messages }: ExecuteResult,
  timeoutMs: number,
): Omit<NotebookProblem, "cell"> | undefined {
  const expected = hasTag(cell, "raises-exception");
  switch (status) {
    case "ok":
      if (!expected) return undefined;
      return {
        kind: "did-not-fail",
        message:
          "The cell is tagged raises-exception but did not fail. Remove the tag, or make it fail again.",
      };
    case "error":
      if (expected) return undefined;
      return {
        kind: "failed",
        message: `The cell failed; if it is meant to, tag it raises-exception. ${errorLine(cellOutputs([messages])[0] ?? [])}`,
      };
    case "aborted":
      return { kind: "aborted", message: "The kernel skipped the cell, as it does right after an error." };
    case "timed-out":
      return {
        kind: "timed-out",
        message: `The cell was still running after ${timeoutMs / 1000} s. Look for an endless loop or a promise that never settles.`,
      };
    case "died":
      return {
        kind: "kernel-died",
        message: "The kernel ended while the cell ran. Look for process.exit or memory that ran out.",
      };
  }
}

/** The line that names the error: from an error output, or, from the stock kernel, in what it printed. */
function errorLine(outputs: readonly Output[]): string {
  const error = outputs.find((output) => output.output_type === "error");
  if (error !== undefined) return `${error.ename}: ${error.evalue}`;
  const text = printedText(outputs);
  const named = /^(?:Uncaught )?\w*(?:Error|Exception)\b.*$|^(?:\S+ )?\d+:\d+ - .*$/m.exec(text);
  return named?.[0] ?? text.trim().split("\n").at(-1) ?? "";
}

function printedText(outputs: readonly Output[]): string {
  return outputs.map((output) => (output.output_type === "stream" ? output.text : "")).join("");
}

/**
 * Judge what came from the cell when it had ended.
 *
 * @param cell - Its number.
 * @param outputs - What it published, as stored.
 */
export function lateProblems(
  cell: number,
  result: ExecuteResult | undefined,
  outputs: readonly Output[],
): NotebookProblem[] {
  const error = lateError.exec(printedText(outputs));
  if (error !== null)
    return [
      {
        cell,
        kind: "async-error",
        message: `A timer or an unawaited promise failed; await it in the cell. ${error[0]}`,
      },
    ];
  if (!result?.messages.some((message) => message.late)) return [];
  return [
    {
      cell,
      kind: "late-output",
      message: "Output came after the cell had ended and may land in another cell. Await what prints it.",
    },
  ];
}

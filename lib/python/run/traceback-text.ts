/** A traceback as text, as CPython writes it for an exception that nobody catches. Mirrors `print_exception`, `tb_displayline`. */

import { suppressesContext } from "../objects/exception-cause";
import { exceptionMember } from "../objects/exception-object";
import { frameInfo } from "../objects/frame-object";
import { str } from "../objects/text";
import { entryFrame, nextEntry, tracebackInfo } from "../objects/traceback-object";
import { typeOf } from "../objects/type-lookup";
import { clearError } from "./error";
import type { Machine } from "./machine";

export { addTraceback } from "./traceback";

/** Entries that are the same and follow each other: so many are shown (`TB_RECURSIVE_CUTOFF`). */
const SHOWN_REPETITIONS = 3;

/**
 * All that CPython writes of an exception: what it came from, where it came by, what it is.
 *
 * Simplified: from 3.11 on real CPython marks the expression in the line with carets, and a name that nearly exists is
 * suggested; here neither is.
 */
export function tracebackText(m: Machine, exception: number): string {
  return chain(m, exception)
    .map(([one, link]) => link + traceback(m, one) + lastLine(m, one))
    .join("");
}

/** The same without what it came from, as it is written of an exception that nobody could catch (`write_unraisable_exc_file`). */
export function ownTracebackText(m: Machine, exception: number): string {
  return traceback(m, exception) + lastLine(m, exception);
}

/** The exception and those it came from, the first one first, each with the words that lead to it. */
function chain(m: Machine, last: number): (readonly [exception: number, link: string])[] {
  const chained: (readonly [number, string])[] = [];
  const seen = new Set<number>();
  for (let one = last; one !== 0 && !seen.has(one); ) {
    seen.add(one);
    const cause = exceptionMember(m, one, "cause");
    const context = suppressesContext(m, one) ? 0 : exceptionMember(m, one, "context");
    const before = cause !== 0 ? cause : context;
    const isLinked = before !== 0 && !seen.has(before);
    const words = cause !== 0 ? CAUSE : CONTEXT;
    chained.unshift([one, isLinked ? words : ""]);
    one = before;
  }
  return chained;
}

const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";

function traceback(m: Machine, exception: number): string {
  const first = exceptionMember(m, exception, "traceback");
  if (first === 0) return "";
  let text = "Traceback (most recent call last):\n";
  let last = "";
  let times = 0;
  for (let entry = first; entry !== 0; entry = nextEntry(m, entry)) {
    const one = entryText(m, entry);
    if (one !== last) text += repetition(times);
    times = one === last ? times + 1 : 1;
    if (times <= SHOWN_REPETITIONS) text += one;
    last = one;
  }
  return text + repetition(times);
}

/** What stands for entries that are not shown. */
function repetition(times: number): string {
  const more = times - SHOWN_REPETITIONS;
  return more <= 0 ? "" : `  [Previous line repeated ${more} more time${more === 1 ? "" : "s"}]\n`;
}

function entryText(m: Machine, entry: number): string {
  const { line } = tracebackInfo(m, entry);
  const { code } = frameInfo(m, entryFrame(m, entry));
  const source = m.sources.get(code.fileName)?.[line - 1]?.trim() ?? "";
  const head = `  File "${code.fileName}", line ${line}, in ${code.code.name}\n`;
  return source === "" ? head : `${head}    ${source}\n`;
}

/** For example `KeyError: 'a'`. */
function lastLine(m: Machine, exception: number): string {
  const name = className(m, exception);
  const text = str(m, exception);
  if (text === null) clearError(m);
  const message = text ?? "<exception str() failed>";
  return message === "" ? `${name}\n` : `${name}: ${message}\n`;
}

function className(m: Machine, exception: number): string {
  const { uncaughtName } = m.rules.texts;
  const { module, name, qualname } = typeOf(m, exception);
  const own = uncaughtName === "module and name" ? name : qualname;
  const isPlain = module === "builtins" || (module === "__main__" && uncaughtName === "qualname");
  return isPlain ? own : `${module}.${own}`;
}

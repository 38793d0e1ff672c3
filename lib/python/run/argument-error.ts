/** What a function says when it is called with the wrong arguments. Mirrors `too_many_positional`, `missing_arguments` in `Python/ceval.c`. */

import type { CodeObject } from "../objects/code-object";
import { functionName, functionQualname } from "../objects/function-object";
import { raise } from "./error";
import type { Machine } from "./machine";

/** @returns false */
export function argumentError(m: Machine, func: number, what: string): false {
  const name = m.rules.texts.qualifiesFunctions ? functionQualname(m, func) : functionName(m, func);
  raise(m, "TypeError", `${name}() ${what}`);
  return false;
}

/** @param keywordOnly - How many keyword-only arguments were given. @returns false */
export function tooManyPositional(
  m: Machine,
  func: number,
  { code }: CodeObject,
  given: number,
  defaults: number,
  keywordOnly: number,
): false {
  const { argCount } = code;
  const takes = defaults > 0 ? `from ${argCount - defaults} to ${argCount}` : `${argCount}`;
  const also =
    keywordOnly === 0
      ? ""
      : ` positional argument${s(given)} (and ${keywordOnly} keyword-only argument${s(keywordOnly)})`;
  const plural = defaults > 0 || argCount !== 1 ? "s" : "";
  const verb = given === 1 && keywordOnly === 0 ? "was" : "were";
  return argumentError(
    m,
    func,
    `takes ${takes} positional argument${plural} but ${given}${also} ${verb} given`,
  );
}

/** @returns false */
export function missingArguments(
  m: Machine,
  func: number,
  kind: "positional" | "keyword-only",
  names: readonly string[],
): false {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop()!;
  const list = quoted.length === 0 ? last : `${quoted.join(", ")}${quoted.length > 1 ? "," : ""} and ${last}`;
  return argumentError(
    m,
    func,
    `missing ${names.length} required ${kind} argument${s(names.length)}: ${list}`,
  );
}

function s(count: number): string {
  return count === 1 ? "" : "s";
}

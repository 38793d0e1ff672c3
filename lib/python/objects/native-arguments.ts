/** Are these the arguments that a built-in function takes? Mirrors `_PyArg_CheckPositional`, `cfunction_check_kwargs`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import type { NativeCallable } from "./native-function";
import type { Keywords } from "./native-type";

/** Check the number of positional arguments, `self` not counted, and the names of the others. @returns false with an exception set. */
export function argumentsFit(
  m: Machine,
  callable: NativeCallable,
  count: number,
  keywords: Keywords,
): boolean {
  const { definition } = callable;
  const { least = 0, keywords: names = [] } = definition;
  const most = definition.most ?? least;
  if (keywords !== null && keywords.size > 0 && names !== "any") {
    const unknown = [...keywords.keys()].find((name) => !names.includes(name));
    if (unknown !== undefined) return fail(m, unknownKeyword(m, callable, unknown));
  }
  if (count >= least && count <= most) return true;
  return fail(m, wrongCount(m, callable, least, most, count));
}

/** The name by which messages call it. */
function qualifiedName(m: Machine, { definition, owner }: NativeCallable): string {
  return owner === null || !m.rules.calls.qualifiesMethods
    ? definition.name
    : `${owner.name}.${definition.name}`;
}

function unknownKeyword(m: Machine, callable: NativeCallable, name: string): string {
  const { definition } = callable;
  if (callable.isWrapper) return `wrapper ${definition.name}() takes no keyword arguments`;
  if (definition.keywords === undefined) return `${qualifiedName(m, callable)}() takes no keyword arguments`;
  return `${definition.name}() got an unexpected keyword argument '${name}'`;
}

function wrongCount(
  m: Machine,
  callable: NativeCallable,
  least: number,
  most: number,
  count: number,
): string {
  const name = qualifiedName(m, callable);
  if (callable.isWrapper) return `expected ${least} argument${least === 1 ? "" : "s"}, got ${count}`;
  if (most === 0) return `${name}() takes no arguments (${count} given)`;
  if (least === 1 && most === 1) return `${name}() takes exactly one argument (${count} given)`;
  const expected = count < least ? least : most;
  const bound = least === most ? "" : count < least ? "at least " : "at most ";
  return `${callable.definition.name} expected ${bound}${expected} argument${expected === 1 ? "" : "s"}, got ${count}`;
}

function fail(m: Machine, message: string): false {
  raise(m, "TypeError", message);
  return false;
}

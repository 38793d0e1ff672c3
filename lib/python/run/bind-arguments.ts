/** From the arguments of a call to the slots of its frame. Mirrors `initialize_locals` in `Python/ceval.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { createDict, item } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import type { CodeObject } from "../objects/code-object";
import { FunctionSlot } from "../objects/function-object";
import { isStr, textOf } from "../objects/make-atom";
import { itemsOf, makeTuple } from "../objects/make-container";
import { setItem } from "../objects/subscript";
import { argumentError, missingArguments, tooManyPositional } from "./argument-error";
import type { Machine } from "./machine";

/** The arguments of one call. All references are owned. */
export interface Arguments {
  readonly positional: readonly number[];
  /** Keyword arguments: strs, borrowed, and their values. */
  readonly names: readonly number[];
  readonly values: readonly number[];
}

/**
 * Fill the slots of a frame, which are empty, from `base` on. The references move there, and those for which there is no
 * slot are released.
 *
 * @returns false with an exception set; then some slots are filled.
 */
export function bindArguments(
  m: Machine,
  func: number,
  object: CodeObject,
  base: number,
  { names, positional, values }: Arguments,
): boolean {
  const { h, stack } = m;
  const { argCount, flags, kwOnlyArgCount } = object.code;
  const named = argCount + kwOnlyArgCount;
  const rest = flags.varKeywords ? createDict(h) : 0;
  if (rest !== 0) stack[base + named + (flags.varArgs ? 1 : 0)] = rest;
  const copied = Math.min(argCount, positional.length);
  for (let i = 0; i < copied; i++) stack[base + i] = positional[i]!;
  const further = positional.slice(copied);
  if (flags.varArgs) stack[base + named] = makeTuple(m, further);
  else for (const extra of further) decref(h, extra);
  if (!bindKeywords(m, func, object, base, names, values, rest)) return false;
  if (further.length > 0 && !flags.varArgs) return tooMany(m, func, object, base, positional.length);
  return fillDefaults(m, func, object, base, copied) && fillKeywordDefaults(m, func, object, base);
}

/** Each goes to the slot of its name, or into `**kw`. Of those behind a wrong one the references are released. */
function bindKeywords(
  m: Machine,
  func: number,
  object: CodeObject,
  base: number,
  names: readonly number[],
  values: readonly number[],
  rest: number,
): boolean {
  for (let i = 0; i < names.length; i++) {
    if (bindKeyword(m, func, object, base, names[i]!, values[i]!, rest, names)) continue;
    for (const value of values.slice(i)) decref(m.h, value);
    return false;
  }
  return true;
}

function bindKeyword(
  m: Machine,
  func: number,
  { code }: CodeObject,
  base: number,
  name: number,
  value: number,
  rest: number,
  all: readonly number[],
): boolean {
  if (!isStr(m, name)) return argumentError(m, func, "keywords must be strings");
  const text = textOf(m, name);
  const i = code.localNames.indexOf(text, code.posOnlyArgCount);
  if (i >= 0 && i < code.argCount + code.kwOnlyArgCount) {
    if (m.stack[base + i] !== 0) return argumentError(m, func, `got multiple values for argument '${text}'`);
    m.stack[base + i] = value;
    return true;
  }
  if (rest === 0) return unexpected(m, func, code, text, all);
  if (!setItem(m, rest, name, value)) return false;
  decref(m.h, value);
  return true;
}

function unexpected(
  m: Machine,
  func: number,
  code: CodeObject["code"],
  name: string,
  all: readonly number[],
): false {
  const given = new Set(all.filter((one) => isStr(m, one)).map((one) => textOf(m, one)));
  const wrong = code.localNames.slice(0, code.posOnlyArgCount).filter((one) => given.has(one));
  if (wrong.length === 0) return argumentError(m, func, `got an unexpected keyword argument '${name}'`);
  const what = "got some positional-only arguments passed as keyword arguments";
  return argumentError(m, func, `${what}: '${wrong.join(", ")}'`);
}

function tooMany(m: Machine, func: number, object: CodeObject, base: number, given: number): false {
  const { argCount, kwOnlyArgCount } = object.code;
  const keywordOnly = m.stack.subarray(base + argCount, base + argCount + kwOnlyArgCount);
  const givenOnly = keywordOnly.filter((value) => value !== 0).length;
  return tooManyPositional(m, func, object, given, defaultsOf(m, func).length, givenOnly);
}

/** Positional parameters without an argument take their defaults. @param given - Positional arguments. */
function fillDefaults(m: Machine, func: number, { code }: CodeObject, base: number, given: number): boolean {
  const { h, stack } = m;
  if (given >= code.argCount) return true;
  const defaults = defaultsOf(m, func);
  const required = code.argCount - defaults.length;
  const missing = code.localNames.slice(0, required).filter((_, i) => stack[base + i] === 0);
  if (missing.length > 0) return missingArguments(m, func, "positional", missing);
  for (let i = Math.max(given, required); i < code.argCount; i++) {
    if (stack[base + i] !== 0) continue;
    const value = defaults[i - required]!;
    incref(h, value);
    stack[base + i] = value;
  }
  return true;
}

function fillKeywordDefaults(m: Machine, func: number, { code }: CodeObject, base: number): boolean {
  const { h, stack } = m;
  const defaults = slot(h, func, FunctionSlot.KWDEFAULTS);
  const missing: string[] = [];
  for (let i = code.argCount; i < code.argCount + code.kwOnlyArgCount; i++) {
    if (stack[base + i] !== 0) continue;
    const name = code.localNames[i]!;
    const value = defaults === 0 ? 0 : item(h, defaults, internedStr(h, name));
    if (value === 0) missing.push(name);
    else incref(h, value);
    stack[base + i] = value;
  }
  return missing.length === 0 || missingArguments(m, func, "keyword-only", missing);
}

function defaultsOf(m: Machine, func: number): readonly number[] {
  const defaults = m.h.memory[m.h.memory[func + Field.START]! + FunctionSlot.DEFAULTS]!;
  return defaults === 0 ? [] : itemsOf(m, defaults);
}

/** One value to several places. Mirrors `UNPACK_SEQUENCE`, `UNPACK_EX`, `unpack_iterable`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { collectRest, iterate, next } from "../objects/iterate";
import { itemsOf, makeList } from "../objects/make-container";
import { typeName, typeOf } from "../objects/type-lookup";
import { clearError, errorIs, raise } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { popOperand, pushOperand } from "./operands";

/** UNPACK_SEQUENCE: value -- its `count` items, the first one on top. */
export function unpackSequence(m: Machine, frame: Frame, count: number): boolean {
  const value = popOperand(m, frame);
  const type = m.h.memory[value + Field.TYPE];
  const isPlain = type === Static.TUPLE_TYPE || type === Static.LIST_TYPE;
  const items =
    isPlain && m.h.memory[value + Field.LENGTH] === count ? held(m, value) : take(m, value, count);
  return finish(m, frame, value, items);
}

/** UNPACK_EX: the same with a list of those between the first and the last ones. */
export function unpackEx(m: Machine, frame: Frame, arg: number): boolean {
  const value = popOperand(m, frame);
  return finish(m, frame, value, takeAround(m, value, arg & 0xff, arg >> 8));
}

function finish(m: Machine, frame: Frame, value: number, items: readonly number[] | null): boolean {
  if (items !== null) for (let i = items.length - 1; i >= 0; i--) pushOperand(m, frame, items[i]!);
  decref(m.h, value);
  return items !== null;
}

function held(m: Machine, sequence: number): readonly number[] {
  const items = itemsOf(m, sequence);
  for (const item of items) incref(m.h, item);
  return items;
}

/** Exactly `count` items, owned; null = exception set. */
function take(m: Machine, value: number, count: number): readonly number[] | null {
  const iterator = iteratorOf(m, value);
  if (iterator === 0) return null;
  const items = takeFirst(m, iterator, count, `expected ${count}`);
  if (items === null) return fail(m, iterator, []);
  const further = next(m, iterator);
  if (further !== 0) {
    decref(m.h, further);
    raise(m, "ValueError", `too many values to unpack (expected ${count})`);
  }
  if (m.error !== 0) return fail(m, iterator, items);
  decref(m.h, iterator);
  return items;
}

function takeAround(m: Machine, value: number, before: number, after: number): readonly number[] | null {
  const iterator = iteratorOf(m, value);
  if (iterator === 0) return null;
  const first = takeFirst(m, iterator, before, `expected at least ${before + after}`);
  if (first === null) return fail(m, iterator, []);
  const rest = collectRest(m, iterator);
  if (rest === null) return fail(m, iterator, first);
  if (rest.length < after) {
    const got = first.length + rest.length;
    for (const item of rest.reverse()) decref(m.h, item);
    raise(m, "ValueError", `not enough values to unpack (expected at least ${before + after}, got ${got})`);
    return fail(m, iterator, first);
  }
  const last = after === 0 ? [] : rest.splice(-after);
  const list = makeList(m, rest);
  decref(m.h, iterator);
  return [...first, list, ...last];
}

/** Owned; null = exception set, and none is held. */
function takeFirst(m: Machine, iterator: number, count: number, expected: string): number[] | null {
  const items: number[] = [];
  while (items.length < count) {
    const item = next(m, iterator);
    if (item === 0) {
      if (m.error === 0)
        raise(m, "ValueError", `not enough values to unpack (${expected}, got ${items.length})`);
      release(m, items);
      return null;
    }
    items.push(item);
  }
  return items;
}

function iteratorOf(m: Machine, value: number): number {
  const { getItem, iterate: slot } = typeOf(m, value).slots;
  const iterator = iterate(m, value);
  if (iterator !== 0 || slot !== undefined || getItem !== undefined || !errorIs(m, "TypeError"))
    return iterator;
  clearError(m);
  return raise(m, "TypeError", `cannot unpack non-iterable ${typeName(m, value)} object`);
}

function fail(m: Machine, iterator: number, items: readonly number[]): null {
  release(m, items);
  decref(m.h, iterator);
  return null;
}

/** The last one first: they lay on the stack with the first one on top, and go as they came there. */
function release(m: Machine, items: readonly number[]): void {
  for (let i = items.length - 1; i >= 0; i--) decref(m.h, items[i]!);
}

/** `enumerate`. Mirrors `enum_next` in `Objects/enumobject.c`. */

import { keepNative } from "../../sim/heap/member-object";
import { Field } from "../../sim/heap/memory-map";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { add, type Whole } from "./int-arithmetic";
import { iterate, next } from "./iterate";
import { returnSelf } from "./iterator-self";
import { intOf, makeInt } from "./make-atom";
import { createRecord, type RecordKind } from "./native-record";
import type { Keywords, NativeType } from "./native-type";
import { createResult, givePair } from "./result-tuple";

/** `en_sit`, `en_result`, and behind them the next index; -1: it is beside the object, because it does not fit. */
const ITERATOR: number = Field.SLOTS;
const RESULT: number = Field.SLOTS + 1;
const INDEX: number = Field.SLOTS + 2;

const KIND: RecordKind = {
  name: "enumerate",
  references: 2,
  words: 1,
  sizeBytes: (h) => h.profile.objects.enumerateBytes,
  isContainer: true,
};

export const enumerateType: NativeType = {
  name: KIND.name,
  slots: { create: createEnumerate, iterate: returnSelf, next: nextPair },
};

function createEnumerate(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  const parsed = parseArguments(m, args, keywords);
  if (parsed === null) return 0;
  const [iterable, start] = parsed;
  const first = start === 0 ? 0 : intOf(m, start);
  if (first === null) return 0;
  const iterator = iterate(m, iterable);
  if (iterator === 0) return 0;
  const result = createResult(m, 2);
  const o = createRecord(m, KIND, iterator, result);
  setIndex(m, o, first);
  return o;
}

/** @returns the iterable and the start, 0 = none; null = exception set. */
function parseArguments(
  m: Machine,
  args: readonly number[],
  keywords: Keywords,
): readonly [iterable: number, start: number] | null {
  for (const name of keywords?.keys() ?? []) {
    if (name === "iterable" || name === "start") continue;
    raise(m, "TypeError", `'${name}' is an invalid keyword argument for enumerate()`);
    return null;
  }
  const count = args.length + (keywords?.size ?? 0);
  const iterable = args[0] ?? keywords?.get("iterable");
  if (iterable === undefined) {
    raise(m, "TypeError", fill(m.rules.texts.enumerateOfNothing));
    return null;
  }
  if (count > 2) {
    raise(m, "TypeError", `enumerate() takes at most 2 arguments (${count} given)`);
    return null;
  }
  return [iterable, args[1] ?? keywords?.get("start") ?? 0];
}

function nextPair(m: Machine, o: number): number {
  const item = next(m, m.h.memory[o + ITERATOR]!);
  if (item === 0) return 0;
  const index = indexOf(m, o);
  setIndex(m, o, add(index, 1));
  return givePair(m, m.h.memory[o + RESULT]!, makeInt(m, index), item);
}

function indexOf(m: Machine, o: number): Whole {
  const index = m.h.memory[o + INDEX]!;
  return index >= 0 ? index : (m.h.native.get(o) as Whole);
}

function setIndex(m: Machine, o: number, index: Whole): void {
  const fits = index >= 0 && index < 2 ** 31;
  m.h.memory[o + INDEX] = fits ? Number(index) : -1;
  if (!fits) keepNative(m.h, o, index);
}

/** Slots of classes that act as containers and iterators. Mirrors `slot_sq_length`, `slot_mp_subscript`, `slot_tp_iternext` and their like. */

import { decref } from "../../sim/heap/refcount";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import type { ClassSlot } from "./class-slots";
import { sizeOf } from "./make-atom";
import { callMethodOf } from "./special-lookup";
import { isTrue } from "./truth";

export const containerSlots: readonly ClassSlot[] = [
  { names: ["__len__"], slots: { length: lengthOf } },
  { names: ["__contains__"], slots: { contains: containsItem } },
  { names: ["__getitem__"], slots: { getItem: (m, o, key) => callMethodOf(m, o, "__getitem__", [key]) } },
  { names: ["__setitem__", "__delitem__"], slots: { setItem: setItemOf } },
  { names: ["__iter__"], slots: { iterate: (m, o) => callMethodOf(m, o, "__iter__", []) } },
  { names: ["__next__"], slots: { next: nextOf } },
];

function lengthOf(m: Machine, o: number): number {
  const result = callMethodOf(m, o, "__len__", []);
  if (result === 0) return -1;
  const length = sizeOf(m, result);
  decref(m.h, result);
  if (length === null) return -1;
  if (length < 0) raise(m, "ValueError", "__len__() should return >= 0");
  return length < 0 ? -1 : length;
}

function containsItem(m: Machine, o: number, item: number): number {
  const result = callMethodOf(m, o, "__contains__", [item]);
  if (result === 0) return -1;
  const answer = isTrue(m, result);
  decref(m.h, result);
  return answer;
}

function setItemOf(m: Machine, o: number, key: number, value: number): boolean {
  const result =
    value === 0 ? callMethodOf(m, o, "__delitem__", [key]) : callMethodOf(m, o, "__setitem__", [key, value]);
  if (result === 0) return false;
  decref(m.h, result);
  return true;
}

/** The end of an iterator may be StopIteration: it has the value that `yield from` gives. */
function nextOf(m: Machine, o: number): number {
  return callMethodOf(m, o, "__next__", []);
}

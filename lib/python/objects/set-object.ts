/** Sets and frozensets. Mirrors `PySet_Type`, `PyFrozenSet_Type` in `Objects/setobject.c`. */

import { untrackIfAtoms } from "../../sim/gc/untrack";
import { clear } from "../../sim/heap/clear";
import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { frozensetHash } from "../../sim/objects/hash-value";
import { elementCount, elementsOf } from "../../sim/objects/set-elements";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { hashOf } from "./hash-object";
import { makeSet } from "./make-container";
import type { Keywords, NativeDefinition, NativeType, Slots } from "./native-type";
import { containerText, heldRepr } from "./sequence-text";
import { compareSets, isDisjointFrom, isSubsetMethod, isSupersetMethod } from "./set-compare";
import { inSet, updateSet } from "./set-item";
import { createSetIterator } from "./set-iterator";
import {
  addMethod,
  clearSet,
  copySet,
  differenceMethod,
  differenceUpdate,
  discardMethod,
  intersectionMethod,
  intersectionUpdate,
  popFromSet,
  removeFromSet,
  symmetricDifference,
  symmetricDifferenceUpdate,
  unionMethod,
  updateMethod,
} from "./set-methods";
import { setBinary } from "./set-operators";
import { typeName } from "./type-lookup";

const ANY: number = Number.POSITIVE_INFINITY;

/** What both have. */
const slots: Slots = {
  repr: (m, set) => containerText(m, set, `${typeName(m, set)}(...)`, reprSet),
  compare: compareSets,
  length: (m, set) => elementCount(m.h, set),
  contains: inSet,
  iterate: createSetIterator,
  binary: setBinary,
};

const methods: readonly NativeDefinition[] = [
  { name: "copy", call: copySet },
  { name: "difference", most: ANY, call: differenceMethod },
  { name: "intersection", most: ANY, call: intersectionMethod },
  { name: "isdisjoint", least: 1, call: isDisjointFrom },
  { name: "issubset", least: 1, call: isSubsetMethod },
  { name: "issuperset", least: 1, call: isSupersetMethod },
  { name: "symmetric_difference", least: 1, call: symmetricDifference },
  { name: "union", most: ANY, call: unionMethod },
];

export const setType: NativeType = {
  name: "set",
  id: Static.SET_TYPE,
  subclassable: true,
  slots: { ...slots, create: createSetObject, init: initSet },
  methods: [
    ...methods,
    { name: "add", least: 1, call: addMethod },
    { name: "clear", call: clearSet },
    { name: "difference_update", most: ANY, call: differenceUpdate },
    { name: "discard", least: 1, call: discardMethod },
    { name: "intersection_update", most: ANY, call: intersectionUpdate },
    { name: "pop", call: popFromSet },
    { name: "remove", least: 1, call: removeFromSet },
    { name: "symmetric_difference_update", least: 1, call: symmetricDifferenceUpdate },
    { name: "update", most: ANY, call: updateMethod },
  ],
};

export const frozensetType: NativeType = {
  name: "frozenset",
  id: Static.FROZENSET_TYPE,
  subclassable: true,
  slots: { ...slots, create: createFrozenset, hash: hashFrozenset },
  methods,
};

function createSetObject(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  const set = makeSet(m);
  if (initSet(m, set, args, keywords)) return set;
  decref(m.h, set);
  return 0;
}

/** `set.__init__`: what is there goes first. */
function initSet(m: Machine, set: number, args: readonly number[], keywords: Keywords): boolean {
  const isExact = m.h.memory[set + Field.TYPE] === Static.SET_TYPE;
  if (isExact && !argumentsFit(m, "set", args, keywords)) return false;
  if (elementCount(m.h, set) > 0) clear(m.h, set);
  return args.length === 0 || updateSet(m, set, args[0]!);
}

/** A frozenset of a frozenset is that frozenset. */
function createFrozenset(m: Machine, _type: number, args: readonly number[], keywords: Keywords): number {
  if (!argumentsFit(m, "frozenset", args, keywords)) return 0;
  const [iterable] = args;
  if (iterable !== undefined && m.h.memory[iterable + Field.TYPE] === Static.FROZENSET_TYPE) {
    incref(m.h, iterable);
    return iterable;
  }
  const set = makeSet(m, Static.FROZENSET_TYPE);
  if (iterable !== undefined && !updateSet(m, set, iterable)) {
    decref(m.h, set);
    return 0;
  }
  if (!m.h.profile.collector.tracksAtomFrozensets) untrackIfAtoms(m.h, set, { byType: false });
  return set;
}

function argumentsFit(
  m: Machine,
  what: "set" | "frozenset",
  args: readonly number[],
  keywords: Keywords,
): boolean {
  if (keywords !== null && keywords.size > 0) raise(m, "TypeError", `${what}() takes no keyword arguments`);
  else if (args.length > 1) raise(m, "TypeError", `${what} expected at most 1 argument, got ${args.length}`);
  return m.error === 0;
}

/** `{1, 2}`, `frozenset({1, 2})`, `set()`. */
function reprSet(m: Machine, set: number): string | null {
  const elements = elementsOf(m.h, set);
  const name = typeName(m, set);
  if (elements.length === 0) return `${name}()`;
  for (const element of elements) incref(m.h, element);
  const texts: string[] = [];
  for (const element of elements) {
    const text = heldRepr(m, element);
    if (text === null) break;
    texts.push(text);
  }
  for (const element of elements) decref(m.h, element);
  if (texts.length < elements.length) return null;
  const list = `{${texts.join(", ")}}`;
  return m.h.memory[set + Field.TYPE] === Static.SET_TYPE ? list : `${name}(${list})`;
}

function hashFrozenset(m: Machine, set: number): bigint | null {
  const hashes: bigint[] = [];
  for (const element of elementsOf(m.h, set)) {
    const hash = hashOf(m, element);
    if (hash === null) return null;
    hashes.push(hash);
  }
  return frozensetHash(hashes);
}

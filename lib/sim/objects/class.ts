/** Classes: the class statement at run time. Mirrors `type_new` in `Objects/typeobject.c`. */

import { BadArgumentError } from "../errors";
import { createContainer } from "../heap/create";
import type { HeapState, ProgramCode } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { Field } from "../heap/memory-map";
import { decref } from "../heap/refcount";
import { createInt } from "./atom";
import { ClassRecord, type InstanceRules } from "./class-record";
import { createDict, setItem } from "./dict";
import { internedStr } from "./interned-str";
import { Static } from "./static-object";
import { createTuple } from "./tuple";
import { createWeakref } from "./weakref-list";

/** `type_traverse`, `type_dealloc`. `type_clear` empties the dict and drops the mro: see heap/clear.ts. */
export const CLASS: MemberType = {
  type: Static.TYPE_TYPE,
  members: ["tp_dict", "tp_mro", "tp_bases", "tp_base"],
  released: ["tp_base", "tp_dict", "tp_bases", "tp_mro"],
};

/** Descriptors: what `__dict__`, `__weakref__` and each name of `__slots__` is in the class. They have no `tp_clear`. */
const GETSET: MemberType = { type: Static.GETSET_DESCRIPTOR_TYPE, members: ["d_type"], cleared: [] };
const MEMBER: MemberType = { type: Static.MEMBER_DESCRIPTOR_TYPE, members: ["d_type"], cleared: [] };

/** What a class statement says. */
export interface ClassStatement {
  readonly name: string;
  /** The base class; 0 = `object`. */
  readonly base?: number;
  /** The tuple of the bases, where the statement names any: it is made before the body runs. */
  readonly bases?: number;
  /** The line of the statement; absent: 0, because a program here has no lines. */
  readonly line?: number;
  /** `__slots__`; absent: instances have a dict. */
  readonly slots?: readonly string[];
  /** `__del__`. */
  readonly finalizer?: ProgramCode | undefined;
  /** `__hash__`: a whole number. */
  readonly hash?: ((o: number) => number) | undefined;
  /** Functions and values of the body, by name. The class takes references to them. */
  readonly body?: ReadonlyMap<string, number>;
}

/**
 * Make a class: a cycle of about six tracked objects, as `class C: pass` does. The caller owns the reference; each living
 * instance holds another.
 *
 * Simplified: the temporary objects of the class statement itself, which leave nothing but entries on free lists, are
 * not made.
 */
export function createClass(h: HeapState, statement: ClassStatement): ClassRecord {
  const { base = 0 } = statement;
  const baseType = base === 0 ? Static.OBJECT_TYPE : base;
  const rules = instanceRules(h, statement);
  const bases = statement.bases ?? createTuple(h, [baseType]);
  const slotNames = createSlotNames(h, statement);
  const dict = createDict(h);
  fillDict(h, dict, statement);
  const id = createMemberObject(
    h,
    CLASS,
    rules.hasDict ? h.profile.objects.typeBytes : h.profile.objects.slottedTypeBytes,
    [dict, 0, bases, baseType],
    createContainer,
  );
  decref(h, dict);
  if (statement.bases === undefined) decref(h, bases);
  const record = new ClassRecord(id, statement.name, h.profile.objects.instance, rules);
  record.slotNames = slotNames;
  h.classes.set(id, record);
  if (h.profile.objects.mroBeforeDescriptors) storeMro(h, id, base);
  addDescriptors(h, id, dict, statement);
  if (!h.profile.objects.mroBeforeDescriptors) storeMro(h, id, base);
  setItem(h, dict, internedStr(h, "__doc__"), Static.NONE);
  register(h, record, base);
  return record;
}

/** What is known of a class object. @throws {BadArgumentError} When `type` is no class made by {@link createClass}. */
export function classRecord(h: HeapState, type: number): ClassRecord {
  const record = h.classes.get(type);
  if (record === undefined)
    throw new BadArgumentError(`Object ${type} is not a class that was made on this heap.`);
  return record;
}

function instanceRules(h: HeapState, { base = 0, finalizer, hash, slots }: ClassStatement): InstanceRules {
  const inherited = h.classes.get(base);
  const own = [...(slots ?? [])].sort();
  return {
    slots: [...own, ...(inherited?.keys.slice(0, inherited.slotCount) ?? [])],
    hasDict: slots === undefined || inherited?.hasDict === true,
    hasWeaklist: slots === undefined || inherited?.hasWeaklist === true,
    finalizer: finalizer ?? inherited?.finalizer,
    hash: hash ?? inherited?.hash,
  };
}

/** `ht_slots`, which the class holds and its `tp_traverse` does not visit. 0 = no slots of its own. */
function createSlotNames(h: HeapState, { slots = [] }: ClassStatement): number {
  if (slots.length === 0) return 0;
  const names = [...slots].sort().map((name) => internedStr(h, name));
  const tuple = createTuple(h, names);
  h.internal.set(tuple, 1);
  return tuple;
}

/** What the body of the class leaves in its dict. */
function fillDict(h: HeapState, dict: number, { body, line = 0, slots }: ClassStatement): void {
  setItem(h, dict, internedStr(h, "__module__"), internedStr(h, "__main__"));
  const { classKeepsLine } = h.profile.objects;
  if (classKeepsLine) {
    const number = createInt(h, line);
    setItem(h, dict, internedStr(h, "__firstlineno__"), number);
    decref(h, number);
  }
  if (slots !== undefined) setItem(h, dict, internedStr(h, "__slots__"), Static.EMPTY_TUPLE);
  for (const [name, value] of body ?? []) setItem(h, dict, internedStr(h, name), value);
  if (classKeepsLine) setItem(h, dict, internedStr(h, "__static_attributes__"), Static.EMPTY_TUPLE);
}

/** One descriptor for each of `__slots__`; without them those of `__dict__` and `__weakref__`, unless a base has them. */
function addDescriptors(h: HeapState, cls: number, dict: number, { base = 0, slots }: ClassStatement): void {
  const inherited = h.classes.get(base);
  const names = slots !== undefined ? [...slots].sort() : [];
  if (slots === undefined && inherited?.hasDict !== true) names.push("__dict__");
  if (slots === undefined && inherited?.hasWeaklist !== true) names.push("__weakref__");
  for (const name of names) {
    const type = slots === undefined ? GETSET : MEMBER;
    const descriptor = createMemberObject(h, type, h.profile.objects.descriptorBytes, [cls]);
    setItem(h, dict, internedStr(h, name), descriptor);
    decref(h, descriptor);
  }
}

/** `__mro__`: the class, its bases, `object`. */
function storeMro(h: HeapState, cls: number, base: number): void {
  const line = [cls];
  for (let next = base; h.classes.has(next); next = baseOf(h, next)) line.push(next);
  const mro = createTuple(h, [...line, Static.OBJECT_TYPE]);
  h.memory[h.memory[cls + Field.START]! + CLASS.members.indexOf("tp_mro")] = mro;
}

function baseOf(h: HeapState, cls: number): number {
  return h.memory[h.memory[cls + Field.START]! + CLASS.members.indexOf("tp_base")]!;
}

/** `add_subclass`: the base knows its subclasses by weak references, in a dict that the collector counts but never visits. */
function register(h: HeapState, record: ClassRecord, base: number): void {
  const ref = createWeakref(h, record.id);
  record.registration = ref;
  h.internal.set(ref, 1);
  const parent = h.classes.get(base);
  if (parent === undefined || parent.subclasses !== 0) return;
  parent.subclasses = createDict(h);
  h.internal.set(parent.subclasses, 1);
}

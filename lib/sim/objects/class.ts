/** Classes: the class statement at run time. Mirrors `type_new` in `Objects/typeobject.c`. */

import { BadArgumentError } from "../errors";
import { createContainer } from "../heap/create";
import type { HeapState, ProgramCode } from "../heap/heap-state";
import { createMemberObject, keepNative, type MemberType } from "../heap/member-object";
import { Field } from "../heap/memory-map";
import { decref } from "../heap/refcount";
import { createInt } from "./atom";
import { ClassRecord, type InstanceRules } from "./class-record";
import { createDict, item, keysOf, setItem } from "./dict";
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
  /** The dict that the body has filled, without `__qualname__`: the class copies it. Then `body` and `line` do not count. */
  readonly namespace?: number;
  /** `__slots__` names these too: instances have a dict, or can be weakly referenced, all the same. */
  readonly slotsDict?: boolean;
  readonly slotsWeaklist?: boolean;
  /** What an instance gets from bases other than `base`, or from one that is built in. */
  readonly inherited?: InheritedParts;
  /** `__mro__` without the class itself; absent: the bases in line, and `object`. */
  readonly mro?: readonly number[];
  /** All bases, where there are several. */
  readonly allBases?: readonly number[];
}

/** What an instance has because of a base that says nothing of it itself. */
export interface InheritedParts {
  /** A `__dict__`: because of the base that decides the layout; because of any base. */
  readonly dictOfBase: boolean;
  readonly dict: boolean;
  /** The same for the list of weak references. */
  readonly weaklistOfBase: boolean;
  readonly weaklist: boolean;
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
  const inherited = statement.inherited ?? inheritedParts(h, base);
  const rules = instanceRules(h, statement, inherited);
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
  if (h.profile.objects.mroBeforeDescriptors) storeMro(h, id, statement);
  addDescriptors(h, id, dict, rules, statement, inherited);
  if (!h.profile.objects.mroBeforeDescriptors) storeMro(h, id, statement);
  const doc = internedStr(h, "__doc__");
  if (item(h, dict, doc) === 0) setItem(h, dict, doc, Static.NONE);
  register(h, record, statement.allBases ?? [base]);
  return record;
}

/** What is known of a class object. @throws {BadArgumentError} When `type` is no class made by {@link createClass}. */
export function classRecord(h: HeapState, type: number): ClassRecord {
  const record = h.classes.get(type);
  if (record === undefined)
    throw new BadArgumentError(`Object ${type} is not a class that was made on this heap.`);
  return record;
}

function inheritedParts(h: HeapState, base: number): InheritedParts {
  const dict = h.classes.get(base)?.hasDict === true;
  const weaklist = h.classes.get(base)?.hasWeaklist === true;
  return { dictOfBase: dict, dict, weaklistOfBase: weaklist, weaklist };
}

function instanceRules(
  h: HeapState,
  { base = 0, finalizer, hash, slots, slotsDict, slotsWeaklist }: ClassStatement,
  inherited: InheritedParts,
): InstanceRules {
  const parent = h.classes.get(base);
  const own = [...(slots ?? [])].sort();
  return {
    slots: [...own, ...(parent?.keys.slice(0, parent.slotCount) ?? [])],
    hasDict: slots === undefined || slotsDict === true || inherited.dict,
    hasWeaklist: slots === undefined || slotsWeaklist === true || inherited.weaklist,
    finalizer: finalizer ?? parent?.finalizer,
    hash: hash ?? parent?.hash,
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
function fillDict(h: HeapState, dict: number, { body, line = 0, namespace, slots }: ClassStatement): void {
  if (namespace !== undefined) {
    for (const key of keysOf(h, namespace)) setItem(h, dict, key, item(h, namespace, key));
    return;
  }
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

/** One descriptor for each of `__slots__`; those of `__dict__` and `__weakref__`, where the class adds these itself. */
function addDescriptors(
  h: HeapState,
  cls: number,
  dict: number,
  rules: InstanceRules,
  { slots = [] }: ClassStatement,
  inherited: InheritedParts,
): void {
  for (const name of [...slots].sort()) addDescriptor(h, cls, dict, MEMBER, name);
  if (rules.hasDict && !inherited.dictOfBase) addDescriptor(h, cls, dict, GETSET, "__dict__");
  if (rules.hasWeaklist && !inherited.weaklistOfBase) addDescriptor(h, cls, dict, GETSET, "__weakref__");
}

function addDescriptor(h: HeapState, cls: number, dict: number, type: MemberType, name: string): void {
  const key = internedStr(h, name);
  // What the body has under this name stays (`type_add_getset`).
  if (item(h, dict, key) !== 0) return;
  const descriptor = createMemberObject(h, type, h.profile.objects.descriptorBytes, [cls]);
  keepNative(h, descriptor, name);
  setItem(h, dict, key, descriptor);
  decref(h, descriptor);
}

/** `__mro__`: the class, its bases, `object`. */
function storeMro(h: HeapState, cls: number, { base = 0, mro }: ClassStatement): void {
  const line = [cls];
  for (let next = base; h.classes.has(next); next = baseOf(h, next)) line.push(next);
  const tuple = createTuple(h, mro === undefined ? [...line, Static.OBJECT_TYPE] : [cls, ...mro]);
  h.memory[h.memory[cls + Field.START]! + CLASS.members.indexOf("tp_mro")] = tuple;
}

function baseOf(h: HeapState, cls: number): number {
  return h.memory[h.memory[cls + Field.START]! + CLASS.members.indexOf("tp_base")]!;
}

/** `add_subclass`: a base knows its subclasses by weak references, in a dict that the collector counts but never visits. */
function register(h: HeapState, record: ClassRecord, bases: readonly number[]): void {
  const ref = createWeakref(h, record.id);
  record.registration = ref;
  h.internal.set(ref, 1);
  for (const base of bases) {
    const parent = h.classes.get(base);
    if (parent === undefined || parent.subclasses !== 0) continue;
    parent.subclasses = createDict(h);
    h.internal.set(parent.subclasses, 1);
  }
}

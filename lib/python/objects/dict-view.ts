/** `dict.keys()`, `dict.values()`, `dict.items()`. Mirrors `PyDictKeys_Type` and its siblings in `Objects/dictobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { entryCount } from "../../sim/objects/dict-entries";
import type { Machine } from "../run/machine";
import { equals } from "./compare";
import { dictContains, dictGet } from "./dict-item";
import { createDictIterator, type EntryPart } from "./dict-iterator";
import { compareViews, isDisjoint, viewBinary } from "./dict-view-algebra";
import { collectItems, releaseItems } from "./iterate";
import { itemsOf } from "./make-container";
import { createRecord, type RecordKind } from "./native-record";
import type { NativeDefinition, NativeType, Slots } from "./native-type";
import { containerText, heldRepr } from "./sequence-text";
import { isTuple } from "./tuple-object";
import { typeName } from "./type-lookup";

/** `dv_dict`. */
const DICT: number = Field.SLOTS;

const KEYS: RecordKind = {
  name: "dict_keys",
  references: 1,
  words: 0,
  sizeBytes: () => 40,
  isContainer: true,
};

const VALUES: RecordKind = { ...KEYS, name: "dict_values" };
const ITEMS: RecordKind = { ...KEYS, name: "dict_items" };

export const dictKeysType: NativeType = {
  name: KEYS.name,
  slots: {
    ...viewSlots("key"),
    contains: (m, view, key) => dictContains(m, dictOf(m, view), key),
    compare: compareViews,
    binary: viewBinary,
  },
  methods: [reversedMethod("key"), { name: "isdisjoint", least: 1, call: isDisjoint }],
};

export const dictValuesType: NativeType = {
  name: VALUES.name,
  slots: viewSlots("value"),
  methods: [reversedMethod("value")],
};

export const dictItemsType: NativeType = {
  name: ITEMS.name,
  slots: { ...viewSlots("item"), contains: containsItem, compare: compareViews, binary: viewBinary },
  methods: [reversedMethod("item"), { name: "isdisjoint", least: 1, call: isDisjoint }],
};

/** A view of a dict, owned. */
export function createView(m: Machine, dict: number, part: EntryPart): number {
  incref(m.h, dict);
  return createRecord(m, part === "key" ? KEYS : part === "value" ? VALUES : ITEMS, dict);
}

function dictOf(m: Machine, view: number): number {
  return m.h.memory[view + DICT]!;
}

function viewSlots(part: EntryPart): Slots {
  return {
    length: (m, view) => entryCount(m.h, dictOf(m, view)),
    iterate: (m, view) => createDictIterator(m, dictOf(m, view), part),
    repr: (m, view) => containerText(m, view, "...", reprView),
  };
}

function reversedMethod(part: EntryPart): NativeDefinition {
  return {
    name: "__reversed__",
    call: (m, [view]) => createDictIterator(m, dictOf(m, view!), part, true),
  };
}

/** `dict_keys([...])`. */
function reprView(m: Machine, view: number): string | null {
  const items = collectItems(m, view);
  if (items === null) return null;
  const texts: string[] = [];
  for (const item of items) {
    const text = heldRepr(m, item);
    if (text === null) break;
    texts.push(text);
  }
  releaseItems(m, items);
  return texts.length < items.length ? null : `${typeName(m, view)}([${texts.join(", ")}])`;
}

/** Is there an entry with this key and an equal value? */
function containsItem(m: Machine, view: number, item: number): number {
  if (!isTuple(m, item) || m.h.memory[item + Field.LENGTH] !== 2) return 0;
  const [key, value] = itemsOf(m, item) as [number, number];
  const found = dictGet(m, dictOf(m, view), key);
  if (found === 0) return m.error === 0 ? 0 : -1;
  incref(m.h, found);
  const same = equals(m, found, value);
  decref(m.h, found);
  return same;
}

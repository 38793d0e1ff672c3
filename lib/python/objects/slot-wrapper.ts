/** Slot wrappers: the special methods of a built-in type as functions, `list.__len__`. Mirrors `add_operators`, `wrap_*` in `Objects/typeobject.c`. */

import { INPLACE } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { internedName } from "./interned-name";
import { makeBool, makeInt, makeNone, makeStr, textOf } from "./make-atom";
import type { NativeDefinition, NativeFunction, Slots, UnaryOp } from "./native-type";
import { newWrapper } from "./new-wrapper";
import { binaryNames, compareNames, shownOperators, unaryNames } from "./special-names";
import type { TypeObject } from "./type-object";

/** The wrappers of the slots that a built-in type has itself. */
export function slotWrappers(type: TypeObject): NativeDefinition[] {
  const own = type.native.slots ?? {};
  return [
    ...textWrappers(own),
    ...containerWrappers(own),
    ...iteratorWrappers(own),
    ...compareWrappers(own),
    ...operatorWrappers(type.name, own),
    ...attributeWrappers(own),
    ...callWrappers(type, own),
  ];
}

function textWrappers({ format, hash, repr, str, truth }: Slots): NativeDefinition[] {
  return [
    ...when(repr, (slot) => wrapper("__repr__", 0, (m, [o]) => text(m, slot(m, o!)))),
    ...when(str, (slot) => wrapper("__str__", 0, (m, [o]) => text(m, slot(m, o!)))),
    ...when(format, (slot) =>
      wrapper("__format__", 1, (m, [o, spec]) => text(m, slot(m, o!, textOf(m, spec!)))),
    ),
    ...when(hash, (slot) =>
      wrapper("__hash__", 0, (m, [o]) => {
        const value = slot(m, o!);
        return value === null ? 0 : makeInt(m, value);
      }),
    ),
    ...when(truth, (slot) => wrapper("__bool__", 0, (m, [o]) => answer(m, slot(m, o!)))),
  ];
}

function containerWrappers({ contains, getItem, length, setItem }: Slots): NativeDefinition[] {
  return [
    ...when(length, (slot) =>
      wrapper("__len__", 0, (m, [o]) => {
        const count = slot(m, o!);
        return count < 0 ? 0 : makeInt(m, count);
      }),
    ),
    ...when(contains, (slot) => wrapper("__contains__", 1, (m, [o, item]) => answer(m, slot(m, o!, item!)))),
    ...when(getItem, (slot) => wrapper("__getitem__", 1, (m, [o, key]) => slot(m, o!, key!))),
    ...when(setItem, (slot) =>
      wrapper("__setitem__", 2, (m, [o, key, value]) => none(m, slot(m, o!, key!, value!))),
    ),
    ...when(setItem, (slot) => wrapper("__delitem__", 1, (m, [o, key]) => none(m, slot(m, o!, key!, 0)))),
  ];
}

function iteratorWrappers({ iterate, next }: Slots): NativeDefinition[] {
  return [
    ...when(iterate, (slot) => wrapper("__iter__", 0, (m, [o]) => slot(m, o!))),
    ...when(next, (slot) =>
      wrapper("__next__", 0, (m, [o]) => {
        const item = slot(m, o!);
        return item === 0 && m.error === 0 ? raise(m, "StopIteration", "") : item;
      }),
    ),
  ];
}

function compareWrappers({ compare }: Slots): NativeDefinition[] {
  if (compare === undefined) return [];
  return compareNames.map((name, op) => wrapper(name, 1, (m, [a, b]) => compare(m, op, a!, b!)));
}

function operatorWrappers(typeName: string, { binary, unary }: Slots): NativeDefinition[] {
  const shown = shownOperators[typeName];
  const wrappers: NativeDefinition[] = [];
  for (const op of Object.keys(unaryNames) as UnaryOp[])
    wrappers.push(...when(unary, (slot) => wrapper(unaryNames[op], 0, (m, [o]) => slot(m, op, o!))));
  if (binary === undefined || shown === undefined) return wrappers;
  for (const op of shown.plain)
    wrappers.push(wrapper(`__${binaryNames[op]}__`, 1, (m, [a, b]) => binary(m, op, a!, b!)));
  for (const op of shown.reflected ?? [])
    wrappers.push(wrapper(`__r${binaryNames[op]}__`, 1, (m, [a, b]) => binary(m, op, b!, a!)));
  for (const op of shown.inPlace ?? [])
    wrappers.push(wrapper(`__i${binaryNames[op]}__`, 1, (m, [a, b]) => binary(m, op + INPLACE, a!, b!)));
  return wrappers;
}

function attributeWrappers({ get, getAttribute, set, setAttribute }: Slots): NativeDefinition[] {
  return [
    ...when(getAttribute, (slot) =>
      wrapper("__getattribute__", 1, (m, [o, name]) => slot(m, o!, internedName(m, name!))),
    ),
    ...when(setAttribute, (slot) =>
      wrapper("__setattr__", 2, (m, [o, name, value]) =>
        none(m, slot(m, o!, internedName(m, name!), value!)),
      ),
    ),
    ...when(setAttribute, (slot) =>
      wrapper("__delattr__", 1, (m, [o, name]) => none(m, slot(m, o!, internedName(m, name!), 0))),
    ),
    ...when(get, (slot) =>
      wrapper("__get__", 1, (m, [o, instance, type]) => slot(m, o!, instance!, type ?? 0), 2),
    ),
    ...when(set, (slot) =>
      wrapper("__set__", 2, (m, [o, instance, value]) => none(m, slot(m, o!, instance!, value!))),
    ),
  ];
}

function callWrappers(type: TypeObject, { call, create, init }: Slots): NativeDefinition[] {
  const any = Number.POSITIVE_INFINITY;
  return [
    ...when(call, (slot) => ({
      ...wrapper("__call__", 0, (m, [o, ...args], keywords) => slot(m, o!, args, keywords), any),
      keywords: "any" as const,
    })),
    ...when(init, (slot) => ({
      ...wrapper("__init__", 0, (m, [o, ...args], keywords) => none(m, slot(m, o!, args, keywords)), any),
      keywords: "any" as const,
    })),
    ...when(create, () => newWrapper(type)),
  ];
}

function wrapper(name: string, least: number, call: NativeFunction, most = least): NativeDefinition {
  return { name, least, most, call };
}

function when<T>(slot: T | undefined, make: (slot: T) => NativeDefinition): NativeDefinition[] {
  return slot === undefined ? [] : [make(slot)];
}

function text(m: Machine, value: string | null): number {
  return value === null ? 0 : makeStr(m, value);
}

/** @param result - 1, 0, or -1 with an exception set. */
function answer(m: Machine, result: number): number {
  return result < 0 ? 0 : makeBool(m, result === 1);
}

function none(m: Machine, done: boolean): number {
  return done ? makeNone(m) : 0;
}

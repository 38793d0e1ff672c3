/** `None`, `Ellipsis` and `NotImplemented`: the only objects of their types. Mirrors `_PyNone_Type`, `PyEllipsis_Type`, `_PyNotImplemented_Type`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import type { Keywords, NativeType } from "./native-type";

export const noneType: NativeType = {
  name: "NoneType",
  id: Static.NONE_TYPE,
  slots: {
    create: (m, _, args, keywords) => single(m, "NoneType", Static.NONE, args, keywords),
    repr: () => "None",
    hash: (m, o) => BigInt(m.rules.atoms.noneHash ?? o),
    truth: () => 0,
  },
};

export const ellipsisType: NativeType = {
  name: "ellipsis",
  slots: {
    create: (m, _, args, keywords) => single(m, "EllipsisType", m.ellipsis, args, keywords),
    repr: () => "Ellipsis",
  },
};

export const notImplementedType: NativeType = {
  name: "NotImplementedType",
  slots: {
    create: (m, _, args, keywords) => single(m, "NotImplementedType", m.notImplemented, args, keywords),
    repr: () => "NotImplemented",
  },
};

/** Give `Ellipsis` and `NotImplemented`, which are made with the machine, their types. Once, when the types are defined. */
export function placeSingletons(m: Machine): void {
  m.h.memory[m.ellipsis + Field.TYPE] = m.typeNames.get(ellipsisType.name)!;
  m.h.memory[m.notImplemented + Field.TYPE] = m.typeNames.get(notImplementedType.name)!;
}

function single(m: Machine, name: string, o: number, args: readonly number[], keywords: Keywords): number {
  if (args.length + (keywords?.size ?? 0) > 0) return raise(m, "TypeError", `${name} takes no arguments`);
  incref(m.h, o);
  return o;
}

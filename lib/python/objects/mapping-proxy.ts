/** `C.__dict__`: a view of a dict that nobody can change through it. Mirrors `mappingproxyobject` in `Objects/descrobject.c`. */

import { createMemberObject } from "../../sim/heap/member-object";
import { decref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { createDict, setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { callMethod } from "../run/call";
import type { Machine } from "../run/machine";
import { iterate } from "./iterate";
import type { NativeDefinition, NativeType } from "./native-type";
import { contains, getItem, lengthOf } from "./subscript";
import { repr } from "./text";
import { classDict } from "./type-lookup";

const PROXY_BYTES = 40;

export const mappingProxyType: NativeType = {
  name: "mappingproxy",
  slots: {
    length: (m, o) => lengthOf(m, mapping(m, o)),
    contains: (m, o, key) => contains(m, mapping(m, o), key),
    getItem: (m, o, key) => getItem(m, mapping(m, o), key),
    iterate: (m, o) => iterate(m, mapping(m, o)),
    repr: (m, o) => {
      const text = repr(m, mapping(m, o));
      return text === null ? null : `mappingproxy(${text})`;
    },
  },
  methods: [forward("get", 1, 2), forward("keys"), forward("values"), forward("items"), forward("copy")],
};

/** The view of a class's dict. Of a built-in type it shows a copy. The caller owns the reference. */
export function mappingProxy(m: Machine, cls: number): number {
  const type = m.types.get(cls)!;
  const layout = { type: m.typeNames.get("mappingproxy")!, members: ["mapping"] };
  if (type.record !== null) return createMemberObject(m.h, layout, PROXY_BYTES, [classDict(m, cls)]);
  const dict = createDict(m.h);
  for (const [name, value] of type.attributes) setItem(m.h, dict, internedStr(m.h, name), value);
  const proxy = createMemberObject(m.h, layout, PROXY_BYTES, [dict]);
  decref(m.h, dict);
  return proxy;
}

/** The dict's own method. */
function forward(name: string, least = 0, most = least): NativeDefinition {
  return {
    name,
    least,
    most,
    call: (m, [o, ...args]) => callMethod(m, mapping(m, o!), internedStr(m.h, name), args),
  };
}

function mapping(m: Machine, o: number): number {
  return slot(m.h, o, 0);
}

/** Tuples whose items have names, as `sys.version_info`. Mirrors `Objects/structseq.c`. */

import { createMemberObject } from "../../../sim/heap/member-object";
import { decref, incref } from "../../../sim/heap/refcount";
import { slot } from "../../../sim/heap/slot";
import type { NativeType } from "../../objects/native-type";
import { repr } from "../../objects/text";
import type { Machine } from "../../run/machine";

const POINTER_BYTES = 8;

/** The type of such tuples. @param fields - The names, in order. */
export function structSequenceType(name: string, fields: readonly string[]): NativeType {
  return {
    name,
    module: "sys",
    base: "tuple",
    slots: { repr: (m, o) => fieldsText(m, o, `sys.${name}`, fields) },
    attributes: fields.map((field, i) => ({
      name: field,
      get: (m, o) => {
        const value = slot(m.h, o, i);
        incref(m.h, value);
        return value;
      },
    })),
  };
}

/** One such tuple, owned. The references to the values move in. @param type - The name of its type. */
export function createStructSequence(m: Machine, type: string, owned: readonly number[]): number {
  const members = owned.map((_, i) => `item ${i}`);
  const sizeBytes = m.h.profile.objects.tupleHeadBytes + POINTER_BYTES * owned.length;
  const o = createMemberObject(m.h, { type: m.typeNames.get(type)!, members }, sizeBytes, owned);
  for (const value of owned) decref(m.h, value);
  return o;
}

function fieldsText(m: Machine, o: number, name: string, fields: readonly string[]): string | null {
  const texts: string[] = [];
  for (const [i, field] of fields.entries()) {
    const text = repr(m, slot(m.h, o, i));
    if (text === null) return null;
    texts.push(`${field}=${text}`);
  }
  return `${name}(${texts.join(", ")})`;
}

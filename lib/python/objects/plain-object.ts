/** `object()`: an object without attributes, which the collector does not follow. Mirrors `object_new`. */

import { createAtom } from "../../sim/heap/create";
import { Layout } from "../../sim/heap/memory-map";
import { builtinShape } from "../../sim/heap/shape";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";

/** `PyBaseObject_Type.tp_basicsize`. */
const OBJECT_BYTES = 16;

/** A new one, owned. @param argumentCount - How many arguments there are: it takes none. */
export function createPlainObject(m: Machine, type: number, argumentCount: number): number {
  if (argumentCount > 0) return raise(m, "TypeError", "object() takes no arguments");
  const shape = builtinShape(m.h, {
    type,
    length: 0,
    layout: Layout.ATOM,
    blockBytes: OBJECT_BYTES,
    storageBytes: 0,
  });
  return createAtom(m.h, shape);
}

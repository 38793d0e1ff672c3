/** Functions: what a `def` or `lambda` leaves behind. Mirrors `Objects/funcobject.c`. */

import type { HeapState } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { internedStr } from "./interned-str";
import { Static } from "./static-object";

/** `func_traverse` and `func_clear`. */
export const FUNCTION: MemberType = {
  type: Static.FUNCTION_TYPE,
  members: [
    "func_code",
    "func_globals",
    "func_builtins",
    "func_module",
    "func_defaults",
    "func_kwdefaults",
    "func_doc",
    "func_name",
    "func_dict",
    "func_closure",
    "func_annotations",
    "func_qualname",
  ],
};

/** What a function holds; 0 or absent = NULL. */
export interface FunctionParts {
  readonly name: string;
  /** `__qualname__`; absent: the name. */
  readonly qualname?: string;
  /** The code object. */
  readonly code?: number;
  /** The dict of its module. */
  readonly globals: number;
  /** The dict of the built-ins. Held from 3.10 on. */
  readonly builtins: number;
  /** A tuple. */
  readonly defaults?: number;
  /** A tuple of cells. */
  readonly closure?: number;
}

/** A function. It takes a reference to each of its parts; the caller owns the reference to the function. */
export function createFunction(h: HeapState, parts: FunctionParts): number {
  const { functionBytes, functionHoldsBuiltins } = h.profile.objects;
  const name = internedStr(h, parts.name);
  return createMemberObject(h, FUNCTION, functionBytes, [
    parts.code ?? 0,
    parts.globals,
    functionHoldsBuiltins ? parts.builtins : 0,
    internedStr(h, "__main__"),
    parts.defaults ?? 0,
    0,
    Static.NONE,
    name,
    0,
    parts.closure ?? 0,
    0,
    internedStr(h, parts.qualname ?? parts.name),
  ]);
}

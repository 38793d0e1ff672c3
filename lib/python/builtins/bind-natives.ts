/** Puts built-in functions and values among the names of a module. */

import { decref } from "../../sim/heap/refcount";
import { bind, type Namespace } from "../../sim/objects/namespace";
import { createNativeFunction } from "../objects/native-function";
import type { NativeDefinition } from "../objects/native-type";
import type { Machine } from "../run/machine";

/** Bind a function object for each definition. @param module - Their `__module__`. */
export function bindNatives(
  m: Machine,
  namespace: Namespace,
  definitions: readonly NativeDefinition[],
  module: string,
): void {
  for (const definition of definitions)
    bind(m.h, namespace, definition.name, createNativeFunction(m, definition, module));
}

/** Bind a name to a new object, whose reference moves here. */
export function bindOwned(m: Machine, namespace: Namespace, name: string, value: number): void {
  bind(m.h, namespace, name, value);
  decref(m.h, value);
}

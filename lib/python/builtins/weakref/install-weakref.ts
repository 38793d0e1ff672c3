/** The module `weakref`: what C has of it, and the rest as a program. Mirrors `Lib/weakref.py`. */

import { incref } from "../../../sim/heap/refcount";
import { bind } from "../../../sim/objects/namespace";
import { Static } from "../../../sim/objects/static-object";
import { makeTuple } from "../../objects/make-container";
import type { Machine } from "../../run/machine";
import { bindNatives, bindOwned } from "../bind-natives";
import { addLazyNames } from "../lazy-names";
import { finalizeSource } from "../library/finalize";
import { weakIterationSource } from "../library/weak-iteration";
import { weakKeyDictionarySource } from "../library/weak-key-dictionary";
import { weakMappingSource } from "../library/weak-mapping";
import { weakMethodSource } from "../library/weak-method";
import { weakSetSource } from "../library/weak-set";
import { weakValueDictionarySource } from "../library/weak-value-dictionary";
import { createTableModule } from "../module-table";
import { proxyTypeName, weakrefFunctions } from "./functions";

const common = [weakIterationSource, weakMappingSource];

/** The names that are programs. */
const sources: ReadonlyMap<string, readonly string[]> = new Map([
  ["WeakMethod", [weakMethodSource]],
  ["WeakValueDictionary", [...common, weakValueDictionarySource]],
  ["WeakKeyDictionary", [...common, weakKeyDictionarySource]],
  ["WeakSet", [weakIterationSource, weakSetSource]],
  ["finalize", [finalizeSource]],
]);

/** Make the module. */
export function installWeakref(m: Machine): boolean {
  const weakref = createTableModule(m, "weakref");
  bindNatives(m, weakref, weakrefFunctions, "_weakref");
  const [proxy, callableProxy] = [false, true].map(
    (callable) => m.typeNames.get(proxyTypeName(m, callable))!,
  );
  const types = {
    ref: Static.WEAKREF_TYPE,
    ReferenceType: Static.WEAKREF_TYPE,
    KeyedRef: m.typeNames.get("KeyedRef")!,
    ProxyType: proxy!,
    CallableProxyType: callableProxy!,
  };
  for (const [name, type] of Object.entries(types)) bind(m.h, weakref, name, type);
  for (const type of [proxy!, callableProxy!]) incref(m.h, type);
  bindOwned(m, weakref, "ProxyTypes", makeTuple(m, [proxy!, callableProxy!]));
  addLazyNames(m, weakref, "weakref.py", sources);
  return true;
}

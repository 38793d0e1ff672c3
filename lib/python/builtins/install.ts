/** The module `builtins`, and those that a program finds imported by the interpreter itself. Mirrors `_PyBuiltin_Init`, `_PySys_Create`. */

import { bind } from "../../sim/objects/namespace";
import { Static } from "../../sim/objects/static-object";
import { buildClassDefinition } from "../objects/class-object";
import { defineType } from "../objects/define-type";
import { isSubtype } from "../objects/type-lookup";
import type { Machine } from "../run/machine";
import { absentFunctions } from "./absent";
import { attributeFunctions } from "./attributes";
import { bindNatives } from "./bind-natives";
import { characterFunctions } from "./characters";
import { classFunctions } from "./class-checks";
import { extremeFunctions } from "./extremes";
import { identityFunctions } from "./identity";
import { iterationFunctions } from "./iteration";
import { leavingNoTrace } from "./leaving-no-trace";
import { moduleType } from "./module-type";
import { namespaceFunctions } from "./namespaces";
import { numberFunctions } from "./numbers";
import { printFunctions } from "./print";
import { sumFunctions } from "./sum";
import { installSys } from "./sys/install-sys";
import { defineWeakrefTypes } from "./weakref/define-weakref-types";

/** Built-in types that `builtins` has a name for. Others have the same module and no name there: `NoneType`, `function`. */
const namedTypes: readonly string[] = [
  "object",
  "type",
  "int",
  "float",
  "bool",
  "str",
  "bytes",
  "list",
  "tuple",
  "dict",
  "set",
  "frozenset",
  "range",
  "slice",
  "enumerate",
  "zip",
  "map",
  "filter",
  "reversed",
  "super",
  "property",
  "staticmethod",
  "classmethod",
];

/** Every built-in function. */
const functions = [
  ...printFunctions,
  ...iterationFunctions,
  ...extremeFunctions,
  ...sumFunctions,
  ...numberFunctions,
  ...characterFunctions,
  ...identityFunctions,
  ...classFunctions,
  ...attributeFunctions,
  ...namespaceFunctions,
  ...absentFunctions,
  buildClassDefinition,
];

/** Fill `builtins`, and make the module `sys` with `sys.modules`. All types must be there, and nothing of the program. */
export function installBuiltins(m: Machine): void {
  leavingNoTrace(m, () => {
    defineType(m, moduleType);
    defineWeakrefTypes(m);
    bindNatives(m, m.builtins, functions, "builtins");
    bindConstants(m);
    bindTypes(m);
    installSys(m);
    return true;
  });
}

function bindConstants(m: Machine): void {
  bind(m.h, m.builtins, "None", Static.NONE);
  bind(m.h, m.builtins, "True", Static.TRUE);
  bind(m.h, m.builtins, "False", Static.FALSE);
  bind(m.h, m.builtins, "__debug__", Static.TRUE);
  bind(m.h, m.builtins, "NotImplemented", m.notImplemented);
  bind(m.h, m.builtins, "Ellipsis", m.ellipsis);
}

/** The types of the list above, and all exceptions. */
function bindTypes(m: Machine): void {
  const exception = m.typeNames.get("BaseException");
  for (const [name, type] of m.typeNames) {
    const isException = exception !== undefined && isSubtype(m, type, exception);
    if (isException || namedTypes.includes(name)) bind(m.h, m.builtins, name, type);
  }
  const osError = m.typeNames.get("OSError");
  for (const alias of ["IOError", "EnvironmentError"]) {
    if (osError !== undefined) bind(m.h, m.builtins, alias, osError);
  }
}

/** The import of a module by its name. Mirrors `PyImport_ImportModuleLevelObject`. */

import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { installAtexit } from "./atexit";
import { installContextlib } from "./contextlib";
import { installGc } from "./gc/install-gc";
import { leavingNoTrace } from "./leaving-no-trace";
import { moduleNamed } from "./module-table";
import { isStandardModule } from "./standard-modules";
import { installTime } from "./time";
import { installWeakref } from "./weakref/install-weakref";

/** The modules that are made when a program first asks for them. Each enters itself into `sys.modules`. */
const makers: ReadonlyMap<string, (m: Machine) => boolean> = new Map([
  ["atexit", installAtexit],
  ["contextlib", installContextlib],
  ["gc", installGc],
  ["time", installTime],
  ["weakref", installWeakref],
]);

/**
 * `import name`. The caller owns the reference; 0 = exception set. A name with dots names no module here: none of those
 * that there are is a package.
 */
export function importModule(m: Machine, name: string): number {
  const known = moduleNamed(m, name);
  if (known === Static.NONE)
    return raise(m, "ModuleNotFoundError", `import of ${name} halted; None in sys.modules`);
  if (known === 0 && !makeModule(m, name)) return 0;
  const module = known || moduleNamed(m, name);
  incref(m.h, module);
  return module;
}

function makeModule(m: Machine, name: string): boolean {
  const make = makers.get(name);
  if (make !== undefined) return leavingNoTrace(m, () => make(m));
  raiseNotFound(m, name);
  return false;
}

/** What CPython has and the simulator has not is an error of its own, so that nobody takes the program for wrong. */
function raiseNotFound(m: Machine, name: string): void {
  const [top = "", ...rest] = name.split(".");
  if (rest.length > 0 && (makers.has(top) || moduleNamed(m, top) !== 0)) {
    raise(m, "ModuleNotFoundError", `No module named '${name}'; '${top}' is not a package`);
  } else if (isStandardModule(top)) {
    const available = ["builtins", "sys", ...makers.keys()].sort().join(", ");
    raise(m, "ImportError", `the simulator does not have the module '${name}'; it has ${available}`);
  } else raise(m, "ModuleNotFoundError", `No module named '${top}'`);
}

/** Reading, binding and unbinding a name. Mirrors `compiler_nameop` of Python/compile.c. */

import type { CompilerUnit } from "./compiler-unit";
import { Op } from "./opcode";
import { type Access, BOUND, type Scope, Use } from "./scope";

type Action = "load" | "store" | "delete";

const fast: Readonly<Record<Action, Op>> = {
  load: Op.LOAD_FAST,
  store: Op.STORE_FAST,
  delete: Op.DELETE_FAST,
};
const deref: Readonly<Record<Action, Op>> = {
  load: Op.LOAD_DEREF,
  store: Op.STORE_DEREF,
  delete: Op.DELETE_DEREF,
};
const global: Readonly<Record<Action, Op>> = {
  load: Op.LOAD_GLOBAL,
  store: Op.STORE_GLOBAL,
  delete: Op.DELETE_GLOBAL,
};
const named: Readonly<Record<Action, Op>> = {
  load: Op.LOAD_NAME,
  store: Op.STORE_NAME,
  delete: Op.DELETE_NAME,
};

/** Add the instruction that does `action` to the variable `name`. */
export function compileVariable(unit: CompilerUnit, name: string, action: Action): void {
  const mangled = unit.mangle(name);
  const { access, inComprehension } = accessIn(unit, mangled);
  const inFunction = unit.scope.kind === "function";
  if (access === "cell" || access === "free") {
    const inClass = unit.scope.kind === "class" && unit.inlined.length === 0;
    const opcode = inClass && action === "load" ? Op.LOAD_CLASSDEREF : deref[action];
    unit.emit(opcode, derefIndex(unit, mangled));
  } else if (access === "local" && (inFunction || inComprehension))
    unit.emit(fast[action], unit.locals.indexOf(mangled));
  else if (access === "global explicit" || (access === "global implicit" && (inFunction || inComprehension)))
    unit.emitName(global[action], name);
  else unit.emitName(named[action], name);
}

/** The index of a cell or free variable among both, cells first. The frame's slot is found when all locals are known. */
export function derefIndex(unit: CompilerUnit, mangled: string): number {
  const cell = unit.cells.indexOf(mangled);
  if (cell >= 0) return cell;
  const free = unit.free.indexOf(mangled);
  if (free < 0) throw new Error(`${unit.qualname} has no cell for the variable ${mangled}.`);
  return unit.cells.length + free;
}

/** A comprehension that runs in this frame sees its own variables first, and nothing of a class body. */
function accessIn(
  unit: CompilerUnit,
  name: string,
): { readonly access: Access | null; readonly inComprehension: boolean } {
  for (let i = unit.inlined.length - 1; i >= 0; i--) {
    const use = unit.inlined[i]!.names.get(name);
    const seesNoMore = i === 0 && unit.scope.kind === "class";
    if (use !== undefined && (seesNoMore || bindsItself(use.flags)))
      return { access: use.access, inComprehension: true };
  }
  return { access: accessOf(unit.scope, name), inComprehension: false };
}

/** Does the comprehension bind the name, and not the function around it by `:=`? */
export function bindsItself(flags: number): boolean {
  return (flags & BOUND) !== 0 && (flags & (Use.NONLOCAL | Use.GLOBAL)) === 0;
}

/** How a scope reaches a name that is already mangled; null when it does not appear there. */
export function accessOf(scope: Scope, name: string): Access | null {
  return scope.names.get(name)?.access ?? null;
}

/** Compiles imports. Mirrors `compiler_import` and `compiler_from_import` of Python/compile.c. */

import type { Import, ImportFrom } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { intConstant, none, strConstant, tupleConstant } from "./constant";
import { Op } from "./opcode";
import { compileVariable } from "./variable";

/** `import a.b` binds `a`; `import a.b as c` binds `a.b`. */
export function compileImport(unit: CompilerUnit, { names }: Import): void {
  for (const { name, asname } of names) {
    unit.emitConstant(intConstant(0n));
    unit.emitConstant(none);
    unit.emitName(Op.IMPORT_NAME, name);
    const [first, ...rest] = name.split(".") as [string, ...string[]];
    if (asname === null) compileVariable(unit, first, "store");
    else importAs(unit, rest, asname);
  }
}

/** The first module is on the stack; its submodules are taken out of each other. */
function importAs(unit: CompilerUnit, submodules: readonly string[], asname: string): void {
  submodules.forEach((name, index) => {
    if (index > 0) {
      unit.emit(Op.SWAP, 2);
      unit.emit(Op.POP_TOP);
    }
    unit.emitName(Op.IMPORT_FROM, name);
  });
  compileVariable(unit, asname, "store");
  if (submodules.length > 0) unit.emit(Op.POP_TOP);
}

export function compileImportFrom(unit: CompilerUnit, { module, names, level }: ImportFrom): void {
  unit.emitConstant(intConstant(BigInt(level)));
  unit.emitConstant(tupleConstant(names.map(({ name }) => strConstant(name))));
  unit.emitName(Op.IMPORT_NAME, module ?? "");
  for (const { name, asname } of names) {
    unit.emitName(Op.IMPORT_FROM, name);
    compileVariable(unit, asname ?? name, "store");
  }
  unit.emit(Op.POP_TOP);
}

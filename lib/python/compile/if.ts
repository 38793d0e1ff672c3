/** Compiles `if`. Mirrors `compiler_if` of Python/compile.c. */

import type { If } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { jumpIf } from "./condition";
import { isTrue } from "./constant";
import { constantOf } from "./fold";
import { compileStatements } from "./statement";

export function compileIf(unit: CompilerUnit, node: If): void {
  const constant = constantOf(node.test);
  // Up to 3.8 nothing is made of code that cannot run, local variables neither.
  if (!unit.rules.countsDeadNames && constant !== null)
    return compileStatements(unit, isTrue(constant) ? node.body : node.orelse);
  const end = unit.newBlock();
  const orelse = node.orelse.length > 0 ? unit.newBlock() : end;
  jumpIf(unit, node.test, orelse, false);
  compileStatements(unit, node.body);
  if (orelse !== end) {
    unit.emitArtificialJump(end);
    unit.useNextBlock(orelse);
    compileStatements(unit, node.orelse);
  }
  unit.useNextBlock(end);
}

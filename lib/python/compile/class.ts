/** Compiles class definitions. Mirrors `compiler_class` of Python/compile.c. */

import type { ClassDef } from "../parse/ast";
import { compileBody } from "./body";
import { compileArguments } from "./call";
import type { Code } from "./code";
import type { CompilerUnit } from "./compiler-unit";
import { strConstant } from "./constant";
import { applyDecorators, compileDecorators, compileScope, makeClosure } from "./function";
import { NO_LINE } from "./instruction";
import { Op } from "./opcode";
import { compileVariable, derefIndex } from "./variable";

/** `__build_class__(function of the body, name, *bases, **keywords)` */
export function compileClass(unit: CompilerUnit, node: ClassDef): void {
  compileDecorators(unit, node.decoratorList);
  const code = compileClassBody(unit, node);
  unit.emit(Op.PUSH_NULL);
  unit.emit(Op.LOAD_BUILD_CLASS);
  makeClosure(unit, code, 0);
  unit.emitConstant(strConstant(node.name));
  compileArguments(unit, 2, node.bases, node.keywords);
  applyDecorators(unit, node.decoratorList);
  compileVariable(unit, node.name, "store");
}

/** A code object that fills the namespace of the class, and returns the cell that `super()` needs, or None. */
function compileClassBody(outer: CompilerUnit, node: ClassDef): Code {
  const first = node.decoratorList[0] ?? node;
  return compileScope(outer, "class", node, node.name, first.line, (unit) => {
    compileVariable(unit, "__name__", "load");
    compileVariable(unit, "__module__", "store");
    unit.emitConstant(strConstant(unit.qualname));
    compileVariable(unit, "__qualname__", "store");
    compileBody(unit, node.body);
    unit.line = NO_LINE;
    if (unit.scope.needsClassCell) {
      unit.emit(Op.LOAD_CLOSURE, derefIndex(unit, "__class__"));
      unit.emit(Op.COPY, 1);
      compileVariable(unit, "__classcell__", "store");
    } else unit.emitNone();
    unit.emit(Op.RETURN_VALUE);
  });
}

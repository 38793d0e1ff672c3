/** Compiles `=` with and without annotation. Mirrors `compiler_annassign` of Python/compile.c. */

import type { AnnAssign, Assign, Expression } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { strConstant } from "./constant";
import { compileExpression } from "./expression";
import { Op } from "./opcode";
import { compileTarget } from "./target";

/** The value once, then the targets from left to right. */
export function compileAssignment(unit: CompilerUnit, { targets, value }: Assign): void {
  compileExpression(unit, value);
  targets.forEach((target, index) => {
    if (index + 1 < targets.length) unit.emit(Op.COPY, 1);
    compileTarget(unit, target);
  });
}

/** Annotations are evaluated in modules and classes only, after the assignment. */
export function compileAnnotatedAssignment(unit: CompilerUnit, node: AnnAssign): void {
  const { target, annotation, value } = node;
  const evaluates = unit.kind === "module" || unit.kind === "class";
  if (value !== null) {
    compileExpression(unit, value);
    compileTarget(unit, target);
  }
  if (target.kind === "Name" && node.simple === 1) {
    if (evaluates) annotate(unit, target.id, annotation);
    return;
  }
  if (value === null) evaluateParts(unit, target);
  if (evaluates) evaluate(unit, annotation);
}

/** `__annotations__[name] = annotation` */
function annotate(unit: CompilerUnit, name: string, annotation: Expression): void {
  compileExpression(unit, annotation);
  unit.emitName(Op.LOAD_NAME, "__annotations__");
  unit.emitConstant(strConstant(unit.mangle(name)));
  unit.emit(Op.STORE_SUBSCR);
}

/** What an attribute or item without a value is made of can still raise an exception. */
function evaluateParts(unit: CompilerUnit, target: Expression): void {
  if (target.kind === "Attribute") evaluate(unit, target.value);
  if (target.kind !== "Subscript") return;
  evaluate(unit, target.value);
  evaluateIndex(unit, target.slice);
}

function evaluateIndex(unit: CompilerUnit, index: Expression): void {
  if (index.kind === "Tuple") for (const item of index.elts) evaluateIndex(unit, item);
  else if (index.kind !== "Slice") evaluate(unit, index);
  else for (const bound of [index.lower, index.upper, index.step]) if (bound !== null) evaluate(unit, bound);
}

function evaluate(unit: CompilerUnit, node: Expression): void {
  compileExpression(unit, node);
  unit.emit(Op.POP_TOP);
}

/** Compiles `+=` and the like. Mirrors `compiler_augassign` of Python/compile.c. */

import type { AugAssign, Expression } from "../parse/ast";
import { binaryOpOf } from "./binary-operator";
import type { CompilerUnit } from "./compiler-unit";
import { compileExpression } from "./expression";
import { INPLACE, Op } from "./opcode";
import { compileVariable } from "./variable";

/** The object and index of the target are computed once, and stay on the stack until the store. */
export function compileAugmentedAssignment(unit: CompilerUnit, node: AugAssign): void {
  const { target, op, value } = node;
  unit.at(target, () => load(unit, target));
  compileExpression(unit, value);
  unit.emit(Op.BINARY_OP, binaryOpOf(op, node) + INPLACE);
  unit.at(target, () => store(unit, target));
}

function load(unit: CompilerUnit, target: Expression): void {
  switch (target.kind) {
    case "Name":
      return compileVariable(unit, target.id, "load");
    case "Attribute":
      compileExpression(unit, target.value);
      unit.emit(Op.COPY, 1);
      unit.line = target.endLine;
      return unit.emitName(Op.LOAD_ATTR, target.attr);
    case "Subscript":
      compileExpression(unit, target.value);
      compileExpression(unit, target.slice);
      unit.emit(Op.COPY, 2);
      unit.emit(Op.COPY, 2);
      return unit.emit(Op.BINARY_SUBSCR);
    default:
      throw new TypeError(`A ${target.kind} cannot be assigned to by an operator.`);
  }
}

function store(unit: CompilerUnit, target: Expression): void {
  switch (target.kind) {
    case "Name":
      return compileVariable(unit, target.id, "store");
    case "Attribute":
      unit.line = target.endLine;
      unit.emit(Op.SWAP, 2);
      return unit.emitName(Op.STORE_ATTR, target.attr);
    default:
      unit.emit(Op.SWAP, 3);
      unit.emit(Op.SWAP, 2);
      return unit.emit(Op.STORE_SUBSCR);
  }
}

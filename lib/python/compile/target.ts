/** Compiles what is assigned to, or deleted. */

import type { Expression } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { compileExpression } from "./expression";
import { Op } from "./opcode";
import { compileVariable } from "./variable";

/** Store the value on top of the stack, which is taken from there. */
export function compileTarget(unit: CompilerUnit, target: Expression): void {
  unit.at(target, () => {
    switch (target.kind) {
      case "Name":
        return compileVariable(unit, target.id, "store");
      case "Attribute":
        compileExpression(unit, target.value);
        unit.line = target.endLine;
        return unit.emitName(Op.STORE_ATTR, target.attr);
      case "Subscript":
        compileExpression(unit, target.value);
        compileExpression(unit, target.slice);
        return unit.emit(Op.STORE_SUBSCR);
      case "Tuple":
      case "List":
        return unpack(unit, target.elts);
      default:
        throw new TypeError(`A ${target.kind} cannot be assigned to.`);
    }
  });
}

/** `unpack_helper`, then a store for each. */
function unpack(unit: CompilerUnit, targets: readonly Expression[]): void {
  const star = targets.findIndex((target) => target.kind === "Starred");
  if (star < 0) unit.emit(Op.UNPACK_SEQUENCE, targets.length);
  else unit.emit(Op.UNPACK_EX, star + ((targets.length - star - 1) << 8));
  for (const target of targets) compileTarget(unit, target.kind === "Starred" ? target.value : target);
}

/** Unbind a name, or delete an attribute or item; of several the first one first. */
export function compileDelete(unit: CompilerUnit, target: Expression): void {
  unit.at(target, () => {
    switch (target.kind) {
      case "Name":
        return compileVariable(unit, target.id, "delete");
      case "Attribute":
        compileExpression(unit, target.value);
        unit.line = target.endLine;
        return unit.emitName(Op.DELETE_ATTR, target.attr);
      case "Subscript":
        compileExpression(unit, target.value);
        compileExpression(unit, target.slice);
        return unit.emit(Op.DELETE_SUBSCR);
      case "Tuple":
      case "List":
        for (const element of target.elts) compileDelete(unit, element);
        return;
      default:
        throw new TypeError(`A ${target.kind} cannot be deleted.`);
    }
  });
}

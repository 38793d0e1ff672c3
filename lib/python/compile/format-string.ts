/** Compiles f-strings. Mirrors `compiler_joined_str` and `compiler_formatted_value` of Python/compile.c. */

import type { Expression, FormattedValue, JoinedStr } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { strConstant } from "./constant";
import { STACK_USE_GUIDELINE } from "./display";
import { compileExpression } from "./expression";
import { Op } from "./opcode";

/** Bits 0 and 1 of FORMAT_VALUE by the code of the letter behind `!`. */
const conversions: Readonly<Record<number, number>> = { [-1]: 0, 115: 1, 114: 2, 97: 3 };
const HAS_SPEC = 4;

export function compileJoinedStr(unit: CompilerUnit, { values }: JoinedStr): void {
  joinValues(
    unit,
    values.map((value: Expression) => () => compileExpression(unit, value)),
  );
}

/** @param values - Each leaves one str on the stack. Many are collected in a list for `"".join`. */
export function joinValues(unit: CompilerUnit, values: readonly (() => void)[]): void {
  if (values.length > STACK_USE_GUIDELINE) {
    unit.emitConstant(strConstant(""));
    unit.emitName(Op.LOAD_METHOD, "join");
    unit.emit(Op.BUILD_LIST, 0);
    for (const value of values) {
      value();
      unit.emit(Op.LIST_APPEND, 1);
    }
    return unit.emit(Op.CALL, 1);
  }
  for (const value of values) value();
  if (values.length !== 1) unit.emit(Op.BUILD_STRING, values.length);
}

export function compileFormattedValue(unit: CompilerUnit, node: FormattedValue): void {
  compileExpression(unit, node.value);
  if (node.formatSpec !== null) compileExpression(unit, node.formatSpec);
  emitFormat(unit, node.conversion, node.formatSpec !== null);
}

/** Format the value on top of the stack, or below the format that lies there. */
export function emitFormat(unit: CompilerUnit, conversion: number, hasSpec: boolean): void {
  unit.emit(Op.FORMAT_VALUE, conversions[conversion]! + (hasSpec ? HAS_SPEC : 0));
}

/** Compiles statements: which function for which kind, and the simple ones. Mirrors `compiler_visit_stmt`. */

import type { Assert, Expr, Raise, Return, Statement } from "../parse/ast";
import { compileAnnotatedAssignment, compileAssignment } from "./assignment";
import { compileAugmentedAssignment } from "./augmented-assignment";
import { compileClass } from "./class";
import type { CompilerUnit } from "./compiler-unit";
import { jumpIf } from "./condition";
import { compileExpression } from "./expression";
import { constantOf } from "./fold";
import { unwindAll } from "./frame-block";
import { compileFunction } from "./function";
import { compileIf } from "./if";
import { compileImport, compileImportFrom } from "./import";
import { NO_LINE } from "./instruction";
import { compileBreak, compileContinue, compileFor, compileWhile } from "./loop";
import { Op } from "./opcode";
import { compileDelete } from "./target";
import { compileTry } from "./try";
import { compileWith } from "./with";

/** Compile statements one after the other. */
export function compileStatements(unit: CompilerUnit, statements: readonly Statement[]): void {
  for (const statement of statements) compileStatement(unit, statement);
}

function compileStatement(unit: CompilerUnit, node: Statement): void {
  unit.locate(node);
  switch (node.kind) {
    case "FunctionDef":
      return compileFunction(unit, node);
    case "ClassDef":
      return compileClass(unit, node);
    case "Return":
      return compileReturn(unit, node);
    case "Delete":
      for (const target of node.targets) compileDelete(unit, target);
      return;
    case "Assign":
      return compileAssignment(unit, node);
    case "AugAssign":
      return compileAugmentedAssignment(unit, node);
    case "AnnAssign":
      return compileAnnotatedAssignment(unit, node);
    case "For":
      return compileFor(unit, node);
    case "While":
      return compileWhile(unit, node);
    case "If":
      return compileIf(unit, node);
    case "With":
      return compileWith(unit, node);
    case "Raise":
      return compileRaise(unit, node);
    case "Try":
      return compileTry(unit, node);
    case "Assert":
      return compileAssert(unit, node);
    case "Import":
      return compileImport(unit, node);
    case "ImportFrom":
      return compileImportFrom(unit, node);
    case "Expr":
      return compileExpressionStatement(unit, node);
    case "Break":
      return compileBreak(unit);
    case "Continue":
      return compileContinue(unit);
    case "Pass":
      return unit.emit(Op.NOP);
    case "Global":
    case "Nonlocal":
      return;
  }
}

function compileExpressionStatement(unit: CompilerUnit, { value }: Expr): void {
  if (constantOf(value) !== null) return unit.emit(Op.NOP);
  compileExpression(unit, value);
  unit.line = NO_LINE;
  unit.emit(Op.POP_TOP);
}

/** A value that is computed stays on the stack while the blocks around are undone; a constant is loaded after. */
function compileReturn(unit: CompilerUnit, node: Return): void {
  const constant = node.value === null ? null : constantOf(node.value);
  const keepsTop = node.value !== null && constant === null;
  if (keepsTop) compileExpression(unit, node.value);
  else if (node.value !== null) {
    unit.locate(node.value);
    unit.emit(Op.NOP);
  }
  if (node.value === null || node.value.line !== node.line) {
    unit.locate(node);
    unit.emit(Op.NOP);
  }
  unwindAll(unit, keepsTop);
  if (constant !== null) unit.emitConstant(constant);
  else if (!keepsTop) unit.emitNone();
  unit.emit(Op.RETURN_VALUE);
}

function compileRaise(unit: CompilerUnit, { exc, cause }: Raise): void {
  if (exc !== null) compileExpression(unit, exc);
  if (exc !== null && cause !== null) compileExpression(unit, cause);
  unit.emit(Op.RAISE_VARARGS, exc === null ? 0 : cause === null ? 1 : 2);
}

function compileAssert(unit: CompilerUnit, { test, msg }: Assert): void {
  const end = unit.newBlock();
  jumpIf(unit, test, end, true);
  unit.emit(Op.LOAD_ASSERTION_ERROR);
  if (msg !== null) {
    compileExpression(unit, msg);
    // The class lies where a method does, the message as its self: the call has no arguments besides.
    unit.emit(Op.CALL, 0);
  }
  unit.emit(Op.RAISE_VARARGS, 1);
  unit.useNextBlock(end);
}

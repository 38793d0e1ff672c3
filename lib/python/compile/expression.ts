/** Compiles expressions that are read: which function for which kind, and the simple ones. Mirrors `compiler_visit_expr`. */

import type { BinOp, BoolOp, Expression, IfExp, UnaryOp, Yield, YieldFrom } from "../parse/ast";
import { binaryOpOf, unaryOpcodes } from "./binary-operator";
import { compileCall } from "./call";
import { compileCompare } from "./comparison";
import type { CompilerUnit } from "./compiler-unit";
import { compileComprehension } from "./comprehension";
import { jumpIf, negated } from "./condition";
import { compileDict, compileList, compileSet, compileSlice, compileTuple } from "./display";
import { constantOf } from "./fold";
import { compileFormattedValue, compileJoinedStr } from "./format-string";
import { compileLambda } from "./function";
import { Pseudo } from "./instruction";
import { Op } from "./opcode";
import { compilePercentFormat } from "./percent-format";
import { compileTarget } from "./target";
import { compileVariable } from "./variable";

/** Leave the value of `node` on the stack. */
export function compileExpression(unit: CompilerUnit, node: Expression): void {
  const line = unit.line;
  unit.locate(node);
  const constant = constantOf(node);
  if (constant !== null) unit.emitConstant(constant);
  else compileComputed(unit, node);
  unit.line = line;
}

function compileComputed(unit: CompilerUnit, node: Expression): void {
  switch (node.kind) {
    case "Name":
      return compileVariable(unit, node.id, "load");
    case "Attribute":
      compileExpression(unit, node.value);
      unit.line = node.endLine;
      return unit.emitName(Op.LOAD_ATTR, node.attr);
    case "Call":
      return compileCall(unit, node);
    case "Subscript":
      compileExpression(unit, node.value);
      compileExpression(unit, node.slice);
      return unit.emit(Op.BINARY_SUBSCR);
    case "BinOp":
      return compileBinOp(unit, node);
    case "UnaryOp":
      return compileUnaryOp(unit, node);
    case "BoolOp":
      return compileBoolOp(unit, node);
    case "Compare":
      return compileCompare(unit, node);
    case "IfExp":
      return compileIfExp(unit, node);
    case "NamedExpr":
      compileExpression(unit, node.value);
      unit.emit(Op.COPY, 1);
      return compileTarget(unit, node.target);
    case "Tuple":
      return compileTuple(unit, node.elts);
    case "List":
      return compileList(unit, node.elts);
    case "Set":
      return compileSet(unit, node.elts);
    case "Dict":
      return compileDict(unit, node);
    case "Slice":
      return compileSlice(unit, node);
    case "Lambda":
      return compileLambda(unit, node);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return compileComprehension(unit, node);
    case "JoinedStr":
      return compileJoinedStr(unit, node);
    case "FormattedValue":
      return compileFormattedValue(unit, node);
    case "Yield":
      return compileYield(unit, node);
    case "YieldFrom":
      return compileYieldFrom(unit, node);
    case "Constant":
    case "Starred":
      throw new TypeError(`A ${node.kind} has no code of its own.`);
  }
}

function compileBinOp(unit: CompilerUnit, node: BinOp): void {
  if (compilePercentFormat(unit, node)) return;
  compileExpression(unit, node.left);
  compileExpression(unit, node.right);
  unit.emit(Op.BINARY_OP, binaryOpOf(node.op, node));
}

function compileUnaryOp(unit: CompilerUnit, { op, operand }: UnaryOp): void {
  const opposite = op === "Not" ? negated(operand) : null;
  if (opposite !== null) return compileCompare(unit, opposite);
  compileExpression(unit, operand);
  unit.emit(unaryOpcodes[op]);
}

/** The value that decides is the result. */
function compileBoolOp(unit: CompilerUnit, { op, values }: BoolOp): void {
  const end = unit.newBlock();
  for (const value of values.slice(0, -1)) {
    compileExpression(unit, value);
    unit.emitJump(op === "And" ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP, end);
    unit.useNextBlock(unit.newBlock());
  }
  compileExpression(unit, values.at(-1)!);
  unit.useNextBlock(end);
}

function compileIfExp(unit: CompilerUnit, { test, body, orelse }: IfExp): void {
  const end = unit.newBlock();
  const otherwise = unit.newBlock();
  jumpIf(unit, test, otherwise, false);
  compileExpression(unit, body);
  unit.emitArtificialJump(end);
  unit.useNextBlock(otherwise);
  compileExpression(unit, orelse);
  unit.useNextBlock(end);
}

function compileYield(unit: CompilerUnit, { value }: Yield): void {
  if (value === null) unit.emitNone();
  else compileExpression(unit, value);
  unit.emit(Op.YIELD_VALUE);
  unit.emit(Op.RESUME, 1);
}

/** Values go to the inner generator and its items out, until it ends. The way back has no check of the eval breaker. */
function compileYieldFrom(unit: CompilerUnit, { value }: YieldFrom): void {
  const send = unit.newBlock();
  const item = unit.newBlock();
  const end = unit.newBlock();
  compileExpression(unit, value);
  unit.emit(Op.GET_YIELD_FROM_ITER);
  unit.emitNone();
  unit.useNextBlock(send);
  unit.emitJump(Op.SEND, end);
  unit.useNextBlock(item);
  unit.emit(Op.YIELD_VALUE);
  unit.emit(Op.RESUME, 2);
  unit.emitJump(Pseudo.JUMP_NO_INTERRUPT, send);
  unit.useNextBlock(end);
}

/** Compiles loops and the ways out of them. Mirrors `compiler_for`, `compiler_while`, `compiler_break`. */

import type { For, While } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { jumpIf } from "./condition";
import { isTrue } from "./constant";
import { compileIterable } from "./display";
import { constantOf } from "./fold";
import { inFrameBlock, leaveLoop, unwindToLoop } from "./frame-block";
import { NO_LINE, Pseudo } from "./instruction";
import { Op } from "./opcode";
import { compileStatements } from "./statement";
import { compileTarget } from "./target";

export function compileFor(unit: CompilerUnit, node: For): void {
  const start = unit.newBlock();
  const body = unit.newBlock();
  const exhausted = unit.newBlock();
  const end = unit.newBlock();
  inFrameBlock(unit, { kind: "for loop", start, end }, () => {
    compileIterable(unit, node.iter);
    unit.emit(Op.GET_ITER);
    unit.useNextBlock(start);
    unit.emitJump(Op.FOR_ITER, exhausted);
    unit.useNextBlock(body);
    compileTarget(unit, node.target);
    compileStatements(unit, node.body);
    unit.line = NO_LINE;
    unit.emitJump(Pseudo.JUMP, start);
    unit.useNextBlock(exhausted);
  });
  compileStatements(unit, node.orelse);
  unit.useNextBlock(end);
}

/** The condition is compiled twice: at the top for the first turn and for `continue`, at the bottom for all others. */
export function compileWhile(unit: CompilerUnit, node: While): void {
  const constant = constantOf(node.test);
  if (!unit.rules.countsDeadNames && constant !== null && !isTrue(constant))
    return compileStatements(unit, node.orelse);
  const start = unit.newBlock();
  const body = unit.newBlock();
  const orelse = unit.newBlock();
  const end = unit.newBlock();
  unit.useNextBlock(start);
  inFrameBlock(unit, { kind: "while loop", start, end }, () => {
    jumpIf(unit, node.test, orelse, false);
    unit.useNextBlock(body);
    compileStatements(unit, node.body);
    unit.locate(node);
    jumpIf(unit, node.test, body, true);
  });
  unit.useNextBlock(orelse);
  compileStatements(unit, node.orelse);
  unit.useNextBlock(end);
}

export function compileBreak(unit: CompilerUnit): void {
  unit.emit(Op.NOP);
  const loop = unwindToLoop(unit);
  leaveLoop(unit, loop);
  unit.emitJump(Pseudo.JUMP, loop.end);
}

export function compileContinue(unit: CompilerUnit): void {
  unit.emit(Op.NOP);
  unit.emitJump(Pseudo.JUMP, unwindToLoop(unit).start);
}

/** Compiles `try`. Mirrors `compiler_try_finally` and `compiler_try_except` of Python/compile.c. */

import type { ExceptHandler, Try } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { compileExpression } from "./expression";
import { inFrameBlock, unbindException } from "./frame-block";
import { type Block, NO_LINE, Pseudo } from "./instruction";
import { Op } from "./opcode";
import { compileStatements } from "./statement";
import { compileVariable } from "./variable";

export function compileTry(unit: CompilerUnit, node: Try): void {
  if (node.finalbody.length > 0) compileFinally(unit, node);
  else compileExcept(unit, node);
}

/** The final body is compiled once for each way out: the end, the exception, and every jump (`unwindAll`). */
function compileFinally(unit: CompilerUnit, node: Try): void {
  const body = unit.newBlock();
  const handler = unit.newBlock();
  const cleanup = unit.newBlock();
  const end = unit.newBlock();
  unit.emitJump(Pseudo.SETUP_FINALLY, handler);
  unit.useNextBlock(body);
  inFrameBlock(unit, { kind: "finally try", finalbody: node.finalbody }, () => {
    if (node.handlers.length > 0) compileExcept(unit, node);
    else compileStatements(unit, node.body);
    unit.emitArtificial(Pseudo.POP_BLOCK);
  });
  compileStatements(unit, node.finalbody);
  unit.emitArtificialJump(end);
  unit.useNextBlock(handler);
  inFrameBlock(unit, { kind: "finally end" }, () => {
    unit.line = NO_LINE;
    unit.emitJump(Pseudo.SETUP_CLEANUP, cleanup);
    unit.emit(Op.PUSH_EXC_INFO);
    compileStatements(unit, node.finalbody);
  });
  unit.emit(Op.RERAISE, 0);
  unit.useNextBlock(cleanup);
  reraiseAfterHandler(unit);
  unit.useNextBlock(end);
}

function compileExcept(unit: CompilerUnit, node: Try): void {
  const body = unit.newBlock();
  const handlers = unit.newBlock();
  const cleanup = unit.newBlock();
  const end = unit.newBlock();
  unit.emitJump(Pseudo.SETUP_FINALLY, handlers);
  unit.useNextBlock(body);
  inFrameBlock(unit, { kind: "try" }, () => compileStatements(unit, node.body));
  unit.emitArtificial(Pseudo.POP_BLOCK);
  compileStatements(unit, node.orelse);
  unit.emitArtificialJump(end);
  unit.useNextBlock(handlers);
  unit.line = NO_LINE;
  unit.emitJump(Pseudo.SETUP_CLEANUP, cleanup);
  unit.emit(Op.PUSH_EXC_INFO);
  inFrameBlock(unit, { kind: "handlers" }, () => {
    for (const handler of node.handlers) compileHandler(unit, handler, end);
    unit.line = NO_LINE;
  });
  unit.emit(Op.RERAISE, 0);
  unit.useNextBlock(cleanup);
  reraiseAfterHandler(unit);
  unit.useNextBlock(end);
}

/** The exception is on the stack. A handler that does not match leaves it there for the next one. */
function compileHandler(unit: CompilerUnit, handler: ExceptHandler, end: Block): void {
  const next = unit.newBlock();
  unit.locate(handler);
  if (handler.type !== null) {
    compileExpression(unit, handler.type);
    unit.emit(Op.CHECK_EXC_MATCH);
    unit.emitJump(Op.POP_JUMP_IF_FALSE, next);
  }
  if (handler.name === null) compileUnnamed(unit, handler, end);
  else compileNamed(unit, handler, handler.name, end);
  unit.useNextBlock(next);
}

function compileUnnamed(unit: CompilerUnit, handler: ExceptHandler, end: Block): void {
  unit.useNextBlock(unit.newBlock());
  inFrameBlock(unit, { kind: "handler", name: null }, () => {
    unit.emit(Op.POP_TOP);
    compileStatements(unit, handler.body);
  });
  unit.line = NO_LINE;
  unit.emit(Pseudo.POP_BLOCK);
  unit.emit(Op.POP_EXCEPT);
  unit.emitJump(Pseudo.JUMP, end);
}

/** `except ... as name`: the name is unbound at the end, whatever happens. */
function compileNamed(unit: CompilerUnit, handler: ExceptHandler, name: string, end: Block): void {
  const body = unit.newBlock();
  const cleanup = unit.newBlock();
  compileVariable(unit, name, "store");
  unit.emitJump(Pseudo.SETUP_CLEANUP, cleanup);
  unit.useNextBlock(body);
  inFrameBlock(unit, { kind: "handler", name }, () => compileStatements(unit, handler.body));
  unit.line = NO_LINE;
  unit.emit(Pseudo.POP_BLOCK);
  if (unit.rules.popsAfterUnbinding) unbindException(unit, name);
  unit.emit(Pseudo.POP_BLOCK);
  unit.emit(Op.POP_EXCEPT);
  if (!unit.rules.popsAfterUnbinding) unbindException(unit, name);
  unit.emitJump(Pseudo.JUMP, end);
  unit.useNextBlock(cleanup);
  unit.line = NO_LINE;
  unbindException(unit, name);
  unit.emit(Op.RERAISE, 1);
}

/** A handler has raised: the exception before it is the handled one again (`POP_EXCEPT_AND_RERAISE`). */
export function reraiseAfterHandler(unit: CompilerUnit): void {
  unit.emit(Op.COPY, 3);
  unit.emit(Op.POP_EXCEPT);
  unit.emit(Op.RERAISE, 1);
}

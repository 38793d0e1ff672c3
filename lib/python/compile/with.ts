/** Compiles `with`. Mirrors `compiler_with` of Python/compile.c. */

import type { With } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { compileExpression } from "./expression";
import { callExitWithNones, inFrameBlock } from "./frame-block";
import { NO_LINE, Pseudo } from "./instruction";
import { Op } from "./opcode";
import { compileStatements } from "./statement";
import { compileTarget } from "./target";
import { reraiseAfterHandler } from "./try";

export function compileWith(unit: CompilerUnit, node: With): void {
  compileItem(unit, node, 0);
}

/** Several items are nested statements. The bound `__exit__` stays on the stack all along. */
function compileItem(unit: CompilerUnit, node: With, index: number): void {
  const item = node.items[index];
  if (item === undefined) return compileStatements(unit, node.body);
  const body = unit.newBlock();
  const handler = unit.newBlock();
  const end = unit.newBlock();
  compileExpression(unit, item.contextExpr);
  unit.emit(Op.BEFORE_WITH);
  unit.emitJump(Pseudo.SETUP_WITH, handler);
  unit.useNextBlock(body);
  inFrameBlock(unit, { kind: "with", statement: node }, () => {
    if (item.optionalVars === null) unit.emit(Op.POP_TOP);
    else compileTarget(unit, item.optionalVars);
    compileItem(unit, node, index + 1);
    unit.line = NO_LINE;
    unit.emit(Pseudo.POP_BLOCK);
  });
  unit.locate(node);
  callExitWithNones(unit);
  unit.emit(Op.POP_TOP);
  unit.emitJump(Pseudo.JUMP, end);
  unit.useNextBlock(handler);
  compileHandler(unit);
  unit.useNextBlock(end);
}

/** The body has raised: `__exit__` decides whether the exception ends here. */
function compileHandler(unit: CompilerUnit): void {
  const cleanup = unit.newBlock();
  const suppressed = unit.newBlock();
  unit.emitJump(Pseudo.SETUP_CLEANUP, cleanup);
  unit.emit(Op.PUSH_EXC_INFO);
  unit.emit(Op.WITH_EXCEPT_START);
  unit.line = NO_LINE;
  unit.emitJump(Op.POP_JUMP_IF_TRUE, suppressed);
  unit.emit(Op.RERAISE, 2);
  unit.useNextBlock(cleanup);
  reraiseAfterHandler(unit);
  unit.useNextBlock(suppressed);
  unit.emit(Op.POP_TOP);
  unit.emit(Pseudo.POP_BLOCK);
  unit.emit(Op.POP_EXCEPT);
  unit.emit(Op.POP_TOP);
  unit.emit(Op.POP_TOP);
}

/** What a jump out of a loop or handler has to undo. Mirrors `struct fblockinfo`, `compiler_unwind_fblock`. */

import type { Statement, With } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { type Block, NO_LINE, Pseudo } from "./instruction";
import { Op } from "./opcode";
import { compileStatements } from "./statement";
import { compileVariable } from "./variable";

/** A loop, or part of a try or with statement, in which the compiler is. */
export type FrameBlock =
  | { readonly kind: "while loop" | "for loop"; readonly start: Block; readonly end: Block }
  | { readonly kind: "try" | "handlers" | "value" | "finally end" }
  | { readonly kind: "finally try"; readonly finalbody: readonly Statement[] }
  | { readonly kind: "with"; readonly statement: With }
  | { readonly kind: "handler"; readonly name: string | null };

type Loop = FrameBlock & { readonly kind: "while loop" | "for loop" };

/** Compile `body` inside of `block`. */
export function inFrameBlock(unit: CompilerUnit, block: FrameBlock, body: () => void): void {
  unit.frameBlocks.push(block);
  body();
  unit.frameBlocks.pop();
}

/** Undo everything up to the start of the code object. @param keepsTop - A value to return is on the stack. */
export function unwindAll(unit: CompilerUnit, keepsTop: boolean): void {
  unwind(unit, keepsTop, () => false);
}

/** Undo everything inside of the innermost loop, which is returned. A loop there has to be. */
export function unwindToLoop(unit: CompilerUnit): Loop {
  const loop = unwind(unit, false, isLoop);
  if (loop === null || !isLoop(loop)) throw new Error("A break or continue stands outside of a loop.");
  return loop;
}

/** Take the iterator of a `for` loop off the stack; a `while` loop has nothing there. */
export function leaveLoop(unit: CompilerUnit, loop: Loop): void {
  undo(unit, loop, false);
}

function isLoop(block: FrameBlock): block is Loop {
  return block.kind === "while loop" || block.kind === "for loop";
}

/**
 * `compiler_unwind_fblock_stack`. While a block is undone it does not surround what is compiled for that: a `return` in
 * a final body undoes the blocks farther out only.
 */
function unwind(
  unit: CompilerUnit,
  keepsTop: boolean,
  isTarget: (block: FrameBlock) => boolean,
): FrameBlock | null {
  const block = unit.frameBlocks.at(-1);
  if (block === undefined || isTarget(block)) return block ?? null;
  unit.frameBlocks.pop();
  undo(unit, block, keepsTop);
  const target = unwind(unit, keepsTop, isTarget);
  unit.frameBlocks.push(block);
  return target;
}

/** `compiler_unwind_fblock` */
function undo(unit: CompilerUnit, block: FrameBlock, keepsTop: boolean): void {
  const reachBelowTop = () => keepsTop && unit.emit(Op.SWAP, 2);
  switch (block.kind) {
    case "while loop":
    case "handlers":
      return;
    case "for loop":
    case "value":
      reachBelowTop();
      return unit.emit(Op.POP_TOP);
    case "try":
      return unit.emit(Pseudo.POP_BLOCK);
    case "finally try":
      unit.emit(Pseudo.POP_BLOCK);
      if (keepsTop) inFrameBlock(unit, { kind: "value" }, () => compileStatements(unit, block.finalbody));
      else compileStatements(unit, block.finalbody);
      unit.line = NO_LINE;
      return;
    case "finally end":
      reachBelowTop();
      unit.emit(Op.POP_TOP);
      reachBelowTop();
      unit.emit(Pseudo.POP_BLOCK);
      return unit.emit(Op.POP_EXCEPT);
    case "with":
      unit.locate(block.statement);
      unit.emit(Pseudo.POP_BLOCK);
      reachBelowTop();
      callExitWithNones(unit);
      unit.emit(Op.POP_TOP);
      unit.line = NO_LINE;
      return;
    case "handler":
      if (block.name !== null) unit.emit(Pseudo.POP_BLOCK);
      reachBelowTop();
      unit.emit(Pseudo.POP_BLOCK);
      unit.emit(Op.POP_EXCEPT);
      if (block.name !== null) unbindException(unit, block.name);
  }
}

/** `__exit__(None, None, None)`: the bound method lies where the method of a call does, the first None as its self. */
export function callExitWithNones(unit: CompilerUnit): void {
  for (let i = 0; i < 3; i++) unit.emitNone();
  unit.emit(Op.CALL, 2);
}

/** `name = None; del name` at the end of `except ... as name`. */
export function unbindException(unit: CompilerUnit, name: string): void {
  unit.emitNone();
  compileVariable(unit, name, "store");
  compileVariable(unit, name, "delete");
}

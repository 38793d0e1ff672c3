/** Gives artificial instructions a line. Mirrors `duplicate_exits_without_lineno` and `propagate_line_numbers`. */

import { type Block, blocksFrom, createBlock, isJump, NO_LINE, newestFirst } from "./instruction";
import { Op } from "./opcode";

/** Give each jump to an exit without a line an exit of its own, which then has the line of the jump. */
export function copyExitsWithoutLine(entry: Block): void {
  for (const block of newestFirst(entry)) {
    const last = block.instructions.at(-1);
    if (last?.target == null || !isJump(last.opcode)) continue;
    const target = last.target;
    if (!isExitWithoutLine(target) || target.predecessors < 2) continue;
    const copy: Block = {
      ...createBlock(target.order),
      instructions: target.instructions.map((instruction) => ({ ...instruction })),
      next: target.next,
      exits: true,
      leaves: true,
      predecessors: 1,
    };
    copy.instructions[0]!.line = last.line;
    last.target = copy;
    target.predecessors--;
    target.next = copy;
  }
  for (const block of blocksFrom(entry)) {
    const last = block.instructions.at(-1);
    if (!block.leaves && block.next !== null && last !== undefined && isExitWithoutLine(block.next))
      block.next.instructions[0]!.line = last.line;
  }
}

/** It ends with a return or raise, and no line is responsible for it. */
export function isExitWithoutLine(block: Block): boolean {
  return block.exits && block.instructions.every(({ line }) => line < 0);
}

/** An instruction without a line has that of the one before it, in a block with one way to it that of its jump. */
export function inheritLines(entry: Block, firstLine: number): void {
  for (const block of blocksFrom(entry)) {
    let line = NO_LINE;
    for (const instruction of block.instructions) {
      if (instruction.line < 0) instruction.line = line;
      else line = instruction.line;
    }
    if (!block.leaves && block.next !== null) inherit(block.next, line);
    const last = block.instructions.at(-1);
    if (last?.target != null && isJump(last.opcode)) inherit(last.target, last.line);
  }
  giveReturnsLines(entry, firstLine);
}

/** `guarantee_lineno_for_exits` */
function giveReturnsLines(entry: Block, firstLine: number): void {
  let line = firstLine;
  for (const block of blocksFrom(entry)) {
    const last = block.instructions.at(-1);
    if (last === undefined) continue;
    if (last.line >= 0) line = last.line;
    else if (last.opcode === Op.RETURN_VALUE)
      for (const instruction of block.instructions) instruction.line = line;
  }
}

function inherit(block: Block, line: number): void {
  const first = block.instructions[0];
  if (block.predecessors === 1 && first !== undefined && first.line < 0) first.line = line;
}

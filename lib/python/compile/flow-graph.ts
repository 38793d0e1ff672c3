/** Simplifies the blocks of a code object. Mirrors `optimize_cfg` of Python/compile.c. */

import type { CompilerUnit } from "./compiler-unit";
import {
  type Block,
  blocksFrom,
  exitsScope,
  isJump,
  isUnconditionalJump,
  newestFirst,
  setsUpHandler,
} from "./instruction";
import { copyExitsWithoutLine, isExitWithoutLine } from "./line-number";
import { Op } from "./opcode";
import { optimizeBlock } from "./optimize-block";

/** Exits of at most so many instructions are copied to where they are jumped to from (`MAX_COPY_SIZE`). */
const MAX_COPY_SIZE = 4;

/**
 * Thread jumps, take out dead code and needless instructions.
 *
 * After this every block has instructions and can be reached.
 */
export function optimizeFlowGraph(unit: CompilerUnit, entry: Block): void {
  for (const block of blocksFrom(entry)) markEnd(block);
  for (const block of newestFirst(entry)) inlineExit(block);
  for (const block of blocksFrom(entry)) {
    optimizeBlock(unit, block);
    dropNops(block);
  }
  for (const block of newestFirst(entry)) inlineExit(block);
  countPredecessors(entry);
  for (const block of blocksFrom(entry)) if (block.predecessors === 0) empty(block);
  for (const block of blocksFrom(entry)) dropNops(block);
  dropEmptyBlocks(entry);
  dropRedundantJumps(entry);
  dropEmptyBlocks(entry);
  copyExitsWithoutLine(entry);
}

/** `normalize_basic_block`: say how the block ends, and let jumps pass over empty blocks. */
function markEnd(block: Block): void {
  for (const instruction of block.instructions) {
    if (exitsScope(instruction.opcode)) block.exits = true;
    if (exitsScope(instruction.opcode) || isUnconditionalJump(instruction.opcode)) block.leaves = true;
    if (isJump(instruction.opcode)) instruction.target = withInstructions(instruction.target!);
  }
}

/** The first block with instructions from `block` on. */
export function withInstructions(block: Block): Block {
  let found = block;
  while (found.instructions.length === 0 && found.next !== null) found = found.next;
  return found;
}

/** `extend_block`: a jump to a short exit that no line is responsible for becomes the exit. */
function inlineExit(block: Block): void {
  const last = block.instructions.at(-1);
  if (last === undefined || !isUnconditionalJump(last.opcode)) return;
  const target = last.target!;
  if (!isExitWithoutLine(target) || target.instructions.length > MAX_COPY_SIZE) return;
  last.opcode = Op.NOP;
  last.target = null;
  for (const instruction of target.instructions) block.instructions.push({ ...instruction });
  block.exits = true;
}

/** `mark_reachable` */
function countPredecessors(entry: Block): void {
  for (const block of blocksFrom(entry)) block.predecessors = 0;
  const waiting: Block[] = [];
  const reach = (block: Block) => {
    if (block.predecessors === 0) waiting.push(block);
    block.predecessors++;
  };
  reach(entry);
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block.next !== null && !block.leaves) reach(block.next);
    for (const { opcode, target } of block.instructions)
      if (target !== null && (isJump(opcode) || setsUpHandler(opcode))) reach(target);
  }
}

function empty(block: Block): void {
  block.instructions = [];
  block.leaves = false;
}

/**
 * `clean_basic_block`: take out the NOPs that are not needed.
 *
 * One stays when it is all that is left of a line, so that who goes line by line stops there.
 */
export function dropNops(block: Block): void {
  const kept: Block["instructions"] = [];
  let previousLine = -1;
  block.instructions.forEach((instruction, index) => {
    if (instruction.opcode === Op.NOP) {
      const { line } = instruction;
      if (line < 0 || line === previousLine) return;
      const next = block.instructions[index + 1];
      if (next !== undefined) {
        if (next.line < 0 || next.line === line) {
          next.line = line;
          return;
        }
      } else if (block.next !== null && withInstructions(block.next).instructions[0]?.line === line) return;
    }
    kept.push(instruction);
    previousLine = instruction.line;
  });
  block.instructions = kept;
}

/** A jump to the block behind is none. */
function dropRedundantJumps(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    const last = block.instructions.at(-1);
    if (last === undefined || !isUnconditionalJump(last.opcode) || last.target !== block.next) continue;
    last.opcode = Op.NOP;
    last.target = null;
    block.leaves = false;
    dropNops(block);
  }
}

/** `eliminate_empty_basic_blocks` */
function dropEmptyBlocks(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    while (block.next !== null && block.next.instructions.length === 0) block.next = block.next.next;
    for (const instruction of block.instructions)
      if (instruction.target !== null) instruction.target = withInstructions(instruction.target);
  }
}

/** How many operands there can be on the stack. Mirrors `stackdepth` of Python/compile.c. */

import { type Block, blocksFrom, type Instruction, isJump, setsUpHandler } from "./instruction";
import { stackEffect } from "./stack-effect";

/**
 * Follow every way through the code.
 *
 * After this each block knows its `startDepth`.
 *
 * @returns The most operands at any time.
 * @throws {Error} When two ways come to a block with different depths, or more is taken off than is there.
 */
export function maxStackDepth(entry: Block): number {
  let most = 0;
  const waiting: Block[] = [];
  const reach = (block: Block, depth: number) => {
    if (depth < 0 || (block.startDepth >= 0 && block.startDepth !== depth))
      throw new Error(`A block is reached with ${depth} operands and with ${block.startDepth}.`);
    if (block.startDepth < 0) waiting.push(block);
    block.startDepth = depth;
    most = Math.max(most, depth);
  };
  for (const block of blocksFrom(entry)) block.startDepth = -1;
  reach(entry, 0);
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    let depth = block.startDepth;
    for (const instruction of block.instructions) {
      if (instruction.target !== null && (isJump(instruction.opcode) || setsUpHandler(instruction.opcode)))
        reach(instruction.target, depth + effectOf(instruction, true));
      depth += effectOf(instruction, false);
      most = Math.max(most, depth);
    }
    if (!block.leaves && block.next !== null) reach(block.next, depth);
  }
  return most;
}

function effectOf({ opcode, arg }: Instruction, jumps: boolean): number {
  return stackEffect(opcode, arg, jumps);
}

/** Gives every jump its direction. Mirrors `normalize_jumps` of Python/compile.c, in CPython 3.12. */

import { dropNops } from "./flow-graph";
import { type Block, blocksFrom, createBlock, type Instruction, Pseudo } from "./instruction";
import { Op } from "./opcode";

const opposite: Readonly<Record<number, Op>> = {
  [Op.POP_JUMP_IF_FALSE]: Op.POP_JUMP_IF_TRUE,
  [Op.POP_JUMP_IF_TRUE]: Op.POP_JUMP_IF_FALSE,
  [Op.POP_JUMP_IF_NONE]: Op.POP_JUMP_IF_NOT_NONE,
  [Op.POP_JUMP_IF_NOT_NONE]: Op.POP_JUMP_IF_NONE,
};

/**
 * After this jumps on a condition go forward only: one that goes back has become the opposite jump over a JUMP_BACKWARD.
 *
 * CPython 3.11 has conditional jumps back, which check the eval breaker too: the same happens.
 */
export function normalizeJumps(entry: Block): void {
  for (const block of blocksFrom(entry)) dropNops(block);
  const passed = new Set<Block>();
  for (const block of blocksFrom(entry)) {
    passed.add(block);
    const last = block.instructions.at(-1);
    if (last?.target == null) continue;
    const goesBack = passed.has(last.target);
    if (last.opcode === Pseudo.JUMP) last.opcode = goesBack ? Op.JUMP_BACKWARD : Op.JUMP_FORWARD;
    // No check of the eval breaker on this way back: JUMP_FORWARD has none, and its target is an address.
    else if (last.opcode === Pseudo.JUMP_NO_INTERRUPT) last.opcode = Op.JUMP_FORWARD;
    else if (goesBack && opposite[last.opcode] !== undefined) passed.add(jumpOverJump(block, last));
  }
}

/** @returns The new block with the jump back. */
function jumpOverJump(block: Block, jump: Instruction): Block {
  const back: Block = {
    ...createBlock(block.order),
    instructions: [{ ...jump, opcode: Op.JUMP_BACKWARD }],
    next: block.next,
    leaves: true,
  };
  jump.opcode = opposite[jump.opcode]!;
  jump.target = block.next;
  block.next = back;
  return back;
}

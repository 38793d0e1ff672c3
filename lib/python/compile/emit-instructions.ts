/** Writes blocks as words. Mirrors `assemble_emit` and `assemble_exception_table` of Python/compile.c. */

import type { Code, ExceptionEntry } from "./code";
import { type Block, blocksFrom, type Instruction } from "./instruction";
import { Op, WORDS_PER_INSTRUCTION } from "./opcode";

const derefOpcodes: ReadonlySet<number> = new Set([
  Op.MAKE_CELL,
  Op.LOAD_CLOSURE,
  Op.LOAD_DEREF,
  Op.STORE_DEREF,
  Op.DELETE_DEREF,
  Op.LOAD_CLASSDEREF,
]);

/**
 * @param entry - Blocks with the opcodes of {@link Op} only, depths and handlers known.
 * @param derefSlots - The slot of each cell, then of each free variable.
 */
export function emitInstructions(
  entry: Block,
  derefSlots: readonly number[],
): Pick<Code, "instructions" | "lines" | "exceptionTable"> {
  const starts = new Map<Block, number>();
  const all: Instruction[] = [];
  for (const block of blocksFrom(entry)) {
    starts.set(block, all.length * WORDS_PER_INSTRUCTION);
    for (const instruction of block.instructions) all.push(instruction);
  }
  const instructions = new Int32Array(all.length * WORDS_PER_INSTRUCTION);
  all.forEach(({ opcode, arg, target }, index) => {
    const at = index * WORDS_PER_INSTRUCTION;
    instructions[at] = opcode;
    instructions[at + 1] =
      target !== null ? starts.get(target)! : derefOpcodes.has(opcode) ? derefSlots[arg]! : arg;
  });
  return {
    instructions,
    lines: Int32Array.from(all, ({ line }) => line),
    exceptionTable: exceptionTable(all, starts),
  };
}

/** One entry for each run of instructions with the same handler. */
function exceptionTable(
  instructions: readonly Instruction[],
  starts: ReadonlyMap<Block, number>,
): readonly ExceptionEntry[] {
  const entries: ExceptionEntry[] = [];
  let begin = 0;
  instructions.forEach(({ handler }, index) => {
    if (instructions[index + 1]?.handler === handler) return;
    if (handler !== null)
      entries.push({
        start: begin * WORDS_PER_INSTRUCTION,
        end: (index + 1) * WORDS_PER_INSTRUCTION,
        target: starts.get(handler)!,
        depth: handler.startDepth - (handler.keepsLasti ? 2 : 1),
        pushLasti: handler.keepsLasti,
      });
    begin = index + 1;
  });
  return entries;
}

/** Forgets constants that no instruction is left for. Mirrors `trim_unused_consts` of Python/compile.c. */

import type { ConstantValue } from "./code";
import { type Block, blocksFrom } from "./instruction";
import { Op } from "./opcode";

/** Only those at the end go: the others keep their index. The first can be the documentation of a function. */
export function trimConstants(entry: Block, constants: readonly ConstantValue[]): readonly ConstantValue[] {
  let last = 0;
  for (const block of blocksFrom(entry))
    for (const { opcode, arg } of block.instructions)
      if (opcode === Op.LOAD_CONST || opcode === Op.KW_NAMES) last = Math.max(last, arg);
  return constants.slice(0, last + 1);
}

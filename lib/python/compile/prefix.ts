/** What a frame does before its first line. Mirrors `insert_prefix_instructions` of Python/compile.c. */

import type { CompilerUnit } from "./compiler-unit";
import { type Block, type Instruction, NO_LINE, type Opcode } from "./instruction";
import { Op } from "./opcode";

/** Take over free variables, make cells, and in a generator function make the generator. @returns The first block. */
export function insertPrefix(unit: CompilerUnit): Block {
  const prefix: Instruction[] = [];
  const add = (opcode: Opcode, arg: number, line = NO_LINE) =>
    prefix.push({ opcode, arg, line, target: null, handler: null });
  if (unit.free.length > 0) add(Op.COPY_FREE_VARS, unit.free.length);
  for (const index of inSlotOrder(unit)) {
    const parameter = unit.scope.parameters.indexOf(unit.cells[index]!);
    add(Op.MAKE_CELL, index);
    if (parameter < 0 || unit.rules.cellsTakeParameterSlot) continue;
    // Up to 3.10 the argument goes from its own slot into the cell's (`cell2arg`).
    add(Op.LOAD_FAST, parameter);
    add(Op.STORE_DEREF, index);
    add(Op.DELETE_FAST, parameter);
  }
  if (unit.scope.generator) {
    add(Op.RETURN_GENERATOR, 0, unit.firstLine);
    add(Op.POP_TOP, 0, unit.firstLine);
  }
  unit.entry.instructions.unshift(...prefix);
  return unit.entry;
}

/** Cells of parameters first, as their slots. */
function inSlotOrder(unit: CompilerUnit): readonly number[] {
  const slot = (index: number) => {
    const parameter = unit.locals.has(unit.cells[index]!)
      ? unit.locals.indexOf(unit.cells[index]!)
      : Infinity;
    return parameter;
  };
  return unit.cells.map((_, index) => index).sort((a, b) => slot(a) - slot(b) || a - b);
}

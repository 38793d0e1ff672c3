/** Where the variables of a frame lie. Mirrors `build_cellfixedoffsets` and `fix_cell_offsets` of Python/compile.c. */

import type { CompilerUnit } from "./compiler-unit";

/** Slots: locals, then cells that have none yet, then free variables. */
export interface FrameSlots {
  /** By the order of `co_cellvars`. */
  readonly cellSlots: readonly number[];
  readonly freeStart: number;
  readonly slotCount: number;
}

/** To be asked when all instructions have been added: until then there can be more locals. */
export function frameSlots(unit: CompilerUnit): FrameSlots {
  let next = unit.locals.items.length;
  const cellSlots = unit.cells.map((name) => {
    const shares = unit.rules.cellsTakeParameterSlot && unit.locals.has(name);
    return shares ? unit.locals.indexOf(name) : next++;
  });
  return { cellSlots, freeStart: next, slotCount: next + unit.free.length };
}

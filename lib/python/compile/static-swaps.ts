/** Does exchanges of stack entries at compile time. Mirrors `swaptimize` and `apply_static_swaps` of Python/compile.c. */

import type { Instruction } from "./instruction";
import { Op } from "./opcode";

/** An entry that is where it belongs. */
const PLACED = -1;

/**
 * Replace the SWAPs from `start` on by as few as give the same order.
 *
 * @returns The index of the last of them.
 */
export function mergeSwaps(instructions: readonly Instruction[], start: number): number {
  let end = start;
  while (instructions[end]?.opcode === Op.SWAP || instructions[end]?.opcode === Op.NOP) end++;
  const run = instructions.slice(start, end);
  const swaps = run.filter(({ opcode }) => opcode === Op.SWAP);
  if (swaps.length < 2) return start;
  const stack = Array.from({ length: Math.max(...swaps.map(({ arg }) => arg)) }, (_, entry) => entry);
  for (const { arg } of swaps) [stack[0], stack[arg - 1]] = [stack[arg - 1]!, stack[0]!];
  for (const instruction of run) instruction.opcode = Op.NOP;
  let current = run.length - 1;
  for (let entry = 0; entry < stack.length; entry++) {
    if (stack[entry] === PLACED || stack[entry] === entry) continue;
    for (let at = entry; ; ) {
      if (at > 0) Object.assign(run[current--]!, { opcode: Op.SWAP, arg: at + 1 });
      const next = stack[at]!;
      if (next === PLACED) break;
      stack[at] = PLACED;
      at = next;
    }
  }
  return end - 1;
}

/**
 * Exchange the stores behind the SWAP at `index`, and behind those before it, in place of the values.
 *
 * Only slots are stored to in another order than written, and never one slot twice.
 */
export function applyStaticSwaps(instructions: Instruction[], index: number): void {
  for (let at = index; at >= 0; at--) {
    const swap = instructions[at]!;
    if (swap.opcode !== Op.SWAP) {
      if (swap.opcode === Op.NOP || isSwappable(swap)) continue;
      return;
    }
    const first = nextSwappable(instructions, at, -1);
    if (first < 0) return;
    let last = first;
    for (let count = swap.arg - 1; count > 0 && last >= 0; count--)
      last = nextSwappable(instructions, last, instructions[first]!.line);
    if (last < 0 || !mayExchange(instructions, first, last)) return;
    swap.opcode = Op.NOP;
    [instructions[first], instructions[last]] = [instructions[last]!, instructions[first]!];
  }
}

function isSwappable({ opcode }: Instruction): boolean {
  return opcode === Op.STORE_FAST || opcode === Op.POP_TOP;
}

/** @param line - It has to be of this line; -1 for any. @returns Its index, -1 for none. */
function nextSwappable(instructions: readonly Instruction[], index: number, line: number): number {
  for (let at = index + 1; at < instructions.length; at++) {
    const instruction = instructions[at]!;
    if (line >= 0 && instruction.line !== line) return -1;
    if (instruction.opcode === Op.NOP) continue;
    return isSwappable(instruction) ? at : -1;
  }
  return -1;
}

/** The last store to a slot stays the last one. */
function mayExchange(instructions: readonly Instruction[], first: number, last: number): boolean {
  const slots = [first, last].map((at) => slotOf(instructions[at]!)).filter((slot) => slot >= 0);
  if (slots.length === 2 && slots[0] === slots[1]) return false;
  return !instructions.slice(first + 1, last).some((between) => slots.includes(slotOf(between)));
}

/** @returns -1 for an instruction that stores to no slot. */
function slotOf({ opcode, arg }: Instruction): number {
  return opcode === Op.STORE_FAST ? arg : -1;
}

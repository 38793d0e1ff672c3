/** Blocks of slots for what grows: lists, dicts. Classes 0 to 4 hold that many slots, then powers of two. */

import { grow, type HeapState } from "./heap-state";
import { gcRefsAt, State } from "./memory-map";

/** The word in front of a slot block is this minus its class, so that a walk through memory can tell it from an object. */
export const SLOT_BLOCK_MARK = -1000;

/** The smallest block class that holds `n` slots. */
export function blockClassFor(n: number): number {
  return n <= 4 ? n : 34 - Math.clz32(n - 1);
}

/** How many slots a block of this class holds. */
export function slotsIn(blockClass: number): number {
  return blockClass <= 4 ? blockClass : 1 << (blockClass - 2);
}

/** Take `words` words that have never been used. They are 0. @returns the first one. */
export function takeWords(h: HeapState, words: number): number {
  const at = h.memory[State.TOP]!;
  while (at + words > gcRefsAt(h.memory, at + words)) grow(h);
  h.memory[State.TOP] = at + words;
  return at;
}

/** Take a slot block; its slots hold old values. @returns its first slot; 0 for class 0. */
export function takeBlock(h: HeapState, blockClass: number): number {
  if (blockClass === 0) return 0;
  const free = h.memory[State.FREE_BLOCKS + blockClass]!;
  if (free !== 0) {
    h.memory[State.FREE_BLOCKS + blockClass] = h.memory[free]!;
    return free;
  }
  const mark = takeWords(h, 1 + slotsIn(blockClass));
  h.memory[mark] = SLOT_BLOCK_MARK - blockClass;
  return mark + 1;
}

/** Give a block back; the last one given back is the first one taken. */
export function giveBlock(h: HeapState, blockClass: number, start: number): void {
  if (blockClass === 0) return;
  h.memory[start] = h.memory[State.FREE_BLOCKS + blockClass]!;
  h.memory[State.FREE_BLOCKS + blockClass] = start;
}

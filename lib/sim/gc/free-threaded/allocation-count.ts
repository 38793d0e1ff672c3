/** How a free-threaded build counts allocations: each thread by itself, and by the 512 in the count that all share. Mirrors `record_allocation`, `record_deallocation`, `gc_should_collect` in gc_free_threading.c (3.13). */

import type { HeapState } from "../../heap/heap-state";
import { State } from "../../heap/memory-map";

/** `LOCAL_ALLOC_COUNT_THRESHOLD`. */
const LOCAL_ALLOC_COUNT_THRESHOLD = 512;

/**
 * `record_allocation`: count one container that comes from the allocator; a free list's does not.
 *
 * Only every 512th time is the shared count looked at. With the threshold of 2000 it is the 2048th net allocation that
 * schedules a collection.
 *
 * Simplified: CPython has one buffer for each thread; the heap here is used by one thread.
 */
export function recordAllocation(h: HeapState): void {
  const { memory } = h;
  const buffered = memory[State.THREAD_COUNT]! + 1;
  memory[State.THREAD_COUNT] = buffered;
  if (buffered < LOCAL_ALLOC_COUNT_THRESHOLD) return;
  flushAllocationCount(h);
  if (shouldCollect(h) && memory[State.COLLECTING] === 0) memory[State.SCHEDULED] = 1;
}

/** `record_deallocation`: count so many that are given back. The shared count may fall below 0. */
export function recordDeallocations(h: HeapState, deallocations: number): void {
  const { memory } = h;
  for (let i = 0; i < deallocations; i++) {
    memory[State.THREAD_COUNT]! -= 1;
    if (memory[State.THREAD_COUNT]! <= -LOCAL_ALLOC_COUNT_THRESHOLD) flushAllocationCount(h);
  }
}

/** Add what the thread has buffered to the shared count. `gc.get_count()` does this before it answers. */
export function flushAllocationCount(h: HeapState): void {
  const { memory } = h;
  memory[State.COUNT0]! += memory[State.THREAD_COUNT]!;
  memory[State.THREAD_COUNT] = 0;
}

/**
 * `gc_should_collect`: is a collection due? There is one generation only, so that each collection looks at everything;
 * the second condition keeps the total work linear. A second threshold of 0 switches that condition off.
 */
export function shouldCollect(h: HeapState): boolean {
  const { memory } = h;
  const count = memory[State.COUNT0]!;
  const threshold = memory[State.THRESHOLD0]!;
  if (count <= threshold || threshold === 0 || memory[State.ENABLED] === 0) return false;
  return count > Math.floor(h.longLivedTotal / 4) || memory[State.THRESHOLD1] === 0;
}

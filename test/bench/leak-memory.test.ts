/** What the simulator itself needs for an object. */
import { expect, test } from "vitest";
import type { LeakMemory } from "../../lib/bench/leak-memory-child";
import { runNodeChild } from "../../lib/dist/bench/node-child";

test("a leaked object takes at most 64 bytes of the simulator's memory, and fewer than the 96 of CPython 3.13", () => {
  const memory = runNodeChild("leak-memory-child", ["3.13", 200_000]) as LeakMemory;
  expect(memory.residentBytes).toBeGreaterThan(20);
  expect(memory.residentBytes).toBeLessThanOrEqual(64);
  expect(memory.simulatedBytes).toBeCloseTo(96.4, 1);
});

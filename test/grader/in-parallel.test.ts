import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { inParallel } from "../../lib/grader/in-parallel";

test("no more jobs run at once than allowed, and all of them run", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++running);
    await setTimeout(1);
    running--;
    done.push(item);
  });
  expect(most).toBe(2);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});

test("after an error nothing new is started, and the error is thrown", async () => {
  const started: number[] = [];
  const work = async (item: number): Promise<void> => {
    started.push(item);
    if (item === 1) throw new Error("broken");
    await setTimeout(5);
  };
  await expect(inParallel([1, 2, 3, 4], 2, work)).rejects.toThrow("broken");
  expect(started).toEqual([1, 2]);
});

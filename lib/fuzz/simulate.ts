/** A generated program on a simulated heap: what can be observed after each step. */

import type { Heap } from "../sim/heap/heap";
import { isIn } from "./kind";
import { observe, type Start } from "./observe";
import { isMaker } from "./operation/operation";
import { operationNamed } from "./operation/table";
import { type Program, type Step, thaws, variable } from "./program";
import { labelOf } from "./python-text";
import { World } from "./world";

/**
 * Run `program`.
 *
 * @param objectsBefore - How many objects the collector of the real process knew before the program.
 * @returns One string for the start and one for each step, as `driver.py` writes them. A fault of the simulator ends
 *   the list: its message is the last string.
 */
export function simulate(
  program: Program,
  heap: Heap,
  series: string,
  objectsBefore: number,
): readonly string[] {
  const told: string[] = [];
  try {
    const world = new World(heap, series, thaws(program) ? objectsBefore : 0);
    const start: Start = { stats: heap.gc.getStats() };
    told.push(observe(world, start));
    for (const [index, step] of program.steps.entries()) {
      if (applies(world, step)) run(world, step, labelOf(index));
      // The driver calls into the program for each step: the end of that call is a check of the eval breaker.
      heap.oneCall(() => {});
      told.push(observe(world, start));
    }
    heap.check();
  } catch (error) {
    told.push(`fault: ${(error as Error).message}`);
  }
  return told;
}

function applies(world: World, { operation: name, args }: Step): boolean {
  const operation = operationNamed(name);
  for (const [n, parameter] of operation.parameters.entries()) {
    if (typeof parameter !== "object" || !("group" in parameter)) continue;
    if (!isIn(world.kind(world.value(args[n])), parameter.group)) return false;
  }
  return operation.condition?.holds(world, args) ?? true;
}

function run(world: World, { operation: name, args }: Step, label: number): void {
  const operation = operationNamed(name);
  if (!isMaker(operation)) {
    operation.run(world, args);
    return;
  }
  const made = operation.make(world, args, label);
  if (operation.labelled) world.label(made, label);
  world.heap.bind(variable(args[0]), made);
  world.heap.decref(made);
}

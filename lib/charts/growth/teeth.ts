/** The saw-tooth of a run with the collector on: one tooth per collection, from one drop to the next. */

import type { CollectionMark, Growth } from "../../sim/growth";
import { everyNth, MAX_POINTS } from "../downsample";

/** A rise of the number of tracked objects, from the start or a drop on. */
export interface Rise {
  readonly fromIteration: number;
  readonly fromTracked: number;
  readonly iteration: number;
  readonly tracked: number;
}

/** A rise and the collection that ends it. */
export interface Tooth extends Rise {
  readonly generation: number;
  readonly collected: number;
}

/** Teeth at the start of a run that are always drawn, one by one. */
export const FIRST_TEETH = 13;

/** Turn collections into teeth. Empty when a collection has no recorded height. */
export function teethOf(run: Growth): readonly Tooth[] {
  let [fromIteration, fromTracked] = [run.samples[0]!.iteration, run.samples[0]!.trackedObjects];
  const teeth: Tooth[] = [];
  for (const mark of run.collections) {
    if (!hasHeight(mark)) return [];
    const { iteration, generation, collected, trackedBefore: tracked } = mark;
    teeth.push({ fromIteration, fromTracked, iteration, tracked, generation, collected });
    [fromIteration, fromTracked] = [iteration, tracked - collected];
  }
  return teeth;
}

/** From the last tooth to the last sample of the run. */
export function tailOf(run: Growth, teeth: readonly Tooth[]): Rise {
  const [start, end] = [run.samples[0]!, run.samples[run.samples.length - 1]!];
  const last = teeth[teeth.length - 1];
  return {
    fromIteration: last?.iteration ?? start.iteration,
    fromTracked: last === undefined ? start.trackedObjects : last.tracked - last.collected,
    iteration: end.iteration,
    tracked: end.trackedObjects,
  };
}

/**
 * Leave out whole teeth when there are too many; what is left is exact, with gaps.
 *
 * The first {@link FIRST_TEETH} stay, of the others every k-th.
 */
export function thinTeeth(teeth: readonly Tooth[]): readonly Tooth[] {
  if (teeth.length < MAX_POINTS) return teeth;
  const rest = everyNth(teeth.slice(FIRST_TEETH), MAX_POINTS - FIRST_TEETH - 1);
  return [...teeth.slice(0, FIRST_TEETH), ...rest.kept];
}

/** Was the number of tracked objects recorded at this collection? */
export function hasHeight(mark: CollectionMark): mark is CollectionMark & { readonly trackedBefore: number } {
  return mark.trackedBefore !== undefined;
}

/** The curve of a run's memory, with the saw-tooth that evenly spread samples would miss. */

import type { Growth } from "../../sim/growth";
import { teethOf } from "./teeth";

/** A point of the curve. */
export interface MemoryPoint {
  readonly iteration: number;
  readonly bytes: number;
}

/** How far apart the bytes per tracked object of two samples may be, to count as the same. */
const TOLERANCE = 0.02;

/**
 * The samples, and between them the memory right before and right after each collection.
 *
 * Samples at even distances and collections at even distances beat against each other: alone, the samples of a
 * saw-tooth draw a slow wave that is not there. At a collection the number of tracked objects is known, and where
 * every tracked object of the run costs the same, so is the memory. Where they do not, the curve is the samples.
 */
export function memoryCurve(run: Growth): readonly MemoryPoint[] {
  const bytesPerTracked = costOfTracked(run);
  if (bytesPerTracked === undefined || run.source === "measured") return run.samples;
  const points: MemoryPoint[] = [];
  let next = 0;
  for (const { iteration, tracked, collected } of teethOf(run)) {
    // A collection in iteration i runs after the sample at i finished iterations.
    for (; next < run.samples.length && run.samples[next]!.iteration <= iteration; next++)
      points.push(run.samples[next]!);
    points.push({ iteration, bytes: tracked * bytesPerTracked });
    points.push({ iteration, bytes: (tracked - collected) * bytesPerTracked });
  }
  return [...points, ...run.samples.slice(next)];
}

/** Bytes for each tracked object, if that is the same in all samples. */
function costOfTracked(run: Growth): number | undefined {
  const costs = run.samples.filter((s) => s.trackedObjects > 0).map((s) => s.bytes / s.trackedObjects);
  const lowest = costs.reduce((low, cost) => Math.min(low, cost), Number.POSITIVE_INFINITY);
  const highest = costs.reduce((high, cost) => Math.max(high, cost), 0);
  return highest > 0 && highest - lowest <= TOLERANCE * highest ? highest : undefined;
}

/** The highest point. */
export function peakBytes(run: Growth): number {
  return memoryCurve(run).reduce((peak, point) => Math.max(peak, point.bytes), 0);
}

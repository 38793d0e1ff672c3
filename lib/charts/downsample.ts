/** Fewer points, same shape: a chart holds at most 500 points per series, and a peak must not get lost. */

/** Points per series, at most. More makes a notebook slow and its file large. */
export const MAX_POINTS = 500;

/**
 * Reduce a series to the lowest and the highest point of each of equally long stretches.
 *
 * The first and the last point stay, order stays, and every kept point is a point of the series: nothing is averaged.
 *
 * @param points - The series, in drawing order.
 * @param value - The height of a point.
 * @param limit - Points to keep, at most; at least 4.
 * @returns The series itself when it is short enough.
 */
export function downsample<Point>(
  points: readonly Point[],
  value: (point: Point) => number,
  limit: number = MAX_POINTS,
): readonly Point[] {
  if (points.length <= limit) return points;
  const inner = points.slice(1, -1);
  const stretches = Math.floor((limit - 2) / 2);
  const kept: Point[] = [points[0]!];
  for (let index = 0; index < stretches; index++) {
    const from = Math.floor((index * inner.length) / stretches);
    const to = Math.floor(((index + 1) * inner.length) / stretches);
    kept.push(...extremes(inner.slice(from, to), value));
  }
  kept.push(points[points.length - 1]!);
  return kept;
}

/** The lowest and the highest point, in the order in which they come. */
function extremes<Point>(points: readonly Point[], value: (point: Point) => number): Point[] {
  let low = 0;
  let high = 0;
  points.forEach((point, index) => {
    if (value(point) < value(points[low]!)) low = index;
    if (value(point) > value(points[high]!)) high = index;
  });
  return low === high ? [points[low]!] : [points[Math.min(low, high)]!, points[Math.max(low, high)]!];
}

/**
 * Keep every k-th of a row of like things (ticks, rings), so that at most `limit` are left.
 *
 * @returns The things kept and k.
 */
export function everyNth<Thing>(
  things: readonly Thing[],
  limit: number,
): { readonly kept: readonly Thing[]; readonly step: number } {
  const step = Math.max(1, Math.ceil(things.length / limit));
  return { kept: things.filter((_, index) => index % step === 0), step };
}

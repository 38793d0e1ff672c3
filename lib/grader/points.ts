/** Sums of points. */

/**
 * Add points up. Fractions like 0.1 are meant as decimals, so the sum is rounded to a thousandth of a point.
 *
 * @example
 * sumPoints([0.1, 0.2]); // 0.3
 */
export function sumPoints(points: readonly number[]): number {
  return Math.round(points.reduce((sum, value) => sum + value, 0) * 1000) / 1000;
}

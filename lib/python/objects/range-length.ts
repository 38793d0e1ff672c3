/** How many numbers a range has. Mirrors `compute_range_length`. */

import { add, floorDivide, subtract, type Whole } from "./int-arithmetic";

/** @param step - Not 0. */
export function rangeLength(start: Whole, stop: Whole, step: Whole): Whole {
  const span = step > 0 ? subtract(stop, start) : subtract(start, stop);
  if (span <= 0) return 0;
  const stride = step > 0 ? step : subtract(0, step);
  return add(floorDivide(subtract(span, 1), stride), 1);
}

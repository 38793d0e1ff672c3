/** Numbers as a reader writes them: thousands set off, units with their plural, memory in the unit that fits. */

/** 2052 as "2,052"; at most `digits` decimals, none when they are zero. */
export function grouped(value: number, digits = 0): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

/** "1 collection", "2,052 objects". */
export function counted(value: number, noun: string): string {
  return `${grouped(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** Round to a number of decimals, to keep data short. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** A unit of memory. */
export interface MemoryUnit {
  readonly name: "bytes" | "KiB" | "MiB" | "GiB";
  readonly sizeBytes: number;
}

const memoryUnits: readonly MemoryUnit[] = [
  { name: "GiB", sizeBytes: 2 ** 30 },
  { name: "MiB", sizeBytes: 2 ** 20 },
  { name: "KiB", sizeBytes: 2 ** 10 },
];

/** The largest unit of which `bytes` holds at least two. */
export function memoryUnit(bytes: number): MemoryUnit {
  return memoryUnits.find((unit) => Math.abs(bytes) >= 2 * unit.sizeBytes) ?? { name: "bytes", sizeBytes: 1 };
}

/** 38555648 as "36.8 MiB". */
export function memory(bytes: number): string {
  const unit = memoryUnit(bytes);
  const value = bytes / unit.sizeBytes;
  return `${grouped(value, unit.sizeBytes === 1 || value >= 100 ? 0 : 1)} ${unit.name}`;
}

/**
 * Lay out an axis from 0 in round steps, the last one at or above `max`.
 *
 * @param wanted - About how many steps.
 */
export function roundSteps(
  max: number,
  wanted = 4,
): { readonly top: number; readonly values: readonly number[] } {
  if (!(max > 0)) return { top: 1, values: [0, 1] };
  const power = 10 ** Math.floor(Math.log10(max / wanted));
  const step = power * [1, 2, 2.5, 5, 10].find((factor) => factor * power >= max / (wanted + 0.5))!;
  const count = Math.ceil(rounded(max / step, 6));
  return {
    top: rounded(step * count, 6),
    values: Array.from({ length: count + 1 }, (_, k) => rounded(step * k, 6)),
  };
}

/** The order of Python versions: 3.9 before 3.10, 3.14.0rc2 before 3.14.0. */

/**
 * Compare two versions such as "3.13.0", "3.9.18" or "3.14.0rc2".
 *
 * A pre-release is older than the release of its number.
 *
 * @returns Negative when `a` is the older, positive when it is the newer, 0 when they are the same.
 */
export function compareVersions(a: string, b: string): number {
  const [numbersA, preA] = parts(a);
  const [numbersB, preB] = parts(b);
  for (let k = 0; k < Math.max(numbersA.length, numbersB.length); k++) {
    const difference = (numbersA[k] ?? 0) - (numbersB[k] ?? 0);
    if (difference !== 0) return difference;
  }
  if (preA === "" || preB === "") return preB.length - preA.length;
  return preA.localeCompare(preB, "en", { numeric: true });
}

function parts(version: string): readonly [numbers: readonly number[], preRelease: string] {
  const match = /^([\d.]*)(.*)$/.exec(version);
  return [(match?.[1] ?? "").split(".").map(Number), match?.[2] ?? ""];
}

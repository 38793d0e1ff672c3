/** Arithmetic of whole numbers of any size. Mirrors `Objects/longobject.c`. */

/** A whole number: a bigint only beyond `Number.MAX_SAFE_INTEGER`. */
export type Whole = number | bigint;

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The form in which a whole number is kept. */
export function normalised(value: Whole): Whole {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value + 0 : BigInt(value);
  return value <= SAFE && value >= -SAFE ? Number(value) : value;
}

/** `a + b`. */
export function add(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalised(BigInt(a) + BigInt(b));
}

/** `a - b`. */
export function subtract(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return normalised(BigInt(a) - BigInt(b));
}

/** `a * b`. */
export function multiply(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return normalised(BigInt(a) * BigInt(b));
}

/** `a // b`, towards minus infinity. @param b - Not 0. */
export function floorDivide(a: Whole, b: Whole): Whole {
  const remainder = modulo(a, b);
  if (typeof a === "number" && typeof b === "number" && typeof remainder === "number") {
    const multiple = a - remainder;
    if (Number.isSafeInteger(multiple)) return multiple / b + 0;
  }
  return normalised((BigInt(a) - BigInt(remainder)) / BigInt(b));
}

/** `a % b`, with the sign of `b`. @param b - Not 0. */
export function modulo(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const remainder = a % b;
    return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder + 0;
  }
  const divisor = BigInt(b);
  const remainder = BigInt(a) % divisor;
  return normalised(remainder !== 0n && remainder < 0n !== divisor < 0n ? remainder + divisor : remainder);
}

/** `a ** b`. @param b - Not negative; the caller has seen to it that the result is not too large. */
export function power(a: Whole, b: Whole): Whole {
  return normalised(BigInt(a) ** BigInt(b));
}

/** `pow(a, b, modulus)`, with the sign of the modulus. @param b - Not negative. @param modulus - Not 0. */
export function powerModulo(a: Whole, b: Whole, modulus: Whole): Whole {
  const by = BigInt(modulus) < 0n ? -BigInt(modulus) : BigInt(modulus);
  let result = 1n % by;
  let square = ((BigInt(a) % by) + by) % by;
  for (let exponent = BigInt(b); exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = (result * square) % by;
    square = (square * square) % by;
  }
  return modulo(normalised(result), modulus);
}

/** `pow(a, -1, modulus)`; null when there is none. @param modulus - Not 0. */
export function inverse(a: Whole, modulus: Whole): Whole | null {
  const by = BigInt(modulus) < 0n ? -BigInt(modulus) : BigInt(modulus);
  let [old, rest] = [((BigInt(a) % by) + by) % by, by];
  let [x, y] = [1n, 0n];
  while (rest !== 0n) {
    const quotient = old / rest;
    [old, rest] = [rest, old % rest];
    [x, y] = [y, x - quotient * y];
  }
  return old === 1n ? modulo(normalised(x), modulus) : null;
}

/** `a << bits`. @param bits - Not negative, and not too large. */
export function shiftLeft(a: Whole, bits: number): Whole {
  return normalised(BigInt(a) << BigInt(bits));
}

/** `a >> bits`, towards minus infinity. @param bits - Not negative. */
export function shiftRight(a: Whole, bits: Whole): Whole {
  return normalised(BigInt(a) >> BigInt(bits));
}

/** `a & b`, `a | b`, `a ^ b`, with two's complement of any length. */
export function bitwise(operator: "&" | "|" | "^", a: Whole, b: Whole): Whole {
  const [x, y] = [BigInt(a), BigInt(b)];
  return normalised(operator === "&" ? x & y : operator === "|" ? x | y : x ^ y);
}

/** `-a`. */
export function negative(a: Whole): Whole {
  return normalised(-a);
}

/** `abs(a)`. */
export function absoluteValue(a: Whole): Whole {
  return a < 0 ? negative(a) : a;
}

/** The sign of `a - b`; both may be floats too, but not NaN. Exact whatever the sizes. */
export function order(a: Whole, b: Whole): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

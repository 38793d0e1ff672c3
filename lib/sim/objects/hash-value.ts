/** The hashes of values. Mirrors `Python/pyhash.c`, `tuplehash` and `frozenset_hash`. */

/** `_PyHASH_MODULUS`: numbers that are equal have equal hashes, because all are reduced by it. */
const MODULUS = (1n << 61n) - 1n;
const MODULUS_BITS = 61;

/** `_PyHASH_INF`. */
const INFINITY_HASH = 314159n;

/** The hash of an int or float, signed; never -1, which stands for an error. @param value - Not NaN. */
export function numberHash(value: number | bigint): bigint {
  const hash = typeof value === "bigint" ? wholeHash(value) : floatHash(value);
  return hash === -1n ? -2n : hash;
}

function wholeHash(value: bigint): bigint {
  return value < 0n ? -(-value % MODULUS) : value % MODULUS;
}

/** `_Py_HashDouble`: the value is `mantissa * 2**exponent`, and 2 to the 61st is 1 modulo {@link MODULUS}. */
function floatHash(value: number): bigint {
  if (Number.isInteger(value)) return wholeHash(BigInt(value));
  if (!Number.isFinite(value)) return value > 0 ? INFINITY_HASH : -INFINITY_HASH;
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  const shift = BigInt(((exponent % MODULUS_BITS) + MODULUS_BITS) % MODULUS_BITS);
  const size = BigInt(Math.abs(mantissa)) % MODULUS;
  const hash = (size << shift) % MODULUS;
  return value < 0 ? -hash : hash;
}

/** Of a str or bytes: two 32-bit hashes (FNV-1a) side by side. Not CPython's, which has a secret key. */
export function textHash(value: string | Uint8Array): bigint {
  let high = 0x811c9dc5;
  let low = 0x9dc5811c;
  for (let i = 0; i < value.length; i++) {
    const unit = typeof value === "string" ? value.charCodeAt(i) : value[i]!;
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000197);
  }
  const hash = BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
  return hash === -1n ? -2n : hash;
}

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;

/** `tuplehash`: xxHash over the hashes of the items, signed. */
export function tupleHash(hashes: readonly bigint[]): bigint {
  let sum = PRIME_5;
  for (const hash of hashes) {
    sum = BigInt.asUintN(64, sum + BigInt.asUintN(64, hash) * PRIME_2);
    sum = BigInt.asUintN(64, (sum << 31n) | (sum >> 33n));
    sum = BigInt.asUintN(64, sum * PRIME_1);
  }
  sum = BigInt.asUintN(64, sum + (BigInt(hashes.length) ^ (PRIME_5 ^ 3527539n)));
  return sum === 0xffffffffffffffffn ? 1546275796n : BigInt.asIntN(64, sum);
}

/** `frozenset_hash`: the same in whatever order, signed. */
export function frozensetHash(hashes: readonly bigint[]): bigint {
  let sum = 0n;
  for (const hash of hashes) {
    const h = BigInt.asUintN(64, hash);
    sum ^= BigInt.asUintN(64, (h ^ 89869747n ^ (h << 16n)) * 3644798167n);
  }
  sum ^= (BigInt(hashes.length) + 1n) * 1927868237n;
  sum = BigInt.asUintN(64, sum);
  sum ^= (sum >> 11n) ^ (sum >> 25n);
  sum = BigInt.asUintN(64, sum * 69069n + 907133923n);
  return sum === 0xffffffffffffffffn ? 590923713n : BigInt.asIntN(64, sum);
}

/**
 * Says across threads that a cell is being compiled. Ending the compiler half-way would leave it broken for all later
 * cells, so an interrupt waits for it.
 */

/** One number in memory that both threads see: 1 while a cell is being compiled. */
export type CompilingFlag = Int32Array;

/** Make a flag that is not raised. */
export function newCompilingFlag(): CompilingFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Run `compile` with the flag raised. */
export function whileRaised<T>(flag: CompilingFlag, compile: () => T): T {
  Atomics.store(flag, 0, 1);
  try {
    return compile();
  } finally {
    Atomics.store(flag, 0, 0);
  }
}

/** Is a cell being compiled? */
export function isRaised(flag: CompilingFlag): boolean {
  return Atomics.load(flag, 0) === 1;
}

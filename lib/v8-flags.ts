/** How the kit starts Node where the simulator works hard. */

/**
 * Flags for V8.
 *
 * The simulator is many small functions, one for each of CPython's. V8 compiles them into their callers until a budget
 * of 920 bytes is used up, which is less than one iteration of the leak loop needs. Nothing but speed depends
 * on it.
 */
export const v8Flags: readonly string[] = ["--max-inlined-bytecode-size-cumulative=2000"];

/** Generators: a call that is suspended. Mirrors `Objects/genobject.c`. */

import type { HeapState, ProgramCode } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { Field, Layout } from "../heap/memory-map";
import { storeSlot } from "../heap/slot";
import { internedStr } from "./interned-str";
import { Static } from "./static-object";

/** What a generator holds; 0 or absent = NULL. */
export interface GeneratorParts {
  readonly name: string;
  /** What lies on the operand stack, then local variables in the order of their slots, then cells: as the call's end drops them. */
  readonly locals: readonly number[];
  /** Its function and its code object. */
  readonly func?: number;
  readonly code?: number;
}

const LOCAL_BYTES = 8;
const HEAD = ["gi_code", "gi_name", "gi_qualname", "f_func", "f_code"];

/**
 * A generator that was started and has not ended. It takes a reference to each of its parts; the caller owns the reference
 * to it.
 *
 * Simplified: up to 3.10 what it holds is in a frame object of its own, which the collector knows and counts unless it is
 * the code object's spare one; here the generator holds it itself, as from 3.11 on.
 *
 * @param close - What is left to run when it dies suspended (`finally` blocks); null when nothing is.
 */
export function createGenerator(
  h: HeapState,
  parts: GeneratorParts,
  close: ProgramCode | null = null,
): number {
  const { frameHoldsGlobals, generatorBytes, generatorHoldsCode } = h.profile.objects;
  const locals = parts.locals.map((_, i) => `local ${i}`);
  const type: MemberType = {
    type: Static.GENERATOR_TYPE,
    members: [...HEAD, ...locals],
    released: [...locals, ...HEAD],
    cleared: [],
  };
  const { code = 0, func = 0 } = parts;
  const text = internedStr(h, parts.name);
  const o = createMemberObject(h, type, generatorBytes + LOCAL_BYTES * locals.length, [
    generatorHoldsCode ? code : 0,
    text,
    text,
    frameHoldsGlobals ? 0 : func,
    frameHoldsGlobals ? 0 : code,
    ...parts.locals,
  ]);
  h.memory[o + Field.LAYOUT]! |= Layout.FINALIZER;
  h.closers.set(o, (dying) => {
    try {
      close?.(dying);
    } finally {
      endCall(h, dying);
    }
  });
  return o;
}

/** `GeneratorExit` has ended the suspended call (`gen_close`): its frame is cleared before the generator itself dies. */
function endCall(h: HeapState, generator: number): void {
  const length = h.memory[generator + Field.LENGTH]!;
  for (let i = HEAD.length; i < length; i++) storeSlot(h, generator, i, 0);
  for (const member of ["f_func", "f_code"]) storeSlot(h, generator, HEAD.indexOf(member), 0);
}

/** Generators: a call that is suspended. Mirrors `Objects/genobject.c`. */

import type { HeapState, ProgramCode } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { Field, Layout } from "../heap/memory-map";
import { internedStr } from "./interned-str";
import { Static } from "./static-object";

const LOCAL_BYTES = 8;

/**
 * A generator that has not ended. It takes a reference to each of `locals`; the caller owns the reference to it.
 *
 * @param close - What is left to run when it dies suspended (`finally` blocks); null when nothing is.
 */
export function createGenerator(
  h: HeapState,
  name: string,
  locals: readonly number[],
  close: ProgramCode | null = null,
): number {
  const names = locals.map((_, i) => `local ${i}`);
  const type: MemberType = {
    type: Static.GENERATOR_TYPE,
    members: ["gi_name", "gi_qualname", ...names],
    released: [...names, "gi_name", "gi_qualname"],
    cleared: [],
  };
  const text = internedStr(h, name);
  const sizeBytes = h.profile.objects.generatorBytes + LOCAL_BYTES * locals.length;
  const o = createMemberObject(h, type, sizeBytes, [text, text, ...locals]);
  if (close !== null) {
    h.memory[o + Field.LAYOUT]! |= Layout.FINALIZER;
    h.closers.set(o, close);
  }
  return o;
}

/** The death of a generator that is suspended: GeneratorExit where it stands. Mirrors `_PyGen_Finalize`. */

import { decref } from "../../sim/heap/refcount";
import { writeUnraisable } from "../builtins/sys/unraisable-hook";
import { closeGenerator } from "../objects/generator-close";
import type { Machine } from "./machine";

/** Close it. An exception that is pending outside stays pending; one of its own is told to standard error. */
export function finalizeGenerator(m: Machine, gen: number): void {
  const pending = m.error;
  m.error = 0;
  const result = closeGenerator(m, gen);
  if (result === 0) writeUnraisable(m, gen);
  else decref(m.h, result);
  m.error = pending;
}

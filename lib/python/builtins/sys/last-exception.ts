/** `sys.last_type`, `last_value` and `last_traceback`: the exception that has ended the program, with its frames. Mirrors `PyErr_PrintEx`. */

import { Field } from "../../../sim/heap/memory-map";
import { bind, lookup } from "../../../sim/objects/namespace";
import { Static } from "../../../sim/objects/static-object";
import { exceptionMember } from "../../objects/exception-object";
import type { Machine } from "../../run/machine";

const names = ["last_type", "last_value", "last_traceback"] as const;

/** Keep an exception that nobody has caught. @param exception - Borrowed. */
export function keepLastException(m: Machine, exception: number): void {
  const values = [
    m.h.memory[exception + Field.TYPE]!,
    exception,
    exceptionMember(m, exception, "traceback") || Static.NONE,
  ];
  names.forEach((name, i) => {
    bind(m.h, m.sys!, name, values[i]!);
  });
}

/** The end of the interpreter gives it up, and its frames with what they held. */
export function forgetLastException(m: Machine): void {
  for (const name of names) {
    if (lookup(m.h, m.sys!, name) !== 0) bind(m.h, m.sys!, name, Static.NONE);
  }
}

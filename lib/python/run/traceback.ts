/** Where an exception came by: one entry for each frame. Mirrors `PyTraceBack_Here`. */

import { keepNative } from "../../sim/heap/member-object";
import { decref } from "../../sim/heap/refcount";
import { createTraceback } from "../../sim/objects/traceback";
import { lineAt } from "../objects/code-object";
import { exceptionMember, setExceptionMember } from "../objects/exception-object";
import { frameObject } from "../objects/frame-object";
import type { TracebackInfo } from "../objects/traceback-object";
import type { Frame } from "./frame";
import type { Machine } from "./machine";

/** Put an entry for a frame in front of an exception's traceback. It makes the frame's object. */
export function addTraceback(m: Machine, exception: number, frame: Frame): void {
  const { h } = m;
  const { code, pc } = frame;
  const o = frameObject(m, frame);
  const entry = createTraceback(h, exceptionMember(m, exception, "traceback"), o);
  keepNative(h, entry, { line: lineAt(code, pc), pc } satisfies TracebackInfo);
  setExceptionMember(m, exception, "traceback", entry);
  decref(h, entry);
}

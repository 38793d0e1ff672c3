/** Errors of the C library's functions on floats. Mirrors `PyErr_SetFromErrno` with `ERANGE`. */

import { decref } from "../../sim/heap/refcount";
import { raiseWith } from "../run/error";
import type { Machine } from "../run/machine";
import { makeInt, makeStr } from "./make-atom";

const ERANGE = 34;

/** `OverflowError: (34, 'Numerical result out of range')`. */
export function raiseOverflow(m: Machine): 0 {
  const args = [makeInt(m, ERANGE), makeStr(m, "Numerical result out of range")];
  raiseWith(m, "OverflowError", args);
  for (const arg of args) decref(m.h, arg);
  return 0;
}

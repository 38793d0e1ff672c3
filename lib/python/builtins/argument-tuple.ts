/** Functions whose arguments come as a tuple: the collector counts it. Mirrors `METH_VARARGS`. */

import { decref, incref } from "../../sim/heap/refcount";
import { makeTuple } from "../objects/make-container";
import type { NativeFunction } from "../objects/native-type";

/** The same function, with its arguments held by a tuple during the call. */
export function takingTuple(call: NativeFunction): NativeFunction {
  return (m, args, keywords) => {
    for (const o of args) incref(m.h, o);
    const tuple = makeTuple(m, args);
    const result = call(m, args, keywords);
    decref(m.h, tuple);
    return result;
  };
}

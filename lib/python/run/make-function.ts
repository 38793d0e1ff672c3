/** The instruction MAKE_FUNCTION: what `def` and `lambda` leave. */

import { decref } from "../../sim/heap/refcount";
import { createDict, setItem } from "../../sim/objects/dict";
import { codeOf } from "../objects/code-object";
import { createFunctionObject } from "../objects/function-object";
import { itemsOf } from "../objects/make-container";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { popOperand, pushOperand } from "./operands";

/** CPython's flags. */
const enum Has {
  DEFAULTS = 1,
  KWDEFAULTS = 2,
  ANNOTATIONS = 4,
  CLOSURE = 8,
}

/** [defaults] [kwdefaults] [annotations] [closure] code -- function. */
export function makeFunction(m: Machine, frame: Frame, flags: number): true {
  const { h } = m;
  const code = popOperand(m, frame);
  const take = (flag: Has): number => ((flags & flag) === 0 ? 0 : popOperand(m, frame));
  const closure = take(Has.CLOSURE);
  const annotations = annotationDict(m, take(Has.ANNOTATIONS));
  const kwDefaults = take(Has.KWDEFAULTS);
  const defaults = take(Has.DEFAULTS);
  const func = createFunctionObject(m, codeOf(m, code), frame.globals, {
    annotations,
    closure,
    defaults,
    kwDefaults,
  });
  for (const o of [code, closure, annotations, kwDefaults, defaults]) if (o !== 0) decref(h, o);
  pushOperand(m, frame, func);
  return true;
}

/** From name, annotation, name, annotation, ... @param tuple - Owned. @returns a dict, owned. */
function annotationDict(m: Machine, tuple: number): number {
  if (tuple === 0) return 0;
  const dict = createDict(m.h);
  const items = itemsOf(m, tuple);
  for (let i = 0; i < items.length; i += 2) setItem(m.h, dict, items[i]!, items[i + 1]!);
  decref(m.h, tuple);
  return dict;
}

/** The instruction CALL_FUNCTION_EX: `f(*args, **kw)`. Mirrors `do_call_core`, `_PyEvalFramePushAndInit_Ex`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { item, keysOf } from "../../sim/objects/dict";
import { Static } from "../../sim/objects/static-object";
import { collectItems } from "../objects/iterate";
import { isStr, textOf } from "../objects/make-atom";
import { itemsOf, makeTuple } from "../objects/make-container";
import type { Keywords } from "../objects/native-type";
import { typeName, typeOf } from "../objects/type-lookup";
import type { Arguments } from "./bind-arguments";
import { call } from "./call";
import { raise } from "./error";
import { breakAfterCall } from "./eval-breaker";
import { abandonCall } from "./finish-call";
import type { Frame } from "./frame";
import { functionText } from "./function-text";
import type { Machine } from "./machine";
import { dropOperands, releaseCall } from "./operands";
import { beginCall, functionFrame, holdAll } from "./push-call";

/**
 * Call what lies below a tuple, or any iterable, of arguments, and a dict of keyword arguments if `flags & 1`.
 *
 * @returns as `callInstruction`.
 */
export function callFunctionEx(m: Machine, caller: Frame, flags: number): Frame | null {
  const hasKeywords = (flags & 1) !== 0;
  const low = caller.top - (hasKeywords ? 4 : 3);
  const callable = m.stack[low + 1]!;
  if (!makeArgumentTuple(m, callable, low + 2)) {
    dropOperands(m, caller, low);
    return null;
  }
  const args = m.stack[low + 2]!;
  const keywords = hasKeywords ? m.stack[low + 3]! : 0;
  if (m.h.memory[callable + Field.TYPE] === Static.FUNCTION_TYPE) {
    return callFunction(m, caller, callable, low, unpack(m, args, keywords));
  }
  const positional = itemsOf(m, args);
  const result = call(m, callable, positional, keywordsOf(m, keywords));
  releaseCall(m, caller, low, true);
  if (result === 0) return null;
  m.stack[caller.top++] = result;
  breakAfterCall(m, caller, callable, positional.length);
  return caller;
}

/** What `*` stands before becomes a tuple, in its place. */
function makeArgumentTuple(m: Machine, callable: number, at: number): boolean {
  const given = m.stack[at]!;
  if (m.h.memory[given + Field.TYPE] === Static.TUPLE_TYPE) return true;
  const { iterate, getItem } = typeOf(m, given).slots;
  if (iterate === undefined && getItem === undefined) {
    const what = `argument after * must be an iterable, not ${typeName(m, given)}`;
    raise(m, "TypeError", `${functionText(m, callable)} ${what}`);
    return false;
  }
  const items = collectItems(m, given);
  if (items === null) return false;
  m.stack[at] = makeTuple(m, items);
  decref(m.h, given);
  return true;
}

/** Where the frame takes them over, the tuple and the dict go before the call; else the stack holds them until it is over. */
function callFunction(m: Machine, caller: Frame, func: number, low: number, args: Arguments): Frame | null {
  const { calleeOwnsArguments, calleeOwnsUnpacked } = m.rules.calls;
  const frame = functionFrame(m, func, caller.limit);
  if (calleeOwnsUnpacked) {
    m.stack[low + 1] = 0;
    releaseCall(m, caller, low, true);
  } else {
    if (calleeOwnsArguments) incref(m.h, func);
    frame.operands = low;
    // `_PyStack_UnpackDict`: with keyword arguments an array of them all holds them besides.
    if (args.names.length > 0) frame.copies = holdAll(m, [...args.positional, ...args.values]);
  }
  const begun = beginCall(m, frame, args);
  for (const name of args.names) decref(m.h, name);
  if (begun) return frame;
  if (!calleeOwnsUnpacked) abandonCall(m, caller, frame);
  return null;
}

/** References to the arguments, and to the names of keyword arguments until they are bound: the dict may go before. */
function unpack(m: Machine, args: number, keywords: number): Arguments {
  const { h } = m;
  const names = keywords === 0 ? [] : keysOf(h, keywords);
  const values = names.map((name) => item(h, keywords, name));
  return { positional: holdAll(m, itemsOf(m, args)), names: holdAll(m, names), values: holdAll(m, values) };
}

/** For native code, borrowed. What is no str has been refused where the dict was made. */
function keywordsOf(m: Machine, keywords: number): Keywords {
  if (keywords === 0) return null;
  const names = keysOf(m.h, keywords).filter((name) => isStr(m, name));
  if (names.length === 0) return null;
  return new Map(names.map((name) => [textOf(m, name), item(m.h, keywords, name)]));
}

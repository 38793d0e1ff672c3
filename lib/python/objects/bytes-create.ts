/** `bytes(...)`. Mirrors `bytes_new_impl`, `PyBytes_FromObject`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { encodeText } from "./codec";
import { MOST_CHARACTERS } from "./format-spec";
import { memoryError } from "./int-operator";
import { collectItems, releaseItems } from "./iterate";
import { argument } from "./keyword-argument";
import { intOf, isBytes, isStr, makeBytes, sizeOf, textOf } from "./make-atom";
import type { Keywords } from "./native-type";
import { isIndex } from "./sequence-index";
import { callSpecial } from "./special-method";
import { typeName, typeOf } from "./type-lookup";

/** The `create` slot: a bytes object, owned. */
export function createBytesObject(m: Machine, args: readonly number[], keywords: Keywords): number {
  const [source, encoding, errors] = ["source", "encoding", "errors"].map((name, i) =>
    argument(args, keywords, i, name),
  ) as [number, number, number];
  if (args.length > 3)
    return raise(m, "TypeError", `bytes() takes at most 3 arguments (${args.length} given)`);
  if (source === 0) return makeBytes(m, new Uint8Array(0));
  if (isStr(m, source)) return encoded(m, source, encoding, errors);
  if (encoding !== 0) return raise(m, "TypeError", "encoding without a string argument");
  if (errors !== 0) return raise(m, "TypeError", "errors without a string argument");
  if (m.h.memory[source + Field.TYPE] === Static.BYTES_TYPE) {
    incref(m.h, source);
    return source;
  }
  const own = callSpecial(m, source, "__bytes__", []);
  if (own !== null)
    return own === 0 || isBytes(m, own)
      ? own
      : raise(m, "TypeError", `__bytes__ returned non-bytes (type ${typeName(m, own)})`);
  return isIndex(m, source) ? zeros(m, source) : fromItems(m, source);
}

function encoded(m: Machine, source: number, encoding: number, errors: number): number {
  if (encoding === 0) return raise(m, "TypeError", "string argument without an encoding");
  const bytes = encodeText(
    m,
    textOf(m, source),
    textOf(m, encoding),
    errors === 0 ? "strict" : textOf(m, errors),
  );
  return bytes === null ? 0 : makeBytes(m, bytes);
}

function zeros(m: Machine, source: number): number {
  const size = sizeOf(m, source);
  if (size === null) return 0;
  if (size < 0) return raise(m, "ValueError", "negative count");
  return size > MOST_CHARACTERS ? memoryError(m) : makeBytes(m, new Uint8Array(size));
}

function fromItems(m: Machine, source: number): number {
  const { iterate, getItem } = typeOf(m, source).slots;
  if (iterate === undefined && getItem === undefined)
    return raise(m, "TypeError", `cannot convert '${typeName(m, source)}' object to bytes`);
  const items = collectItems(m, source);
  if (items === null) return 0;
  const values: number[] = [];
  for (const item of items) {
    const value = intOf(m, item);
    if (value === null) break;
    if (value < 0 || value > 255) {
      raise(m, "ValueError", "bytes must be in range(0, 256)");
      break;
    }
    values.push(Number(value));
  }
  releaseItems(m, items);
  return m.error === 0 ? makeBytes(m, Uint8Array.from(values)) : 0;
}

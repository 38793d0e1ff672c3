/** `sys.stdout` and `sys.stderr`: objects that write to the host. Mirrors as much of `io.TextIOWrapper` as programs use. */

import { keepNative } from "../../../sim/heap/member-object";
import { Field } from "../../../sim/heap/memory-map";
import { decref } from "../../../sim/heap/refcount";
import { internedStr } from "../../../sim/objects/interned-str";
import { placeStaticObject } from "../../../sim/objects/static-object";
import { makeBool, makeInt, makeNone, makeStr } from "../../objects/make-atom";
import type { NativeAttribute, NativeDefinition, NativeType } from "../../objects/native-type";
import { typeName } from "../../objects/type-lookup";
import { callMethod } from "../../run/call";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";

interface Stream {
  readonly name: string;
  readonly write: (text: string) => void;
}

const methods: readonly NativeDefinition[] = [
  { name: "write", least: 1, call: (m, [self = 0, text = 0]) => write(m, self, text) },
  { name: "flush", call: (m) => makeNone(m) },
  { name: "isatty", call: (m) => makeBool(m, false) },
  { name: "writable", call: (m) => makeBool(m, true) },
];

const attributes: readonly NativeAttribute[] = [
  { name: "name", get: (m, o) => makeStr(m, streamOf(m, o)?.name ?? "") },
  { name: "encoding", get: (m) => makeStr(m, "utf-8") },
];

/** The type of both streams. Simplified: nothing is buffered, so that there is nothing to flush. */
export const streamType: NativeType = {
  name: "TextIOWrapper",
  module: "_io",
  slots: {
    repr: (m, o) => `<_io.TextIOWrapper name='${streamOf(m, o)?.name}' mode='w' encoding='utf-8'>`,
  },
  methods,
  attributes,
};

/** A stream that was there before the program. Borrowed. @param name - `<stdout>` or `<stderr>`. */
export function placeStream(m: Machine, name: string, write: (text: string) => void): number {
  const o = placeStaticObject(m.h, m.typeNames.get("TextIOWrapper")!);
  keepNative(m.h, o, { name, write } satisfies Stream);
  return o;
}

/** `file.write(text)`, for a stream or any object with such a method. @returns false with an exception set. */
export function writeTo(m: Machine, file: number, text: string): boolean {
  const stream = streamOf(m, file);
  if (stream !== null) {
    if (text !== "") stream.write(text);
    return true;
  }
  const argument = makeStr(m, text);
  const result = callMethod(m, file, internedStr(m.h, "write"), [argument]);
  decref(m.h, argument);
  if (result !== 0) decref(m.h, result);
  return result !== 0;
}

/** `file.flush()`. @returns false with an exception set. */
export function flushStream(m: Machine, file: number): boolean {
  if (streamOf(m, file) !== null) return true;
  const result = callMethod(m, file, internedStr(m.h, "flush"), []);
  if (result !== 0) decref(m.h, result);
  return result !== 0;
}

function streamOf(m: Machine, o: number): Stream | null {
  const isStream = m.h.memory[o + Field.TYPE] === m.typeNames.get("TextIOWrapper");
  return isStream ? ((m.h.native.get(o) as Stream | undefined) ?? null) : null;
}

function write(m: Machine, self: number, text: number): number {
  const value = m.h.payload.get(text);
  if (typeof value !== "string")
    return raise(m, "TypeError", `write() argument must be str, not ${typeName(m, text)}`);
  streamOf(m, self)?.write(value);
  return makeInt(m, [...value].length);
}

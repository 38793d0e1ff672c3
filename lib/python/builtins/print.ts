/** `print`. Mirrors `builtin_print`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { lookup } from "../../sim/objects/namespace";
import { Static } from "../../sim/objects/static-object";
import { makeNone } from "../objects/make-atom";
import type { Keywords, NativeDefinition } from "../objects/native-type";
import { str } from "../objects/text";
import { isTrue } from "../objects/truth";
import { typeName } from "../objects/type-lookup";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { flushStream, writeTo } from "./sys/stream";

export const printFunctions: readonly NativeDefinition[] = [
  { name: "print", most: Number.POSITIVE_INFINITY, least: 0, keywords: "any", call: print },
];

/** Each piece is written by itself: what a `__str__` prints comes between. */
function print(m: Machine, args: readonly number[], keywords: Keywords): number {
  if (!keywordsFit(m, keywords)) return 0;
  const sep = textOption(m, keywords, "sep", " ");
  const end = sep === null ? null : textOption(m, keywords, "end", "\n");
  const file = fileOption(m, keywords);
  if (sep === null || end === null || file === 0) return 0;
  if (file === Static.NONE) return makeNone(m);
  incref(m.h, file);
  const done = printPieces(m, file, args, sep) && writeTo(m, file, end) && flushIfAsked(m, file, keywords);
  decref(m.h, file);
  return done ? makeNone(m) : 0;
}

function printPieces(m: Machine, file: number, args: readonly number[], sep: string): boolean {
  for (const [i, o] of args.entries()) {
    if (i > 0 && sep !== "" && !writeTo(m, file, sep)) return false;
    const text = str(m, o);
    if (text === null || !writeTo(m, file, text)) return false;
  }
  return true;
}

function keywordsFit(m: Machine, keywords: Keywords): boolean {
  const known = ["sep", "end", "file", "flush"];
  const unknown = [...(keywords?.keys() ?? [])].find((name) => !known.includes(name));
  if (unknown === undefined) return true;
  raise(m, "TypeError", m.rules.texts.badPrintKeyword.replace("{0}", unknown));
  return false;
}

/** `sep` or `end`: a str, or None for what is usual. null = exception set. */
function textOption(m: Machine, keywords: Keywords, name: string, usual: string): string | null {
  const value = keywords?.get(name) ?? Static.NONE;
  if (value === Static.NONE) return usual;
  const text = m.h.payload.get(value);
  if (m.h.memory[value + Field.TYPE] === Static.STR_TYPE && typeof text === "string") return text;
  raise(m, "TypeError", `${name} must be None or a string, not ${typeName(m, value)}`);
  return null;
}

/** Borrowed; None: there is nowhere to print to. 0 = exception set. */
function fileOption(m: Machine, keywords: Keywords): number {
  const file = keywords?.get("file") ?? Static.NONE;
  if (file !== Static.NONE) return file;
  const stdout = m.sys === null ? 0 : lookup(m.h, m.sys, "stdout");
  return stdout === 0 ? raise(m, "RuntimeError", "lost sys.stdout") : stdout;
}

function flushIfAsked(m: Machine, file: number, keywords: Keywords): boolean {
  const flush = keywords?.get("flush");
  if (flush === undefined) return true;
  const wanted = isTrue(m, flush);
  return wanted === 1 ? flushStream(m, file) : wanted === 0;
}

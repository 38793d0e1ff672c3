/** `str(...)`. Mirrors `unicode_new_impl`, `PyUnicode_FromEncodedObject`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { decodeBytes } from "./codec";
import { fill } from "./fill";
import { argument } from "./keyword-argument";
import { bytesOf, isBytes, isStr, makeStr, textOf } from "./make-atom";
import type { Keywords } from "./native-type";
import { strObject } from "./text";
import { typeName } from "./type-lookup";

const NAMES = ["object", "encoding", "errors"];

/** The `create` slot: a str, owned. */
export function createStrObject(m: Machine, args: readonly number[], keywords: Keywords): number {
  const unknown = [...(keywords?.keys() ?? [])].find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    return raise(m, "TypeError", `'${unknown}' is an invalid keyword argument for str()`);
  if (args.length > 3) return raise(m, "TypeError", `str() takes at most 3 arguments (${args.length} given)`);
  const [o, encoding, errors] = NAMES.map((name, i) => argument(args, keywords, i, name)) as [
    number,
    number,
    number,
  ];
  const codec = codecArgument(m, encoding, "encoding");
  const handler = codec === null ? null : codecArgument(m, errors, "errors");
  if (codec === null || handler === null) return 0;
  if (o === 0) return makeStr(m, "");
  return encoding === 0 && errors === 0
    ? strObject(m, o)
    : decode(m, o, codec || "utf-8", handler || "strict");
}

/** "" when it is not given; null with TypeError set. */
function codecArgument(m: Machine, o: number, name: string): string | null {
  if (o === 0) return "";
  if (isStr(m, o)) return textOf(m, o);
  const text = fill(m.rules.texts.badStrArguments, typeName(m, o));
  raise(
    m,
    "TypeError",
    name === "errors" ? text.replace("'encoding'", "'errors'").replace("argument 2", "argument 3") : text,
  );
  return null;
}

function decode(m: Machine, o: number, encoding: string, errors: string): number {
  if (isStr(m, o)) return raise(m, "TypeError", "decoding str is not supported");
  if (!isBytes(m, o))
    return raise(m, "TypeError", `decoding to str: need a bytes-like object, ${typeName(m, o)} found`);
  const text = decodeBytes(m, bytesOf(m, o), encoding, errors);
  return text === null ? 0 : makeStr(m, text);
}

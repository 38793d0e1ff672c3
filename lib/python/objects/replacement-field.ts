/** `str.format` and `str.format_map`. Mirrors `build_string`, `output_markup` in `Objects/stringlib/unicode_format.h`. */

import { decref } from "../../sim/heap/refcount";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { type Fields, fieldValue } from "./field-name";
import { convert, formatObject } from "./format";
import { type Markup, nextMarkup } from "./format-markup";
import { textOf } from "./make-atom";
import type { NativeDefinition } from "./native-type";
import { strResult } from "./str-argument";
import { TextWriter } from "./text-writer";

/** Fields may be in format specs, and no deeper. */
const MOST_NESTING = 2;

export const formatMethods: readonly NativeDefinition[] = [
  {
    name: "format",
    most: Number.POSITIVE_INFINITY,
    keywords: "any",
    call: (m, [self, ...args], keywords) => {
      const fields: Fields = { args, keywords, mapping: 0, numbering: "none", nextNumber: 0 };
      return formatted(m, self!, fields);
    },
  },
  {
    name: "format_map",
    least: 1,
    call: (m, [self, mapping]) => {
      const fields: Fields = {
        args: null,
        keywords: null,
        mapping: mapping!,
        numbering: "none",
        nextNumber: 0,
      };
      return formatted(m, self!, fields);
    },
  },
];

/** A template without braces is the result itself. */
function formatted(m: Machine, self: number, fields: Fields): number {
  const template = textOf(m, self);
  return /[{}]/.test(template) ? build(m, template, fields, MOST_NESTING) : strResult(m, self, template);
}

/** The text with its fields replaced, owned; 0 = exception set. */
function build(m: Machine, template: string, fields: Fields, depth: number): number {
  if (depth <= 0) return raise(m, "ValueError", "Max string recursion exceeded");
  const writer = new TextWriter(m);
  for (let at = 0; at < template.length; ) {
    const markup = nextMarkup(m, template, at);
    if (markup === null) return writer.abandon();
    writer.write(markup.literal);
    if (markup.hasField) {
      const value = render(m, markup, fields, depth);
      if (value === 0) return writer.abandon();
      writer.writeObject(value);
    }
    at = markup.end;
  }
  return writer.finish();
}

/** One field: the object, converted, formatted. */
function render(m: Machine, markup: Markup, fields: Fields, depth: number): number {
  const value = fieldValue(m, markup.name, fields);
  if (value === 0) return 0;
  const converted = markup.conversion === "" ? value : applyConversion(m, value, markup.conversion);
  if (converted === 0) return 0;
  const spec = markup.specHasFields ? build(m, markup.spec, fields, depth - 1) : -1;
  const result = spec === 0 ? 0 : formatObject(m, converted, spec < 0 ? markup.spec : textOf(m, spec));
  if (spec > 0) decref(m.h, spec);
  decref(m.h, converted);
  return result;
}

/** @param value - Owned; it is given up. */
function applyConversion(m: Machine, value: number, conversion: string): number {
  const converted =
    conversion === "s" || conversion === "r" || conversion === "a"
      ? convert(m, value, conversion)
      : raise(m, "ValueError", unknownConversion(conversion));
  decref(m.h, value);
  return converted;
}

function unknownConversion(conversion: string): string {
  const isPlain = conversion > " " && conversion < "\x7f";
  const shown = isPlain ? conversion : `\\x${conversion.codePointAt(0)!.toString(16)}`;
  return `Unknown conversion specifier ${shown}`;
}

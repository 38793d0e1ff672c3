/** The parts of a format string: literal text, then a field. Mirrors `MarkupIterator_next`, `parse_field`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";

/** A literal, and the field behind it. */
export interface Markup {
  readonly literal: string;
  readonly hasField: boolean;
  /** What the field shows: `0.name[key]`. */
  readonly name: string;
  /** "" = none. */
  readonly conversion: string;
  readonly spec: string;
  readonly specHasFields: boolean;
  /** Where the next part begins. */
  readonly end: number;
}

/** The part that begins at `start`; null with ValueError set. */
export function nextMarkup(m: Machine, template: string, start: number): Markup | null {
  const at = braceFrom(template, start);
  if (at < 0) return literalOnly(template.slice(start), template.length);
  const brace = template[at]!;
  if (template[at + 1] === brace) return literalOnly(template.slice(start, at + 1), at + 2);
  const atEnd = at + 1 === template.length;
  if (brace === "}" || atEnd) return fail(m, `Single '${brace}' encountered in format string`);
  const field = parseField(m, template, at + 1);
  return field === null ? null : { literal: template.slice(start, at), hasField: true, ...field };
}

type Field = Omit<Markup, "literal" | "hasField">;

/** From behind the opening brace on. */
function parseField(m: Machine, template: string, start: number): Field | null {
  const nameEnd = endOfName(template, start);
  const stop = template[nameEnd];
  if (stop === "{") return fail(m, "unexpected '{' in field name");
  const name = template.slice(start, nameEnd);
  if (stop === "}") return { name, conversion: "", spec: "", specHasFields: false, end: nameEnd + 1 };
  if (stop === ":") return parseSpec(m, template, name, "", nameEnd + 1);
  if (stop !== "!") return fail(m, "expected '}' before end of string");
  if (nameEnd + 1 >= template.length) return fail(m, "end of string while looking for conversion specifier");
  const conversion = String.fromCodePoint(template.codePointAt(nameEnd + 1)!);
  const behind = nameEnd + 1 + conversion.length;
  if (template[behind] === "}") return { name, conversion, spec: "", specHasFields: false, end: behind + 1 };
  if (behind < template.length && template[behind] !== ":")
    return fail(m, "expected ':' after conversion specifier");
  return parseSpec(m, template, name, conversion, behind + 1);
}

/** Braces in it are in pairs. */
function parseSpec(
  m: Machine,
  template: string,
  name: string,
  conversion: string,
  start: number,
): Field | null {
  let open = 1;
  let specHasFields = false;
  for (let i = start; i < template.length; i++) {
    if (template[i] === "{") {
      specHasFields = true;
      open++;
    } else if (template[i] === "}") {
      open--;
      if (open === 0) return { name, conversion, spec: template.slice(start, i), specHasFields, end: i + 1 };
    }
  }
  return fail(m, "unmatched '{' in format spec");
}

/** Brackets hide everything up to their end. */
function endOfName(template: string, start: number): number {
  let i = start;
  while (i < template.length && !"{}:!".includes(template[i]!)) {
    if (template[i] === "[") while (i < template.length && template[i] !== "]") i++;
    else i++;
  }
  return i;
}

function braceFrom(template: string, start: number): number {
  for (let i = start; i < template.length; i++) if (template[i] === "{" || template[i] === "}") return i;
  return -1;
}

function literalOnly(literal: string, end: number): Markup {
  return { literal, hasField: false, name: "", conversion: "", spec: "", specHasFields: false, end };
}

function fail(m: Machine, message: string): null {
  raise(m, "ValueError", message);
  return null;
}

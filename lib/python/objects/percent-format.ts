/** `template % arguments`. Mirrors `PyUnicode_Format` in `Objects/unicodeobject.c`. */

import type { Machine } from "../run/machine";
import { textOf } from "./make-atom";
import { PercentArguments } from "./percent-arguments";
import { parseDirective } from "./percent-directive";
import { percentValue } from "./percent-value";
import { strResult } from "./str-argument";
import { TextWriter } from "./text-writer";

/** A str, owned; 0 = exception set. */
export function percentFormat(m: Machine, template: number, operand: number): number {
  const text = textOf(m, template);
  if (!text.includes("%")) return withoutDirectives(m, template, operand);
  const args = new PercentArguments(m, operand);
  const writer = new TextWriter(m);
  const done = replaceDirectives(m, text, args, writer) && args.areUsedUp();
  args.release();
  return done ? writer.finish() : writer.abandon();
}

function replaceDirectives(m: Machine, text: string, args: PercentArguments, writer: TextWriter): boolean {
  let at = 0;
  for (let percent = text.indexOf("%"); percent >= 0; percent = text.indexOf("%", at)) {
    writer.write(text.slice(at, percent));
    if (text[percent + 1] === "%") {
      writer.write("%");
      at = percent + 2;
      continue;
    }
    const directive = parseDirective(m, text, percent + 1, args);
    if (directive === null) return false;
    const value = args.next();
    if (value === 0 || !percentValue(m, directive, value, writer)) return false;
    at = directive.end;
  }
  writer.write(text.slice(at));
  return true;
}

function withoutDirectives(m: Machine, template: number, operand: number): number {
  return new PercentArguments(m, operand).areUsedUp() ? strResult(m, template, textOf(m, template)) : 0;
}

/** Random expressions, valid on every CPython from 3.8 on and in every version's grammar with the same tree. */

import { binary, comparisons, type ExpressionPlace, Level } from "./expression-place";
import type { Choice } from "./random-choice";
import { randomName, randomNumber, randomString } from "./random-literal";

/** Makes the text of expressions. */
export class RandomExpression {
  readonly #choice: Choice;

  constructor(choice: Choice) {
    this.#choice = choice;
  }

  /** What may stand on the right of `=`: one expression, a tuple without parentheses, `yield`. */
  value(place: ExpressionPlace, depth: number): string {
    if (place.yields && this.#choice.once(12)) return this.#yield(place, depth);
    return this.#choice.once(6) ? this.elements(place, depth, true) : this.test(place, depth);
  }

  /** `a, *b, c`: one to three expressions with a comma. */
  elements(place: ExpressionPlace, depth: number, stars: boolean): string {
    const list = this.#choice.many(1, 3, () =>
      stars && this.#choice.once(5)
        ? `*${this.#at(Level.BitOr, place, depth - 1)}`
        : this.test(place, depth - 1),
    );
    return list.join(this.#comma()) + (list.length === 1 || this.#choice.once(4) ? "," : "");
  }

  test(place: ExpressionPlace, depth: number): string {
    return this.#at(Level.Test, place, depth);
  }

  /** An operand of `|` or tighter: what a target of `for` and `del` is made of. */
  target(place: ExpressionPlace, depth: number): string {
    const name = this.#choice.of(["a", "b", "c", "x", "y", "é", "print", "match", "type", "_"]);
    if (depth <= 0) return name;
    switch (this.#choice.below(7)) {
      case 0:
        return `${this.#at(Level.Primary, place, depth - 1)} .${this.#choice.of(["a", "é", "print"])}`;
      case 1:
        return `${this.#at(Level.Primary, place, depth - 1)}[${this.#index(place, depth - 1)}]`;
      case 2:
        return `(${this.target(place, depth - 1)})`;
      case 3:
        return `(${this.target(place, depth - 1)}, ${this.target(place, depth - 1)})`;
      case 4:
        return `[${this.#choice.many(0, 2, () => this.target(place, depth - 1)).join(", ")}]`;
      default:
        return name;
    }
  }

  /** Parameters, without parentheses; names are p0, p1, ... */
  parameters(place: ExpressionPlace, depth: number, isLambda: boolean): string {
    const choice = this.#choice;
    let count = 0;
    const name = () => `p${count++}`;
    const typed = () =>
      name() +
      (isLambda || !choice.once(3)
        ? ""
        : `: ${this.test({ ...place, yields: false, names: false }, depth - 1)}`);
    const valued = () => `${typed()}=${this.test(place, depth - 1)}`;
    const positionalOnly = isLambda || !choice.once(4) ? [] : [...choice.many(1, 2, typed), "/"];
    const parts = [...positionalOnly, ...choice.many(0, 2, typed), ...choice.many(0, 1, valued)];
    parts.push(
      ...choice.of<() => string[]>([() => [], () => [], () => [`*${typed()}`], () => ["*", typed()]])(),
    );
    if (parts.some((part) => part.startsWith("*")))
      parts.push(...choice.many(0, 2, () => (choice.once(2) ? typed() : valued())));
    if (choice.once(5)) parts.push(`**${typed()}`);
    return parts.join(this.#comma()) + (parts.length > 0 && !isLambda && choice.once(6) ? "," : "");
  }

  /** Arguments, without parentheses. */
  arguments(place: ExpressionPlace, depth: number, isClass = false): string {
    const choice = this.#choice;
    if (!isClass && choice.once(8)) return this.#comprehension(this.#element(place, depth), place, depth);
    const value = () => this.test(place, depth - 1);
    const named = () => (!isClass && place.names && choice.once(8) ? `w:=${value()}` : value());
    let count = 0;
    const keyword = () => `k${count++}${choice.of(["=", " = "])}${value()}`;
    const parts = choice.many(0, 2, () => (choice.once(5) ? `*${value()}` : named()));
    parts.push(...choice.many(0, 2, keyword));
    if (choice.once(6)) parts.push(`*${value()}`);
    if (choice.once(5)) parts.push(`**${value()}`, ...choice.many(0, 1, keyword));
    return parts.join(this.#comma()) + (parts.length > 0 && choice.once(6) ? "," : "");
  }

  #at(level: Level, place: ExpressionPlace, depth: number): string {
    const choice = this.#choice;
    if (depth <= 0) return this.#atom(place, 0);
    const found = choice.below(Level.Atom + 1) as Level;
    const text = this.#form(found, place, depth - 1);
    if (found >= level && !choice.once(15)) return text;
    const [open, close] = place.inFormat
      ? ["(", ")"]
      : choice.of([
          ["(", ")"],
          ["( ", " )"],
          ["(\n  ", "\n)"],
          ["(# (\n", ")"],
        ]);
    return `${open}${text}${close}`;
  }

  /** A form of exactly this level. */
  #form(level: Level, place: ExpressionPlace, depth: number): string {
    const choice = this.#choice;
    const at = (operand: Level) => this.#at(operand, place, depth);
    const space = choice.of(["", " "]);
    switch (level) {
      case Level.Named:
        if (place.yields && choice.once(4)) return this.#yield(place, depth);
        return place.names ? `w${choice.below(3)}${space}:=${space}${at(Level.Test)}` : at(Level.Test);
      case Level.Test:
        if (choice.once(3) && !place.inFormat) {
          const inner = { ...place, yields: true, inClass: false };
          return `lambda ${this.parameters(place, depth, true)}: ${this.#at(Level.Test, inner, depth)}`;
        }
        return `${at(Level.Or)} if ${at(Level.Or)} else ${at(Level.Test)}`;
      case Level.Or:
        return choice.many(2, 3, () => at(Level.And)).join(" or ");
      case Level.And:
        return choice.many(2, 3, () => at(Level.Not)).join(" and ");
      case Level.Not:
        return `not ${at(Level.Not)}`;
      case Level.Compare:
        return this.#comparison(place, () => at(Level.BitOr));
      case Level.Factor:
        return choice.of(["-", "+", "~"]) + space + at(Level.Factor);
      case Level.Power:
        return `${at(Level.Primary)}${space}**${space}${at(Level.Factor)}`;
      case Level.Primary:
        return this.#primary(place, depth);
      case Level.Atom:
        return this.#atom(place, depth);
      default: {
        const [, operators] = binary[level - Level.BitOr]!;
        return `${at(level)}${space}${choice.of(operators)}${space}${at(level + 1)}`;
      }
    }
  }

  /** CPython 3.12 and 3.13 lose what follows `!=` in the text of `{a != b =}`. */
  #comparison({ inFormat }: ExpressionPlace, operand: () => string): string {
    const operators = comparisons.filter((operator) => !inFormat || operator !== "!=");
    return this.#choice.many(1, 2, () => operand() + this.#choice.of(operators)).join("") + operand();
  }

  #primary(place: ExpressionPlace, depth: number): string {
    const value = this.#at(Level.Primary, place, depth);
    switch (this.#choice.below(3)) {
      case 0:
        return `${value} .${randomName(this.#choice)}`;
      case 1:
        return `${value}${this.#choice.of(["", " "])}(${this.arguments(place, depth)})`;
      default:
        return `${value}[${this.#index(place, depth)}]`;
    }
  }

  #index(place: ExpressionPlace, depth: number): string {
    const choice = this.#choice;
    const bound = () => (choice.once(2) ? this.test(place, depth - 1) : "");
    const item = () => {
      if (choice.once(2)) return this.test(place, depth - 1);
      return `${bound()}:${bound()}${choice.once(2) ? `:${bound()}` : ""}`;
    };
    const items = choice.many(1, choice.once(4) ? 3 : 1, item);
    return items.join(this.#comma()) + (choice.once(10) ? "," : "");
  }

  #atom(place: ExpressionPlace, depth: number): string {
    const choice = this.#choice;
    const kind = choice.below(depth > 0 ? 16 : 8);
    if (kind < 4) return randomName(choice);
    if (kind === 4) return `${randomNumber(choice)} `;
    if (kind === 5) return place.inFormat ? "x" : randomString(choice);
    if (kind === 6)
      return choice.of(["None", "True", "False", "...", "()", "[]", place.inFormat ? "()" : "{}"]);
    if (kind === 7 || kind === 8) return place.inFormat ? "y" : this.#formatString(place, depth);
    if (kind === 9) return `(${this.elements(place, depth, true)})`;
    if (kind === 10) return `[${this.elements(place, depth, true)}]`;
    if (place.inFormat) return `[${this.elements(place, depth, true)}]`;
    if (kind === 11) return `{${this.elements(place, depth, true)}}`;
    if (kind === 12) return this.#dict(place, depth);
    const element = this.#element(place, depth);
    if (kind === 13) return `[${this.#comprehension(element, place, depth)}]`;
    if (kind === 14) return `(${this.#comprehension(element, place, depth)})`;
    const inner = { ...place, yields: false, names: place.names && !place.inClass };
    const key = choice.once(2) ? `${this.test(inner, depth - 1)}: ` : "";
    return `{${this.#comprehension(key + this.test(inner, depth - 1), place, depth)}}`;
  }

  #dict(place: ExpressionPlace, depth: number): string {
    const value = () => this.test(place, depth - 1);
    const entry = () =>
      this.#choice.once(5) ? `**${this.#at(Level.BitOr, place, depth - 1)}` : `${value()}: ${value()}`;
    return `{${this.#choice.many(0, 3, entry).join(this.#comma())}}`;
  }

  /** The element of a comprehension, which is inside of it. */
  #element(place: ExpressionPlace, depth: number): string {
    return this.test({ ...place, yields: false, names: place.names && !place.inClass }, depth - 1);
  }

  /** `element for ... in ... if ...` */
  #comprehension(element: string, place: ExpressionPlace, depth: number): string {
    const inner = { ...place, yields: false, names: false };
    const clause = () => {
      const target = this.#choice.of(["i", "i, j", "(i, j)", "i,", "[i, j]"]);
      const conditions = this.#choice.many(0, 2, () => ` if ${this.#at(Level.Or, inner, depth - 1)}`);
      return ` for ${target} in ${this.#at(Level.Or, inner, depth - 1)}${conditions.join("")}`;
    };
    return element + this.#choice.many(1, 2, clause).join("");
  }

  #yield(place: ExpressionPlace, depth: number): string {
    switch (this.#choice.below(3)) {
      case 0:
        return "yield";
      case 1:
        return `yield from ${this.test(place, depth - 1)}`;
      default:
        return `yield ${this.#choice.once(3) ? this.elements(place, depth, true) : this.test(place, depth - 1)}`;
    }
  }

  #formatString(place: ExpressionPlace, depth: number): string {
    const choice = this.#choice;
    const quote = choice.of(["'", '"', "'''", '"""']);
    const inner = { ...place, inFormat: true };
    const field = (deep: number): string => {
      const value = choice.once(5)
        ? this.elements(inner, deep - 1, false)
        : this.#at(Level.Or, inner, deep - 1);
      const doc = choice.of(["", "", "", "=", " = "]);
      const spec = choice.of([
        "",
        "",
        ":",
        ":>10",
        ":%H:%M",
        ":=5",
        deep > 0 ? `:>{${this.#at(Level.Or, inner, deep - 2)}}.2` : ":d",
      ]);
      return `{ ${value}${doc}${choice.of(["", "", "!r", "!s", "!a"])}${spec}}`;
    };
    const text = () => choice.of(["", "t", "{{", "}}", " é ", "\\n", "#"]);
    const parts = choice.many(0, 3, () => text() + field(depth));
    const own = `${choice.of(["f", "F", "rf", "fR"])}${quote}${parts.join("")}${text()}${quote}`;
    return choice.once(4) ? `${own} ${choice.of(["'a'", '"b"', "f'{x}'", own])}` : own;
  }

  #comma(): string {
    return this.#choice.of([",", ", ", " , "]);
  }
}

/** Random programs: every statement of the subset, valid on every CPython from 3.8 on. */

import type { ExpressionPlace } from "./expression-place";
import { Choice } from "./random-choice";
import { RandomExpression } from "./random-expression";

interface Place extends ExpressionPlace {
  readonly inFunction: boolean;
  readonly inLoop: boolean;
  readonly margin: string;
  readonly depth: number;
}

/** The program of `seed`. The same seed always gives the same program. */
export function randomSource(seed: number): string {
  return new RandomProgram(new Choice(seed)).source();
}

class RandomProgram {
  readonly #choice: Choice;
  readonly #expressions: RandomExpression;

  constructor(choice: Choice) {
    this.#choice = choice;
    this.#expressions = new RandomExpression(choice);
  }

  source(): string {
    const place: Place = {
      yields: false,
      names: true,
      inClass: false,
      inFormat: false,
      inFunction: false,
      inLoop: false,
      margin: "",
      depth: 2,
    };
    const source = this.#block(place);
    return this.#choice.once(10) ? source.slice(0, -1) : source;
  }

  #block(place: Place): string {
    return this.#choice.many(1, 2, () => this.#statement(place)).join("");
  }

  #statement(place: Place): string {
    const note = this.#choice.of(["", "", "", "  # é(", " "]);
    const blank = this.#choice.once(12)
      ? this.#choice.of(["\n", "   \n", "# note\n", "\t# note\n", "\f\n"])
      : "";
    if (place.depth > 0 && this.#choice.once(3)) return blank + this.#compound(place);
    const simple = this.#choice.many(1, this.#choice.once(6) ? 3 : 1, () => this.#simple(place));
    return `${blank}${place.margin}${simple.join(this.#choice.of([";", "; "]))}${this.#choice.once(12) ? ";" : ""}${note}\n`;
  }

  #simple(place: Place): string {
    const choice = this.#choice;
    const depth = 1 + choice.below(3);
    const value = () => this.#expressions.value(place, depth);
    const test = () => this.#expressions.test(place, depth);
    const targets = () => this.#targets(place);
    switch (choice.below(18)) {
      case 0:
      case 1:
        return `${choice.many(1, 2, targets).join(" = ")} = ${value()}`;
      case 2:
        return `${choice.of(["a", "print", "x.y", "x[0]", "(a)"])} ${choice.of("+= -= *= /= //= %= @= &= |= ^= <<= >>= **=".split(" "))} ${place.yields && choice.once(5) ? "yield" : test()}`;
      case 3: {
        const annotation = this.#expressions.test({ ...place, yields: false, names: false }, depth);
        return `${choice.of(["t", "(t)", "x.y", "x[0]"])}: ${annotation}${choice.once(2) ? ` = ${value()}` : ""}`;
      }
      case 4:
        return `del ${choice.many(1, 2, () => this.#expressions.target(place, 1)).join(", ")}${choice.once(5) ? "," : ""}`;
      case 5:
        return choice.of(["raise", `raise ${test()}`, `raise ${test()} from ${test()}`]);
      case 6:
        return `assert ${test()}${choice.once(2) ? `, ${test()}` : ""}`;
      case 7:
        return choice.of([
          "import a",
          "import a.b as c, print",
          "from a import b",
          "from . import b as c, d",
          "from ...a.é import (b, c as d,)",
          "from .... import b",
        ]);
      case 8:
        return place.inFunction
          ? choice.of(["return", `return ${this.#expressions.elements(place, depth, true)}`])
          : "pass";
      case 9:
        return place.inLoop ? choice.of(["break", "continue"]) : "pass";
      case 10:
        return "pass";
      case 11:
        return `x = a, \\\n ${test()}`;
      default:
        return value();
    }
  }

  #targets(place: Place): string {
    const target = () => this.#expressions.target(place, 2);
    if (!this.#choice.once(4)) return target();
    const list = this.#choice.many(1, 3, target);
    if (this.#choice.once(3)) list[this.#choice.below(list.length)] = `*${target()}`;
    return `${list.join(", ")}${list.length === 1 || this.#choice.once(4) ? "," : ""}`;
  }

  #compound(place: Place): string {
    const choice = this.#choice;
    const { margin } = place;
    const test = () => this.#expressions.test(place, 1 + choice.below(3));
    const body = (inner: Partial<Place> = {}) => this.#body({ ...place, ...inner });
    const orelse = () => (choice.once(3) ? `${margin}else${body()}` : "");
    switch (choice.below(8)) {
      case 0: {
        const named = place.names && choice.once(4) ? `w := ${test()}` : test();
        const others = choice.many(0, 2, () => `${margin}elif ${test()}${body()}`);
        return `${margin}if ${named}${body()}${others.join("")}${orelse()}`;
      }
      case 1:
        return `${margin}while ${test()}${body({ inLoop: true })}${orelse()}`;
      case 2: {
        const iter = choice.once(4) ? this.#expressions.elements(place, 2, false) : test();
        return `${margin}for ${this.#targets(place)} in ${iter}${body({ inLoop: true })}${orelse()}`;
      }
      case 3:
        return this.#try(place, body);
      case 4: {
        const items = choice.many(1, 3, () => `x.y(${test()})${choice.once(2) ? " as a" : ""}`);
        return `${margin}with ${items.join(", ")}${body()}`;
      }
      case 5:
        return `${this.#decorators(place)}${margin}class C${choice.of(["", "()", `(${this.#expressions.arguments(place, 2, true)})`])}${body({ inClass: true, inFunction: false, yields: false, inLoop: false })}`;
      default:
        return this.#function(place, body);
    }
  }

  #try({ margin }: Place, body: () => string): string {
    const choice = this.#choice;
    const caught = () => choice.of([" E", " (E, F)", " E as e", " a.b(c) as e"]);
    const handlers = choice.many(0, 2, () => `${margin}except${caught()}${body()}`);
    if (handlers.length === 0) return `${margin}try${body()}${margin}finally${body()}`;
    if (choice.once(3)) handlers.push(`${margin}except${body()}`);
    const orelse = choice.once(3) ? `${margin}else${body()}` : "";
    return `${margin}try${body()}${handlers.join("")}${orelse}${choice.once(3) ? `${margin}finally${body()}` : ""}`;
  }

  #function(place: Place, body: (inner: Partial<Place>) => string): string {
    const choice = this.#choice;
    const returns = choice.once(4)
      ? ` -> ${this.#expressions.test({ ...place, yields: false, names: false }, 2)}`
      : "";
    const inner = { inFunction: true, yields: true, names: true, inLoop: false, inClass: false };
    const head = `${this.#decorators(place)}${place.margin}def f(${this.#expressions.parameters(place, 2, false)})${returns}`;
    if (!choice.once(4)) return head + body(inner);
    const own = `${place.margin} `;
    const scope = `:\n${own}n = 0\n${own}def g():\n${own} nonlocal n\n${own} global m, é\n${own} n += 1\n`;
    return head + scope;
  }

  #decorators({ margin }: Place): string {
    return this.#choice
      .many(
        0,
        this.#choice.once(3) ? 2 : 0,
        () => `${margin}@${this.#choice.of(["a", "a.b", "a(1)", "a.b.c(x, *y)"])}\n`,
      )
      .join("");
  }

  /** A colon and a block, on the same line or indented. */
  #body(place: Place): string {
    if (this.#choice.once(5)) return `: ${this.#simple(place)}\n`;
    const margin = place.margin + this.#choice.of([" ", "  ", "    ", "\t"]);
    const note = this.#choice.of(["", " # note"]);
    return `:${note}\n${this.#block({ ...place, margin, depth: place.depth - 1 })}`;
  }
}

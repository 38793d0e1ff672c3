/** Reads expressions. What is read becomes a function that evaluates it on a frame. */

import { DisplayReader } from "./display";
import { type Argument, attribute, called, type Operand, only, slice } from "./operand";
import { Scope } from "./scope";

const binaryLevels: readonly (readonly string[])[] = [
  ["+", "-"],
  ["*", "%", "/"],
];

/** One method for each level of precedence. */
export abstract class ExpressionReader extends DisplayReader {
  /** One expression, or several with commas between them, which are a tuple. */
  expressions(end: (text: string) => boolean): Operand {
    const first = this.expression();
    if (!this.at(",")) return first;
    const items = [first];
    while (this.accept(",") && !end(this.peek.text)) items.push(this.expression());
    return this.sequence("tuple", items);
  }

  expression(): Operand {
    if (this.accept("lambda")) return this.lambda();
    const value = this.either();
    if (!this.accept("if")) return value;
    const condition = this.either();
    this.expect("else");
    const other = this.expression();
    return only((f) => (f.machine.isTrue(condition.load(f)) ? value.load(f) : other.load(f)));
  }

  private lambda(): Operand {
    const scope = new Scope("function", this.scope, this.scope.nameOf("<lambda>"));
    const parameters = this.parameters(scope, ":");
    this.expect(":");
    const body = this.inside(scope, () => this.expression());
    return only((f) =>
      f.machine.makeFunction(f, { ...parameters, name: "<lambda>", scope, body: [body.load] }),
    );
  }

  protected either(): Operand {
    const left = this.both();
    if (!this.accept("or")) return left;
    const right = this.either();
    return only((f) => f.machine.choose(left.load(f), true, () => right.load(f)));
  }

  private both(): Operand {
    const left = this.negated();
    if (!this.accept("and")) return left;
    const right = this.both();
    return only((f) => f.machine.choose(left.load(f), false, () => right.load(f)));
  }

  private negated(): Operand {
    if (!this.accept("not")) return this.comparison();
    const value = this.negated();
    return only((f) => f.machine.bool(!f.machine.isTrue(value.load(f))));
  }

  private comparison(): Operand {
    const left = this.binary(0);
    const sign = this.comparisonSign();
    if (sign === undefined) return left;
    const right = this.binary(0);
    return only((f) => f.machine.compare(sign, left.load(f), right.load(f)));
  }

  private comparisonSign(): string | undefined {
    for (const sign of ["==", "!=", "<", ">", "<=", ">=", "in"]) if (this.accept(sign)) return sign;
    if (this.accept("is")) return this.accept("not") ? "is not" : "is";
    if (!this.accept("not")) return undefined;
    this.expect("in");
    return "not in";
  }

  private binary(level: number): Operand {
    const signs = binaryLevels[level];
    if (signs === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (
      let sign = signs.find((one) => this.accept(one));
      sign;
      sign = signs.find((one) => this.accept(one))
    ) {
      const [a, b, operation] = [left, this.binary(level + 1), sign];
      left = only((f) => f.machine.binary(operation, a.load(f), b.load(f)));
    }
    return left;
  }

  private unary(): Operand {
    if (!this.accept("-")) return this.power();
    const value = this.unary();
    return only((f) => f.machine.number(-f.machine.numberOf(value.load(f))));
  }

  private power(): Operand {
    const left = this.primary();
    if (!this.accept("**")) return left;
    const right = this.unary();
    return only((f) => f.machine.binary("**", left.load(f), right.load(f)));
  }

  protected primary(): Operand {
    let value = this.atom();
    for (;;) {
      if (this.accept(".")) value = attribute(value, this.take("name").text);
      else if (this.accept("(")) value = called(value, this.arguments());
      else if (this.accept("[")) value = this.subscript(value);
      else return value;
    }
  }

  private subscript(owner: Operand): Operand {
    const parts: (Operand | undefined)[] = [undefined];
    while (!this.accept("]")) {
      if (this.accept(":")) parts.push(undefined);
      else parts[parts.length - 1] = this.expression();
    }
    if (parts.length > 1) return slice(owner, parts);
    const [key] = parts;
    if (key === undefined) throw new Error(`Not understood: ${this.peek.line}`);
    return {
      load: (f) => f.machine.item(owner.load(f), key.load(f)),
      store: (f, value) => f.machine.setItem(owner.load(f), key.load(f), value),
      remove: (f) => f.machine.deleteItem(owner.load(f), key.load(f)),
      names: [],
    };
  }

  private arguments(): readonly Argument[] {
    const found: Argument[] = [];
    while (!this.accept(")")) {
      const starred = this.accept("*");
      const name = this.peekAt(1)?.text === "=" ? this.take("name").text : undefined;
      if (name !== undefined) this.expect("=");
      const value = this.generatorOr(this.expression());
      found.push({ value, starred, ...(name !== undefined && { name }) });
      this.accept(",");
    }
    return found;
  }

  private generatorOr(value: Operand): Operand {
    return this.at("for") ? this.comprehension(value) : value;
  }
}

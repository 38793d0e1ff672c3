/** Reads names, literals, displays and comprehensions. */

import { type Clause, type Operand, only } from "./operand";
import { ParameterReader } from "./parameter";

/** The innermost level of expressions. */
export abstract class DisplayReader extends ParameterReader {
  protected abstract either(): Operand;
  protected abstract primary(): Operand;

  protected atom(): Operand {
    const { kind, text } = this.peek;
    this.skip();
    if (kind === "number") return only((f) => f.machine.number(Number(text)));
    if (kind === "text") return this.textAtom(text);
    if (kind === "name") return this.nameAtom(text);
    if (text === "(") return this.parenthesized();
    if (text === "[") return this.listDisplay();
    if (text === "{") return this.braces();
    throw new Error(`Not understood: ${text} in ${this.peek.line}`);
  }

  private textAtom(first: string): Operand {
    let text = first.replace(/^b?.|.$/g, "");
    while (this.peek.kind === "text") text += this.take("text").text.replace(/^b?.|.$/g, "");
    return only((f) => f.machine.text(text));
  }

  private nameAtom(name: string): Operand {
    if (name === "None") return only((f) => f.machine.none());
    if (name === "True" || name === "False") return only((f) => f.machine.bool(name === "True"));
    if (name === "yield") throw new Error("Generators are beyond this interpreter.");
    const { scope } = this;
    scope.use(name);
    return {
      load: (f) => f.machine.load(f, name),
      store: (f, value) => f.machine.bind(f, name, value),
      remove: (f) => f.machine.unbind(f, name),
      kind: () =>
        scope.kind === "function" && scope.bound.includes(name) && !scope.cells.includes(name)
          ? "local"
          : "global",
      names: [name],
    };
  }

  private parenthesized(): Operand {
    if (this.accept(")")) return this.sequence("tuple", []);
    const first = this.expression();
    if (this.at("for")) return this.endsWith(")", this.comprehension(first));
    if (this.accept(")")) return first;
    return this.sequence("tuple", [first, ...this.rest(")")]);
  }

  private listDisplay(): Operand {
    if (this.accept("]")) return this.sequence("list", []);
    const first = this.expression();
    if (this.at("for")) return this.endsWith("]", this.comprehension(first));
    return this.sequence("list", [first, ...this.rest("]")]);
  }

  /** What follows the first item, up to the bracket. */
  private rest(end: string): Operand[] {
    const items: Operand[] = [];
    while (!this.accept(end)) {
      this.expect(",");
      if (!this.at(end)) items.push(this.expression());
    }
    return items;
  }

  private endsWith(end: string, value: Operand): Operand {
    this.expect(end);
    return value;
  }

  private braces(): Operand {
    const entries: [Operand, Operand | undefined][] = [];
    while (!this.accept("}")) {
      const key = this.expression();
      entries.push([key, this.accept(":") ? this.expression() : undefined]);
      this.accept(",");
    }
    return only((f) =>
      entries.length > 0 && entries[0]?.[1] === undefined
        ? f.machine.collection(
            "set",
            entries.map(([key]) => key.load(f)),
          )
        : f.machine.dict(entries.map(([key, value]) => [() => key.load(f), () => value!.load(f)])),
    );
  }

  /** `value for target in all if condition`, several `for` inside each other. The variables are its own. */
  protected comprehension(value: Operand): Operand {
    const clauses: Clause[] = [];
    while (this.accept("for")) {
      const { names } = this.targets();
      this.expect("in");
      const all = this.either().load;
      const condition = this.accept("if") ? this.either().load : undefined;
      clauses.push({ names, all, condition });
    }
    return only((f) => f.machine.comprehend(f, clauses, value.load));
  }

  /** `a, b` in front of `in`. */
  targets(): Operand {
    const items = [this.primary()];
    while (this.accept(",")) items.push(this.primary());
    return items.length === 1 && items[0] !== undefined ? items[0] : this.sequence("tuple", items);
  }

  protected sequence(kind: "tuple" | "list", items: readonly Operand[]): Operand {
    return {
      load: (f) =>
        f.machine.collection(
          kind,
          items.map((item) => item.load(f)),
        ),
      store: (f, value) =>
        f.machine.unpack(value).forEach((one, i) => {
          items[i]?.store?.(f, one);
        }),
      remove: (f) => {
        for (const item of items) item.remove?.(f);
      },
      names: items.flatMap(({ names }) => names),
    };
  }
}

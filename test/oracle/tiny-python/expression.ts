/** Reads expressions. What is read becomes a function that evaluates it on a frame. */

import type { CountedFrom } from "../../../lib/dist/sim/heap/heap";
import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import type { Code, Frame } from "./frame";
import { ParameterReader } from "./parameter";
import { Scope } from "./scope";

/** What was read: how it is loaded, and, where it is a target, stored and deleted. */
export interface Operand {
  readonly load: Code;
  readonly store?: (frame: Frame, value: PyObject) => void;
  readonly remove?: (frame: Frame) => void;
  /** Calls it. Present where that is something else than calling its value. */
  readonly call?: (frame: Frame, args: () => Arguments) => PyObject;
  /** For what `sys.getrefcount` shows. */
  readonly kind?: (frame: Frame) => CountedFrom;
  /** Names that it binds when it is stored. */
  readonly names: readonly string[];
}

/** Evaluated arguments. The references are the callee's to give up. */
export interface Arguments {
  readonly positional: PyObject[];
  readonly named: Map<string, PyObject>;
  readonly kinds: readonly CountedFrom[];
}

interface Argument {
  readonly value: Operand;
  readonly name?: string;
  readonly starred: boolean;
}

const binaryLevels: readonly (readonly string[])[] = [["+", "-"], ["*", "%", "/"]];

export abstract class ExpressionReader extends ParameterReader {
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
    const scope = new Scope("function", this.scope);
    const parameters = this.parameters(scope, ":");
    this.expect(":");
    const body = this.inside(scope, () => this.expression());
    return only((f) => f.machine.makeFunction(f, { ...parameters, name: "<lambda>", scope, body: [body.load] }));
  }

  private either(): Operand {
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
    for (let sign = signs.find((one) => this.accept(one)); sign; sign = signs.find((one) => this.accept(one))) {
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

  private primary(): Operand {
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
      const value = this.at("for", 1) ? this.expression() : this.generatorOr(this.expression());
      found.push({ value, starred, ...(name !== undefined && { name }) });
      this.accept(",");
    }
    return found;
  }

  private generatorOr(value: Operand): Operand {
    return this.at("for") ? this.comprehension(value) : value;
  }

  private atom(): Operand {
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
      kind: () => (scope.kind === "function" && scope.bound.includes(name) && !scope.cells.includes(name) ? "local" : "global"),
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
        ? f.machine.collection("set", entries.map(([key]) => key.load(f)))
        : f.machine.dict(entries.map(([key, value]) => [() => key.load(f), () => value!.load(f)])),
    );
  }

  /** `value for target in all if condition`. The variable is the comprehension's own. */
  private comprehension(value: Operand): Operand {
    this.expect("for");
    const { names } = this.targets();
    this.expect("in");
    const all = this.either();
    const condition = this.accept("if") ? this.either() : undefined;
    return only((f) => f.machine.comprehend(f, names, all.load(f), value.load, condition?.load));
  }

  /** `a, b` in front of `in`. */
  targets(): Operand {
    const items = [this.primary()];
    while (this.accept(",")) items.push(this.primary());
    return items.length === 1 && items[0] !== undefined ? items[0] : this.sequence("tuple", items);
  }

  private sequence(kind: "tuple" | "list", items: readonly Operand[]): Operand {
    return {
      load: (f) => f.machine.collection(kind, items.map((item) => item.load(f))),
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

function only(load: Code): Operand {
  return { load, names: [] };
}

function attribute(owner: Operand, name: string): Operand {
  return {
    load: (f) => f.machine.attribute(owner.load(f), name),
    store: (f, value) => f.machine.setAttribute(owner.load(f), name, value),
    remove: (f) => f.machine.deleteAttribute(owner.load(f), name),
    call: (f, args) => f.machine.callMethod(owner.load(f), name, args),
    names: [],
  };
}

function slice(owner: Operand, parts: readonly (Operand | undefined)[]): Operand {
  const bounds = (f: Frame): (number | undefined)[] =>
    parts.map((part) => (part === undefined ? undefined : f.machine.numberOf(part.load(f))));
  return {
    load: (f) => f.machine.slice(owner.load(f), bounds(f)),
    store: (f, value) => f.machine.setSlice(owner.load(f), bounds(f), value),
    remove: (f) => f.machine.deleteSlice(owner.load(f), bounds(f)),
    names: [],
  };
}

function called(callee: Operand, args: readonly Argument[]): Operand {
  const evaluate = (f: Frame) => (): Arguments => {
    const positional: PyObject[] = [];
    const kinds: CountedFrom[] = [];
    const named = new Map<string, PyObject>();
    for (const { value, name, starred } of args) {
      const evaluated = value.load(f);
      if (name !== undefined) named.set(name, evaluated);
      else if (starred) positional.push(...f.machine.unpack(evaluated));
      else positional.push(evaluated);
      kinds.push(value.kind?.(f) ?? "temporary");
    }
    return { positional, named, kinds };
  };
  return only((f) => {
    if (callee.call !== undefined) return callee.call(f, evaluate(f));
    const fn = callee.load(f);
    return f.machine.call(fn, evaluate(f)());
  });
}

/** Reads words one by one, and the parameters of functions. */

import type { Code, Step } from "./frame";
import type { Operand } from "./operand";
import { Scope } from "./scope";
import { type Token, tokenize } from "./token";

/** What `def` or `lambda` says of parameters. */
export interface Parameters {
  /** Without `*` and `**`: positional ones, then those that can only be named. */
  readonly names: readonly string[];
  readonly positional: number;
  readonly star: string | undefined;
  readonly doubleStar: string | undefined;
  /** Default values of the last positional ones, and of named ones. */
  readonly defaults: readonly Code[];
  readonly namedDefaults: ReadonlyMap<string, Code>;
}

/** A function's text. */
export interface FunctionText extends Parameters {
  readonly name: string;
  readonly scope: Scope;
  readonly body: readonly Step[];
}

/** The words of one program, from the first to the last. */
export abstract class ParameterReader {
  protected scope: Scope = new Scope("module");
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(program: string) {
    this.tokens = tokenize(program);
  }

  abstract expression(): Operand;

  /** The parameters up to the word `end`, which stays. They are bound in `scope` in the order of a frame's slots. */
  parameters(scope: Scope, end: string): Parameters {
    const names: string[] = [];
    const defaults: Code[] = [];
    const namedDefaults = new Map<string, Code>();
    let [star, doubleStar, positional]: (string | undefined | number)[] = [];
    while (!this.at(end)) {
      if (this.accept("**")) doubleStar = this.take("name").text;
      else if (this.accept("*")) {
        positional = names.length;
        if (this.peek.kind === "name") star = this.take("name").text;
      } else {
        const name = this.take("name").text;
        names.push(name);
        if (this.accept("=")) {
          const value = this.expression().load;
          if (positional === undefined) defaults.push(value);
          else namedDefaults.set(name, value);
        }
      }
      this.accept(",");
    }
    const all = [...names, star, doubleStar].filter((name) => name !== undefined) as string[];
    for (const name of all) scope.bind(name);
    scope.parameters = all.length;
    return {
      names,
      positional: (positional as number | undefined) ?? names.length,
      star: star as string | undefined,
      doubleStar: doubleStar as string | undefined,
      defaults,
      namedDefaults,
    };
  }

  protected inside<Result>(scope: Scope, read: () => Result): Result {
    const outer = this.scope;
    this.scope = scope;
    const result = read();
    this.scope = outer;
    return result;
  }

  protected get peek(): Token {
    return this.peekAt(0) as Token;
  }

  protected peekAt(ahead: number): Token | undefined {
    return this.tokens[this.position + ahead];
  }

  protected skip(): void {
    this.position++;
  }

  protected at(text: string, ahead = 0): boolean {
    const token = this.peekAt(ahead);
    return token !== undefined && token.text === text && token.kind !== "text";
  }

  protected accept(text: string): boolean {
    if (!this.at(text)) return false;
    this.skip();
    return true;
  }

  protected expect(text: string): void {
    if (!this.accept(text))
      throw new Error(`Expected ${text}, found ${this.peek.text} in: ${this.peek.line}`);
  }

  protected take(kind: Token["kind"]): Token {
    const token = this.peek;
    if (token.kind !== kind) throw new Error(`Expected a ${kind}, found ${token.text} in: ${token.line}`);
    this.skip();
    return token;
  }
}

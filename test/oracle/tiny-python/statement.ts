/** Reads statements. */

import { ExpressionReader } from "./expression";
import type { Frame, Step } from "./frame";
import type { Operand } from "./operand";
import { Scope } from "./scope";

/** A program that was read. */
export interface ProgramText {
  readonly scope: Scope;
  readonly steps: readonly Step[];
}

const texts = new Map<string, ProgramText>();

/** Read a program; the same text once only. @throws When it is beyond this interpreter. */
export function read(program: string): ProgramText {
  const text = texts.get(program) ?? new StatementReader(program).program();
  texts.set(program, text);
  return text;
}

class StatementReader extends ExpressionReader {
  program(): ProgramText {
    const steps: Step[] = [];
    while (this.peek.kind !== "end") steps.push(...this.statement());
    this.scope.close();
    return { scope: this.scope, steps };
  }

  private statement(): Step[] {
    if (this.accept("def")) return [this.function()];
    if (this.accept("class")) return [this.class()];
    if (this.accept("for")) return [this.loop()];
    if (this.accept("if")) return [this.condition()];
    const step = this.simple();
    if (this.peek.kind === "newline") this.skip();
    return [step];
  }

  /** What follows a colon: statements in the same line, or a block. */
  private suite(): Step[] {
    this.expect(":");
    if (this.peek.kind !== "newline") return this.statement();
    this.skip();
    this.take("indent");
    const steps: Step[] = [];
    while (!this.at("dedent")) steps.push(...this.statement());
    this.skip();
    return steps;
  }

  private function(): Step {
    const name = this.take("name").text;
    this.scope.bind(name);
    this.expect("(");
    const scope = new Scope("function", this.scope, this.scope.nameOf(name));
    const parameters = this.parameters(scope, ")");
    this.expect(")");
    const body = this.inside(scope, () => this.suite());
    return done((f) =>
      f.machine.bind(f, name, f.machine.makeFunction(f, { ...parameters, name, scope, body })),
    );
  }

  private class(): Step {
    const name = this.take("name").text;
    this.scope.bind(name);
    const line = this.peek.number;
    const bases: Operand[] = [];
    if (this.accept("(")) {
      while (!this.accept(")")) {
        bases.push(this.expression());
        this.accept(",");
      }
    }
    const scope = new Scope("class", this.scope, this.scope.nameOf(name));
    const steps = this.inside(scope, () => this.suite());
    return done((f) => {
      const held = bases.map((base) => base.load(f));
      f.machine.bind(f, name, f.machine.makeClass(f, { name, bases: held, scope, steps, line }));
    });
  }

  private loop(): Step {
    const target = this.targets();
    for (const name of target.names) this.scope.bind(name);
    this.expect("in");
    const all = this.expressions((text) => text === ":");
    const body = this.suite();
    return (f) => f.machine.loop(f, all.load(f), (value) => target.store?.(f, value), body);
  }

  private condition(): Step {
    const condition = this.expression();
    const body = this.suite();
    const other = this.accept("else") ? this.suite() : [];
    return (f) => f.machine.steps(f, f.machine.isTrue(condition.load(f)) ? body : other);
  }

  private simple(): Step {
    if (this.accept("pass")) return done(() => {});
    if (this.accept("import")) return this.import();
    if (this.accept("del")) return this.deletion();
    if (this.accept("return")) return this.return();
    if (this.accept("raise")) return this.raise();
    return this.assignment();
  }

  private import(): Step {
    const name = this.take("name").text;
    this.scope.bind(name);
    return done((f) => f.machine.bind(f, name, f.machine.module(name)));
  }

  private deletion(): Step {
    const target = this.targets();
    for (const name of target.names) this.scope.bind(name);
    return done((f) => target.remove?.(f));
  }

  private return(): Step {
    if (this.peek.kind === "newline") return (f) => f.machine.none();
    return this.expressions(() => this.peek.kind === "newline").load;
  }

  private raise(): Step {
    const error = this.expression();
    return (f) => f.machine.raise(error.load(f));
  }

  private assignment(): Step {
    const end = (text: string): boolean => text === "=" || this.peek.kind === "newline";
    const targets = [this.expressions(end)];
    for (const sign of ["+=", "-=", "*="])
      if (this.accept(sign)) return this.augmented(targets[0]!, sign[0]!);
    while (this.accept("=")) targets.push(this.expressions(end));
    const value = targets.pop()!;
    for (const { names } of targets) for (const name of names) this.scope.bind(name);
    return done((f) => assign(f, targets, value));
  }

  private augmented(target: Operand, sign: string): Step {
    for (const name of target.names) this.scope.bind(name);
    const value = this.expression();
    return done((f) => target.store?.(f, f.machine.augment(sign, target.load(f), value.load(f))));
  }
}

/** Each target but the last gets a copy of the reference (`DUP_TOP`). */
function assign(f: Frame, targets: readonly Operand[], value: Operand): void {
  const held = value.load(f);
  if (targets.length === 0) f.machine.heap.decref(held);
  targets.forEach((target, i) => {
    if (i < targets.length - 1) f.machine.heap.incref(held);
    target.store?.(f, held);
  });
}

function done(body: (frame: Frame) => void): Step {
  return (f) => {
    body(f);
    return undefined;
  };
}

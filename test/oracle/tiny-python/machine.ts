/** The interpreter: names, functions, calls and classes of a program on the simulator's heap. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { createAtom } from "../../../lib/dist/sim/heap/create";
import { builtinShape } from "../../../lib/dist/sim/heap/shape";
import { createCell } from "../../../lib/dist/sim/objects/cell";
import { createClass } from "../../../lib/dist/sim/objects/class";
import { createFunction, FUNCTION } from "../../../lib/dist/sim/objects/function";
import { Layout } from "../../../lib/sim/heap/memory-map";
import { Static } from "../../../lib/sim/objects/static-object";
import { Attributes } from "./attributes";
import { builtins, library } from "./builtin";
import type { Arguments } from "./expression";
import { type Code, Frame, type Step } from "./frame";
import type { FunctionText } from "./parameter";
import type { Scope } from "./scope";
import { read } from "./statement";
import type { Host } from "./values";

/** What a `raise` of the program ends. */
export class PythonError extends Error {}

export class Machine extends Attributes {
  private readonly functions = new Map<number, FunctionText>();
  private readonly codes = new Map<FunctionText, number>();
  private readonly builtins: ReadonlyMap<string, Host>;

  constructor(version: string) {
    super(version);
    this.builtins = builtins(this);
    this.heap.gc.disable();
  }

  /** Run a program in the module `__main__`. @throws When it is beyond this interpreter. */
  run(program: string): void {
    const { scope, steps } = read(program);
    this.steps(new Frame(this, scope), steps);
  }

  /** What a name of the module stands for, as the test compares it. */
  read(name: string): ReturnType<Machine["seen"]> {
    return this.seen(this.named(name));
  }

  named(name: string): PyObject {
    const found = this.heap.lookup(name);
    if (found === undefined) throw new Error(`name '${name}' is not defined`);
    return found;
  }

  steps(f: Frame, steps: readonly Step[]): PyObject | undefined {
    for (const step of steps) {
      const returned = step(f);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  loop(f: Frame, all: PyObject, store: (value: PyObject) => void, body: readonly Step[]): PyObject | undefined {
    for (const value of this.each(all)) {
      store(value);
      const returned = this.steps(f, body);
      if (returned === undefined) continue;
      this.heap.decref(all);
      return returned;
    }
    return undefined;
  }

  comprehend(f: Frame, names: readonly string[], all: PyObject, value: Code, condition?: Code): PyObject {
    const list = this.heap.list();
    const variables = new Map<string, PyObject>();
    f.temporaries.push(variables);
    for (const item of this.each(all)) {
      const values = names.length === 1 ? [item] : this.unpack(item);
      names.forEach((name, i) => {
        const old = variables.get(name);
        variables.set(name, values[i] as PyObject);
        if (old !== undefined) this.heap.decref(old);
      });
      if (condition !== undefined && !this.isTrue(condition(f))) continue;
      const made = value(f);
      this.heap.append(list, made);
      this.heap.decref(made);
    }
    f.temporaries.pop();
    for (const held of variables.values()) this.heap.decref(held);
    return list;
  }

  load(f: Frame, name: string): PyObject {
    const found =
      f.temporaries.findLast((variables) => variables.has(name))?.get(name) ??
      f.locals.get(name) ??
      this.cellContent(f, name) ??
      this.heap.lookup(name);
    if (found !== undefined) {
      this.heap.incref(found);
      return found;
    }
    const host = this.builtins.get(name);
    if (host === undefined) throw new Error(`name '${name}' is not defined`);
    return this.boxed(host);
  }

  private cellContent(f: Frame, name: string): PyObject | undefined {
    const cell = f.cells.get(name);
    return cell === undefined ? undefined : this.heap.seen(this.heap.slots(cell)[0] ?? 0);
  }

  /** `name = value`: the name takes the reference over; the old value dies after that. */
  bind(f: Frame, name: string, value: PyObject): void {
    const cell = f.scope.kind === "function" ? f.cells.get(name) : undefined;
    if (f.scope.kind === "module") this.heap.bind(name, value);
    else if (cell !== undefined) this.heap.store(cell, 0, value);
    else {
      const old = f.locals.get(name);
      f.locals.set(name, value);
      if (old !== undefined) this.heap.decref(old);
      return;
    }
    this.heap.decref(value);
  }

  unbind(f: Frame, name: string): void {
    const cell = f.cells.get(name);
    const local = f.locals.get(name);
    if (f.scope.kind === "module") this.heap.unbind(name);
    else if (cell !== undefined) this.heap.store(cell, 0, undefined);
    else if (local !== undefined) {
      f.locals.delete(name);
      this.heap.decref(local);
    }
  }

  module(name: string): PyObject {
    return this.boxed(library(this, name));
  }

  raise(error: PyObject): never {
    const name = this.hostOf(error)?.name ?? "Exception";
    this.heap.decref(error);
    throw new PythonError(name);
  }

  makeFunction(f: Frame, text: FunctionText): PyObject {
    const defaults = text.defaults.map((value) => value(f));
    const named = [...text.namedDefaults].map(([name, value]) => [() => this.text(name), () => value(f)] as const);
    const tuple = defaults.length > 0 ? this.collection("tuple", defaults) : undefined;
    const dict = named.length > 0 ? this.dict(named) : undefined;
    const cells = text.scope.free.map((name) => f.cells.get(name) as PyObject);
    const closure = cells.length > 0 ? this.heap.tuple(cells) : undefined;
    const id = this.heap.doing(() =>
      createFunction(this.heap.state, {
        name: text.name,
        code: this.codeOf(text),
        globals: this.heap.mainDict,
        builtins: this.heap.builtinsDict,
        ...(tuple && { defaults: tuple.id }),
        ...(closure && { closure: closure.id }),
      }),
    );
    const made = this.heap.own(id);
    if (dict !== undefined) this.heap.store(made, FUNCTION.members.indexOf("func_kwdefaults"), dict);
    for (const held of [tuple, dict, closure]) if (held !== undefined) this.heap.decref(held);
    this.functions.set(id, text);
    return made;
  }

  /** The code object of a function: a constant of the program. */
  private codeOf(text: FunctionText): number {
    let code = this.codes.get(text);
    if (code === undefined) {
      const shape = { type: Static.CODE_TYPE, length: 0, layout: Layout.ATOM, blockBytes: 176, storageBytes: 0 };
      code = createAtom(this.heap.state, builtinShape(this.heap.state, shape));
      this.heap.own(code);
      this.codes.set(text, code);
    }
    return code;
  }

  makeClass(f: Frame, name: string, bases: readonly PyObject[], text: { scope: Scope; steps: readonly Step[] }): PyObject {
    const body = new Frame(this, text.scope);
    for (const [free, cell] of f.cells) body.cells.set(free, cell);
    this.steps(body, text.steps);
    const slots = body.locals.get("__slots__");
    const base = bases.find((one) => this.hostOf(one)?.name !== "object");
    if (base !== undefined && this.hostOf(base) !== undefined) {
      throw new Error(`Subclasses of ${this.hostOf(base)?.name} are beyond the simulator.`);
    }
    const record = this.heap.doing(() =>
      createClass(this.heap.state, {
        name,
        base: base?.id ?? 0,
        body: new Map([...body.locals].filter(([key]) => key !== "__slots__").map(([key, value]) => [key, value.id])),
        ...(slots && { slots: [this.seen(slots)].flat() as string[] }),
        ...(body.locals.has("__del__") && { finalizer: (o: number) => this.callSpecial(o, "__del__") }),
        ...(body.locals.has("__hash__") && { hash: (o: number) => Number(this.callSpecial(o, "__hash__")) }),
      }),
    );
    for (const held of [...body.locals.values(), ...bases]) this.heap.decref(held);
    return this.heap.own(record.id);
  }

  /** Call a method that the interpreter itself looks up. Only the frame holds the object meanwhile. */
  private callSpecial(id: number, name: string): ReturnType<Machine["atomOf"]> {
    const o = this.heap.seen(id) as PyObject;
    const method = this.classAttribute(this.heap.typeOf(o), name) as PyObject;
    this.heap.incref(method);
    this.heap.incref(o);
    const result = this.callFunction(method, { positional: [o], named: new Map(), kinds: [] }, false);
    this.heap.decref(method);
    const atom = this.atomOf(result);
    this.heap.decref(result);
    return atom;
  }

  call(callee: PyObject, args: Arguments): PyObject {
    const result = this.resultOf(callee, args);
    this.heap.decref(callee);
    return result;
  }

  private resultOf(callee: PyObject, args: Arguments): PyObject {
    const host = this.hostOf(callee);
    if (host !== undefined) return this.callHost(host, args);
    if (this.heap.state.classes.has(callee.id)) return this.instantiate(callee, args);
    const type = this.heap.typeOf(callee);
    if (type === Static.FUNCTION_TYPE) return this.callFunction(callee, args);
    if (type === Static.WEAKREF_TYPE) return this.heap.deref(callee) ?? this.none();
    if (type === Static.METHOD_TYPE) {
      const [fn, self] = this.unpack(this.taken1(callee)) as [PyObject, PyObject];
      return this.call(fn, { ...args, positional: [self, ...args.positional] });
    }
    this.heap.incref(callee);
    return this.callMethod(callee, "__call__", () => args);
  }

  private taken1(o: PyObject): PyObject {
    this.heap.incref(o);
    return o;
  }

  callHost({ call, name }: Host, { positional, named, kinds }: Arguments): PyObject {
    if (call === undefined) throw new Error(`${name} cannot be called.`);
    const result = call(positional, named, kinds);
    for (const held of [...positional, ...named.values()]) this.heap.decref(held);
    return result;
  }

  /** `C(...)`. */
  private instantiate(cls: PyObject, args: Arguments): PyObject {
    const made = this.heap.instance(cls);
    const init = this.classAttribute(cls.id, "__init__");
    if (init === undefined) return made;
    this.heap.incref(made);
    const result = this.callFunction(init, { ...args, positional: [made, ...args.positional] });
    this.heap.decref(result);
    return made;
  }

  /** Call a function, which stays the caller's. @param fromStack - Do the arguments lie on an operand stack? */
  callFunction(fn: PyObject, args: Arguments, fromStack = true): PyObject {
    const text = this.functions.get(fn.id);
    if (text === undefined) throw new Error(`Not a function of the program: ${fn}`);
    const frame = new Frame(this, text.scope);
    const stack = fromStack && this.callerKeepsArguments ? [...args.positional, ...args.named.values()] : [];
    for (const held of stack) this.heap.incref(held);
    try {
      this.enter(frame, fn, text, args);
      return this.steps(frame, text.body) ?? this.none();
    } finally {
      frame.release();
      for (const held of stack.reverse()) this.heap.decref(held);
    }
  }

  private enter(frame: Frame, fn: PyObject, text: FunctionText, { positional, named }: Arguments): void {
    const { names, star, doubleStar } = text;
    const rest = new Map(named);
    names.forEach((name, i) => {
      const given = i < text.positional && i < positional.length ? positional[i] : rest.get(name);
      rest.delete(name);
      frame.locals.set(name, given ?? this.defaultOf(fn, text, name, i));
    });
    if (star !== undefined) frame.locals.set(star, this.collection("tuple", positional.slice(text.positional)));
    if (doubleStar !== undefined) {
      frame.locals.set(doubleStar, this.dict([...rest].map(([key, value]) => [() => this.text(key), () => value])));
    }
    const closure = this.heap.slots(fn)[FUNCTION.members.indexOf("func_closure")] ?? 0;
    const outer = closure === 0 ? [] : this.itemsOf(this.heap.seen(closure) as PyObject);
    text.scope.free.forEach((name, i) => {
      frame.cells.set(name, this.taken1(outer[i] as PyObject));
    });
    for (const name of text.scope.cells) {
      const value = frame.locals.get(name);
      frame.cells.set(name, this.heap.own(createCell(this.heap.state, value?.id ?? 0)));
      frame.locals.delete(name);
      if (value !== undefined) this.heap.decref(value);
    }
  }

  private defaultOf(fn: PyObject, text: FunctionText, name: string, i: number): PyObject {
    const members = this.heap.slots(fn);
    const [tuple = 0, dict = 0] = ["func_defaults", "func_kwdefaults"].map((key) => members[FUNCTION.members.indexOf(key)]);
    const positional = tuple === 0 ? [] : this.itemsOf(this.heap.seen(tuple) as PyObject);
    const found =
      i < text.positional
        ? positional[i - text.positional + positional.length]
        : this.entriesOf(this.heap.seen(dict) as PyObject).find(([key]) => this.textOf(key) === name)?.[1];
    if (found === undefined) throw new Error(`${text.name}() misses the argument ${name}`);
    return this.taken1(found);
  }
}

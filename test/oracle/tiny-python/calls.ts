/** Functions of the program, and calls of whatever can be called. */

import { createAtom } from "../../../lib/dist/sim/heap/create";
import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { builtinShape } from "../../../lib/dist/sim/heap/shape";
import { createCell } from "../../../lib/dist/sim/objects/cell";
import { createFunction, FUNCTION } from "../../../lib/dist/sim/objects/function";
import { Layout } from "../../../lib/sim/heap/memory-map";
import { Static } from "../../../lib/sim/objects/static-object";
import { Attributes } from "./attributes";
import type { Frame, Step } from "./frame";
import type { Arguments } from "./operand";
import type { FunctionText } from "./parameter";

import type { Host } from "./values";

const CODE_BYTES = 176;

/** Functions of the program by their objects, and how a call hands over its arguments. */
export abstract class Calls extends Attributes {
  private readonly functions = new Map<number, FunctionText>();
  private readonly codes = new Map<FunctionText, number>();

  abstract steps(f: Frame, steps: readonly Step[]): PyObject | undefined;
  protected abstract newFrame(scope: FunctionText["scope"]): Frame;

  makeFunction(f: Frame, text: FunctionText): PyObject {
    const defaults = text.defaults.map((value) => value(f));
    const named = [...text.namedDefaults].map(
      ([name, value]) => [() => this.text(name), () => value(f)] as const,
    );
    const tuple = defaults.length > 0 ? this.collection("tuple", defaults) : undefined;
    const dict = named.length > 0 ? this.dict(named) : undefined;
    const cells = text.scope.free.map((name) => f.cells.get(name) as PyObject);
    const closure = cells.length > 0 ? this.heap.tuple(cells) : undefined;
    const id = this.heap.doing(() =>
      createFunction(this.heap.state, {
        name: text.name,
        qualname: text.scope.name,
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
      code = this.code().id;
      this.codes.set(text, code);
    }
    return code;
  }

  /** A code object: what `compile` makes. */
  code(): PyObject {
    return this.atom(Static.CODE_TYPE, CODE_BYTES);
  }

  /** An object of a built-in type that holds no references. */
  atom(type: number, blockBytes: number): PyObject {
    const shape = builtinShape(this.heap.state, {
      type,
      length: 0,
      layout: Layout.ATOM,
      blockBytes,
      storageBytes: 0,
    });
    return this.heap.own(createAtom(this.heap.state, shape));
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
      const [fn, self] = this.unpack(this.oneMore(callee)) as [PyObject, PyObject];
      return this.call(fn, { ...args, positional: [self, ...args.positional] });
    }
    this.heap.incref(callee);
    return this.callMethod(callee, "__call__", () => args);
  }

  private oneMore(o: PyObject): PyObject {
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
    const frame = this.newFrame(text.scope);
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
    if (star !== undefined)
      frame.locals.set(star, this.collection("tuple", positional.slice(text.positional)));
    if (doubleStar !== undefined) {
      frame.locals.set(
        doubleStar,
        this.dict([...rest].map(([key, value]) => [() => this.text(key), () => value])),
      );
    }
    const closure = this.heap.slots(fn)[FUNCTION.members.indexOf("func_closure")] ?? 0;
    const outer = closure === 0 ? [] : this.itemsOf(this.heap.seen(closure) as PyObject);
    text.scope.free.forEach((name, i) => {
      frame.cells.set(name, this.oneMore(outer[i] as PyObject));
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
    const [tuple = 0, dict = 0] = ["func_defaults", "func_kwdefaults"].map(
      (key) => members[FUNCTION.members.indexOf(key)],
    );
    const positional = tuple === 0 ? [] : this.itemsOf(this.heap.seen(tuple) as PyObject);
    const found =
      i < text.positional
        ? positional[i - text.positional + positional.length]
        : this.entriesOf(this.heap.seen(dict) as PyObject).find(([key]) => this.textOf(key) === name)?.[1];
    if (found === undefined) throw new Error(`${text.name}() misses the argument ${name}`);
    return this.oneMore(found);
  }
}

/** The face of the heap: making objects. Each maker hands over one reference. */

import { BadArgumentError } from "../../errors";
import { createBytes, createFloat, createInt, createStr } from "../../objects/atom";
import { createBoundMethod } from "../../objects/bound-method";
import { createCell } from "../../objects/cell";
import { classRecord, createClass } from "../../objects/class";
import { createDict } from "../../objects/dict";
import { createException, storeExceptionMember } from "../../objects/exception";
import { createFunction } from "../../objects/function";
import { createGenerator } from "../../objects/generator";
import { createInstance } from "../../objects/instance";
import { createListOf } from "../../objects/list";
import { createModule } from "../../objects/module";
import { createSetOf } from "../../objects/set";
import { Static } from "../../objects/static-object";
import { createTuple } from "../../objects/tuple";
import { requireNames, requireOptions, requireType } from "../argument";
import type { PyObject } from "../py-object";
import { decref, incref } from "../refcount";
import { Program } from "./program";

/** What a class statement may say. */
export interface ClassOptions {
  /** `__del__`: called with the dying object, whose reference is not yours. */
  readonly del?: (self: PyObject) => void;
  /** `__slots__`. */
  readonly slots?: readonly string[];
  /** The base class; absent: `object`. */
  readonly base?: PyObject;
}

/** What a function holds besides its code. */
export interface FunctionOptions {
  /** Cells. */
  readonly closure?: readonly PyObject[];
  /** Default values of arguments. */
  readonly defaults?: readonly PyObject[];
}

/** Making objects. */
export abstract class Making extends Program {
  /** `None`. */
  get none(): PyObject {
    return this.handles.handle(Static.NONE);
  }

  /** `class Name: pass`, with what the options say. */
  class(name: string, options: ClassOptions = {}): PyObject {
    requireType("class", "the name", name, "string");
    requireOptions("class", options);
    const { base, del, slots } = options;
    if (slots !== undefined) requireNames("class", "slots", slots);
    if (del !== undefined) requireType("class", "del", del, "function");
    const finalizer = del === undefined ? undefined : (o: number) => del(this.handles.handle(o));
    const baseId = base === undefined ? 0 : classRecord(this.h, this.handles.idOf(base, "class")).id;
    return this.run("class", () => {
      const bases = baseId === 0 ? 0 : createTuple(this.h, [baseId]);
      const body = new Map<string, number>();
      if (del !== undefined) body.set("__del__", this.functionOf("__del__", {}));
      const record = createClass(this.h, {
        name,
        base: baseId,
        ...(bases !== 0 && { bases }),
        finalizer,
        body,
        ...(slots && { slots }),
      });
      for (const value of [...body.values(), ...(bases === 0 ? [] : [bases])]) decref(this.h, value);
      return this.handles.hold(record.id);
    });
  }

  /** `cls()`. */
  instance(cls: PyObject): PyObject {
    const record = classRecord(this.h, this.handles.idOf(cls, "instance"));
    return this.call("instance", () => createInstance(this.h, record));
  }

  /** `[...items]`. */
  list(items: readonly PyObject[] = []): PyObject {
    const ids = this.handles.idsOf(items, "list");
    return this.call("list", () => createListOf(this.h, ids));
  }

  /** `(...items,)`. */
  tuple(items: readonly PyObject[] = []): PyObject {
    const ids = this.handles.idsOf(items, "tuple");
    return this.call("tuple", () => createTuple(this.h, ids));
  }

  /** `{}`. */
  dict(): PyObject {
    return this.call("dict", () => createDict(this.h));
  }

  /** `set(elements)`. */
  set(elements: readonly PyObject[] = []): PyObject {
    const ids = this.handles.idsOf(elements, "set");
    return this.call("set", () => createSetOf(this.h, ids, Static.SET_TYPE));
  }

  /** `frozenset(elements)`. */
  frozenset(elements: readonly PyObject[] = []): PyObject {
    const ids = this.handles.idsOf(elements, "frozenset");
    return this.call("frozenset", () => createSetOf(this.h, ids, Static.FROZENSET_TYPE));
  }

  /** An int. @throws {BadArgumentError} When `value` is not a whole number that TypeScript holds exactly. */
  int(value: number): PyObject {
    if (!Number.isSafeInteger(value))
      throw new BadArgumentError(`heap.int(${String(value)}): it takes a whole number below 2^53.`);
    return this.call("int", () => createInt(this.h, value));
  }

  /** A float. */
  float(value: number): PyObject {
    if (typeof value !== "number")
      throw new BadArgumentError(`heap.float(${String(value)}): it takes a number.`);
    return this.call("float", () => createFloat(this.h, value));
  }

  /** A str. */
  str(text: string): PyObject {
    requireType("str", "the text", text, "string");
    return this.call("str", () => createStr(this.h, text));
  }

  /** `bytes(length)`. */
  bytes(length: number): PyObject {
    if (!Number.isSafeInteger(length) || length < 0)
      throw new BadArgumentError(`heap.bytes(${String(length)}): it takes a whole number from 0 on.`);
    return this.call("bytes", () => createBytes(this.h, length));
  }

  /** A cell, as a variable has that an inner function uses. */
  cell(value?: PyObject): PyObject {
    const id = value === undefined ? 0 : this.handles.idOf(value, "cell");
    return this.call("cell", () => createCell(this.h, id));
  }

  /** `def name(): ...` in the module `__main__`. */
  function(name: string, options: FunctionOptions = {}): PyObject {
    requireType("function", "the name", name, "string");
    requireOptions("function", options);
    const closure = this.handles.idsOf(options.closure ?? [], "function");
    const defaults = this.handles.idsOf(options.defaults ?? [], "function");
    return this.call("function", () => this.functionOf(name, { closure, defaults }));
  }

  /** `function.__get__(self)`: what `o.f` makes. */
  boundMethod(func: PyObject, self: PyObject): PyObject {
    const [f, o] = this.handles.idsOf([func, self], "boundMethod") as [number, number];
    return this.call("boundMethod", () => createBoundMethod(this.h, f, o));
  }

  /** `types.ModuleType(name)`. */
  module(name: string): PyObject {
    requireType("module", "the name", name, "string");
    return this.call("module", () => createModule(this.h, name));
  }

  /** A suspended generator that holds `locals`. @param close - What is left to run when it dies (`finally`). */
  generator(name: string, locals: readonly PyObject[] = [], close?: (self: PyObject) => void): PyObject {
    requireType("generator", "the name", name, "string");
    const ids = this.handles.idsOf(locals, "generator");
    const code = close === undefined ? null : (o: number) => close(this.handles.handle(o));
    return this.call("generator", () => createGenerator(this.h, { name, locals: ids }, code));
  }

  /** `Exception(*args)`, not raised. */
  exception(args: readonly PyObject[] = [], context?: PyObject): PyObject {
    const ids = this.handles.idsOf(args, "exception");
    const contextId = context === undefined ? 0 : this.handles.idOf(context, "exception");
    return this.call("exception", () => {
      const o = createException(this.h, ids);
      if (contextId !== 0) {
        incref(this.h, contextId);
        storeExceptionMember(this.h, o, "context", contextId);
      }
      return o;
    });
  }

  private functionOf(
    name: string,
    { closure = [], defaults = [] }: { closure?: readonly number[]; defaults?: readonly number[] },
  ): number {
    const tuples = [closure, defaults].map((ids) => (ids.length === 0 ? 0 : createTuple(this.h, ids)));
    const o = createFunction(this.h, {
      name,
      globals: this.main.id,
      builtins: this.builtins.id,
      closure: tuples[0]!,
      defaults: tuples[1]!,
    });
    for (const tuple of tuples) if (tuple !== 0) decref(this.h, tuple);
    return o;
  }
}

/** The constants of a module: equal ones are one object. Mirrors `_PyCode_ConstantKey`, `merge_const_one`, `intern_string_constants`. */

import { untrack } from "../../sim/gc/untrack";
import { Field, State } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { addElement } from "../../sim/objects/set";
import { Static } from "../../sim/objects/static-object";
import type { Code, ConstantValue } from "../compile/code";
import { constantKey } from "../compile/constant";
import type { Machine } from "../run/machine";
import { makeBool, makeBytes, makeFloat, makeInt, makeNone, makeStr } from "./make-atom";
import { makeSet, makeTuple } from "./make-container";

/** Constants of one module while its code objects are made. */
export class ConstantPool {
  private readonly known = new Map<string | object, number>();

  /** @param createCode - Makes a code object; owned by the caller. */
  constructor(
    private readonly m: Machine,
    private readonly createCode: (code: Code) => number,
  ) {}

  /** The object of a constant, owned by the caller. Only code objects are new each time. */
  constant(value: ConstantValue): number {
    if (value.kind === "code") return this.createCode(value.code);
    const key = constantKey(value);
    let o = this.known.get(key);
    if (o === undefined) {
      o = this.make(value);
      this.known.set(key, o);
    }
    incref(this.m.h, o);
    return o;
  }

  /** All code objects are made: from now on only they hold the constants. */
  release(): void {
    for (const o of this.known.values()) decref(this.m.h, o);
    this.known.clear();
  }

  private make(value: ConstantValue): number {
    const { m } = this;
    switch (value.kind) {
      case "None":
        return makeNone(m);
      case "Ellipsis":
        incref(m.h, m.ellipsis);
        return m.ellipsis;
      case "bool":
        return makeBool(m, value.value);
      case "int":
        return makeInt(m, value.value);
      case "float":
        return makeFloat(m, value.value);
      case "str":
        return this.str(value.value);
      case "bytes":
        return makeBytes(m, value.value);
      case "tuple":
        return this.tuple(value.items);
      case "frozenset":
        return this.frozenset(value.items);
      case "code":
        return this.createCode(value.code);
    }
  }

  /** One that could be a name is interned; one letter is what `chr` gives for it, or not. */
  private str(text: string): number {
    const { m } = this;
    const isName = /^\w*$/.test(text) && /^[\0-\x7f]*$/.test(text);
    if (text === "" || !isName || (text.length === 1 && m.rules.compiler.sharesLetters))
      return makeStr(m, text);
    const o = internedStr(m.h, text);
    incref(m.h, o);
    return o;
  }

  /** It was there before the program: not counted any more, and untracked by an earlier collection. */
  private tuple(items: readonly ConstantValue[]): number {
    const { h } = this.m;
    const owned = items.map((item) => this.constant(item));
    const count0 = h.memory[State.COUNT0]!;
    const o = makeTuple(this.m, owned);
    h.memory[State.COUNT0] = count0;
    if (o >= Static.FIRST_ALLOCATED && h.memory[o + Field.GC_NEXT] !== 0) untrack(h.memory, o);
    return o;
  }

  private frozenset(items: readonly ConstantValue[]): number {
    const { h } = this.m;
    const count0 = h.memory[State.COUNT0]!;
    const o = makeSet(this.m, Static.FROZENSET_TYPE);
    h.memory[State.COUNT0] = count0;
    for (const item of items) {
      const element = this.constant(item);
      addElement(h, o, element);
      decref(h, element);
    }
    return o;
  }
}

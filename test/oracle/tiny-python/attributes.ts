/** Attributes and methods: of instances, classes, built-in types, and of what is no object of the heap. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { createDict, item, setItem } from "../../../lib/dist/sim/objects/dict";
import { EXCEPTION } from "../../../lib/dist/sim/objects/exception";
import { FUNCTION } from "../../../lib/dist/sim/objects/function";
import { internedStr } from "../../../lib/dist/sim/objects/interned-str";
import { typeName } from "../../../lib/dist/sim/objects/type-name";
import { Static } from "../../../lib/sim/objects/static-object";
import { methodOf } from "./method";
import type { Arguments } from "./operand";
import { Operations } from "./operations";

/** Members of built-in types under the names that programs use. */
const members: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  [Static.CELL_TYPE]: { cell_contents: 0 },
  [Static.WEAKREF_TYPE]: { __callback__: 0 },
  [Static.TYPE_TYPE]: { __dict__: 0, __mro__: 1, __bases__: 2 },
  [Static.MODULE_TYPE]: { __dict__: 0 },
  [Static.FUNCTION_TYPE]: memberTable(FUNCTION.members, {
    func_code: "__code__",
    func_defaults: "__defaults__",
    func_kwdefaults: "__kwdefaults__",
    func_doc: "__doc__",
    func_dict: "__dict__",
    func_closure: "__closure__",
    func_annotations: "__annotations__",
  }),
  [Static.EXCEPTION_TYPE]: memberTable(EXCEPTION.members, {
    dict: "__dict__",
    args: "args",
    traceback: "__traceback__",
    cause: "__cause__",
    context: "__context__",
  }),
};

/** Where a built-in type keeps attributes that it does not know: the slot of a dict. */
const dictSlots: Readonly<Record<number, number>> = {
  [Static.TYPE_TYPE]: 0,
  [Static.MODULE_TYPE]: 0,
  [Static.FUNCTION_TYPE]: FUNCTION.members.indexOf("func_dict"),
  [Static.EXCEPTION_TYPE]: EXCEPTION.members.indexOf("dict"),
};

function memberTable(
  names: readonly string[],
  shown: Readonly<Record<string, string>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(shown).map(([name, as]) => [as, names.indexOf(name)]));
}

/** Values with attributes. Whatever takes a value gives up its reference, if not said otherwise. */
export abstract class Attributes extends Operations {
  abstract call(callee: PyObject, args: Arguments): PyObject;
  abstract callFunction(fn: PyObject, args: Arguments, fromStack?: boolean): PyObject;

  attribute(owner: PyObject, name: string): PyObject {
    const host = this.hostOf(owner);
    const named = host !== undefined && name === "__name__" ? this.text(host.name) : undefined;
    const found =
      named ?? host?.attributes?.[name]?.() ?? this.ownAttribute(owner, name) ?? this.bound(owner, name);
    if (found === undefined)
      throw new Error(`'${typeName(this.heap.state, owner.id)}' object has no attribute '${name}'`);
    this.heap.decref(owner);
    return found;
  }

  /** What the object itself has, one reference. The owner stays the caller's. */
  ownAttribute(owner: PyObject, name: string): PyObject | undefined {
    if (this.isInstance(owner)) {
      const found = name === "__dict__" ? this.instanceDict(owner) : this.heap.getattr(owner, name);
      return found && this.heap.taken(found.id);
    }
    if (name === "__name__" && this.heap.typeOf(owner) === Static.TYPE_TYPE)
      return this.text(this.classNameOf(owner));
    const member = members[this.heap.typeOf(owner)]?.[name];
    if (member !== undefined) return this.heap.taken(this.heap.slots(owner)[member] || Static.NONE);
    if (this.heap.typeOf(owner) === Static.TYPE_TYPE) {
      const found = this.classAttribute(owner.id, name);
      return found && this.heap.taken(found.id);
    }
    const dict = this.dictOf(owner);
    const value = dict === 0 ? 0 : item(this.heap.state, dict, internedStr(this.heap.state, name));
    return value === 0 ? undefined : this.heap.taken(value);
  }

  /** A method of the class, bound to the object. */
  private bound(owner: PyObject, name: string): PyObject | undefined {
    const method = this.isInstance(owner) ? this.classAttribute(this.heap.typeOf(owner), name) : undefined;
    if (method !== undefined) {
      const isFunction = this.heap.typeOf(method) === Static.FUNCTION_TYPE;
      return isFunction ? this.heap.boundMethod(method, owner) : this.heap.taken(method.id);
    }
    const builtin = methodOf(this, owner, name);
    if (builtin === undefined) return undefined;
    // CPython's bound built-in method holds its object; so does the name that programs have for it besides.
    return this.box({ name, call: builtin });
  }

  setAttribute(owner: PyObject, name: string, value: PyObject): void {
    const member = members[this.heap.typeOf(owner)]?.[name];
    if (name === "__dict__" && this.isInstance(owner)) this.heap.store(owner, this.dictSlot(owner), value);
    else if (this.isInstance(owner)) this.heap.setattr(owner, name, value);
    else if (member !== undefined) this.heap.store(owner, member, value);
    else {
      const { state } = this.heap;
      const key = internedStr(state, name);
      this.heap.doing(() => setItem(state, this.dictOf(owner) || this.newDict(owner), key, value.id));
    }
    for (const o of [value, owner]) this.heap.decref(o);
  }

  deleteAttribute(owner: PyObject, name: string): void {
    if (!this.heap.delattr(owner, name)) throw new Error(`There is no attribute ${name}.`);
    this.heap.decref(owner);
  }

  callMethod(owner: PyObject, name: string, args: () => Arguments): PyObject {
    const method = this.isInstance(owner) ? this.classAttribute(this.heap.typeOf(owner), name) : undefined;
    if (
      method !== undefined &&
      this.heap.typeOf(method) === Static.FUNCTION_TYPE &&
      !this.heap.getattr(owner, name)
    ) {
      this.heap.incref(method);
      const given = args();
      return this.call(method, { ...given, positional: [owner, ...given.positional] });
    }
    const builtin = this.hostOf(owner) === undefined ? methodOf(this, owner, name) : undefined;
    if (builtin === undefined) {
      const callee = this.attribute(owner, name);
      return this.call(callee, args());
    }
    const { positional, named } = args();
    const result = builtin(positional, named);
    for (const o of [...positional, ...named.values(), owner]) this.heap.decref(o);
    return result;
  }

  isInstance(o: PyObject): boolean {
    return this.heap.state.classes.has(this.heap.typeOf(o));
  }

  /** What a class or one of its bases has under a name, without a reference. */
  classAttribute(cls: number, name: string): PyObject | undefined {
    const { state } = this.heap;
    const key = internedStr(state, name);
    for (let next = cls; state.classes.has(next); ) {
      const [dict = 0, , , base = 0] = this.heap.slots(this.heap.seen(next) as PyObject);
      const value = dict === 0 ? 0 : item(state, dict, key);
      if (value !== 0) return this.heap.seen(value);
      next = base;
    }
    return undefined;
  }

  private classNameOf(cls: PyObject): string {
    return this.heap.state.classes.get(cls.id)?.name ?? "";
  }

  /** Up to 3.10 an instance keeps its attributes in a dict from the first one on. */
  private instanceDict(owner: PyObject): PyObject {
    const dict = this.heap.slots(owner)[this.dictSlot(owner)] ?? 0;
    if (dict === 0)
      throw new Error("The __dict__ of an instance without attributes is beyond the simulator.");
    return this.heap.seen(dict) as PyObject;
  }

  private dictSlot(owner: PyObject): number {
    const record = this.heap.state.classes.get(this.heap.typeOf(owner));
    if (record?.keepsDictObject === true) return record.slotCount;
    throw new Error("An instance's __dict__ is beyond the simulator from 3.11 on.");
  }

  private dictOf(owner: PyObject): number {
    const place = dictSlots[this.heap.typeOf(owner)];
    return place === undefined ? 0 : (this.heap.slots(owner)[place] ?? 0);
  }

  /** The dict that a function or exception gets with its first attribute. */
  private newDict(owner: PyObject): number {
    const place = dictSlots[this.heap.typeOf(owner)];
    if (place === undefined) throw new Error(`${owner} takes no attributes.`);
    const dict = this.heap.own(createDict(this.heap.state));
    this.heap.store(owner, place, dict);
    this.heap.decref(dict);
    return dict.id;
  }
}

/** The face of the heap: what containers, instances and names hold. */

import { BadArgumentError } from "../../errors";
import { deleteItem, item, setItem } from "../../objects/dict";
import { attribute, deleteAttribute, setAttribute } from "../../objects/instance";
import { dictOf } from "../../objects/instance-dict";
import { append, deleteListItem, deleteListSlice, pop, setListItem } from "../../objects/list";
import { bind, lookup, unbind } from "../../objects/namespace";
import { addElement, discardElement, hasElement } from "../../objects/set";
import { Static } from "../../objects/static-object";
import { typeName } from "../../objects/type-name";
import { requireType } from "../argument";
import { clear } from "../clear";
import { Field } from "../memory-map";
import type { PyObject } from "../py-object";
import { slot } from "../slot";
import { Making } from "./making";

/** Attributes, items, elements and names. */
export abstract class Holding extends Making {
  /** `o.name = value`. */
  setattr(o: PyObject, name: string, value: PyObject): void {
    requireType("setattr", "the name", name, "string");
    const [id, cls] = this.withClass(o, "setattr");
    const held = this.handles.idOf(value, "setattr");
    if (!cls.hasDict && cls.slotOf(name) < 0) {
      throw new BadArgumentError(
        `setattr: '${cls.name}' object has no attribute '${name}'. It has __slots__ only: ${cls.keys.join(", ")}.`,
      );
    }
    this.run("setattr", () => setAttribute(this.h, id, cls, name, held));
  }

  /** `o.name`, without taking a reference; undefined when there is no such attribute. */
  getattr(o: PyObject, name: string): PyObject | undefined {
    requireType("getattr", "the name", name, "string");
    const [id, cls] = this.withClass(o, "getattr");
    return this.handles.borrow(attribute(this.h, id, cls, name));
  }

  /** `del o.name`. @returns whether it was there. */
  delattr(o: PyObject, name: string): boolean {
    requireType("delattr", "the name", name, "string");
    const [id, cls] = this.withClass(o, "delattr");
    return this.run("delattr", () => deleteAttribute(this.h, id, cls, name));
  }

  /** `o.__dict__`, without taking a reference: made when it is asked for, if the instance has none yet. */
  dictOf(o: PyObject): PyObject {
    const [id, cls] = this.withClass(o, "dictOf");
    if (!cls.hasDict) throw new BadArgumentError(`dictOf: '${cls.name}' object has no attribute '__dict__'.`);
    return this.run("dictOf", () => this.handles.handle(dictOf(this.h, id, cls)));
  }

  /** `list.append(value)`. */
  append(list: PyObject, value: PyObject): void {
    const id = this.handles.idOfType(list, Static.LIST_TYPE, "append");
    const held = this.handles.idOf(value, "append");
    this.run("append", () => append(this.h, id, held));
  }

  /** `list.pop()`: the list's reference becomes yours; undefined when it is empty. */
  pop(list: PyObject): PyObject | undefined {
    const id = this.handles.idOfType(list, Static.LIST_TYPE, "pop");
    const popped = this.run("pop", () => pop(this.h, id));
    return popped === 0 ? undefined : this.handles.hold(popped);
  }

  /** `o[key] = value`: of a dict with a key object, of a list with an index. */
  setitem(o: PyObject, key: PyObject | number, value: PyObject): void {
    const held = this.handles.idOf(value, "setitem");
    if (typeof key === "number") {
      const [list, i] = this.listItem(o, key, "setitem");
      return this.run("setitem", () => setListItem(this.h, list, i, held));
    }
    const dict = this.handles.idOfType(o, Static.DICT_TYPE, "setitem");
    const keyId = this.hashable(key, "setitem");
    this.run("setitem", () => setItem(this.h, dict, keyId, held));
  }

  /** `o[key]`, without taking a reference; undefined when a dict has no such key. */
  getitem(o: PyObject, key: PyObject | number): PyObject | undefined {
    if (typeof key === "number") {
      const [list, i] = this.listItem(o, key, "getitem");
      return this.handles.borrow(slot(this.h, list, i));
    }
    const dict = this.handles.idOfType(o, Static.DICT_TYPE, "getitem");
    return this.handles.borrow(item(this.h, dict, this.hashable(key, "getitem")));
  }

  /** `del o[key]`. @returns whether it was there. */
  delitem(o: PyObject, key: PyObject | number): boolean {
    if (typeof key === "number") {
      const [list, i] = this.listItem(o, key, "delitem");
      this.run("delitem", () => deleteListItem(this.h, list, i));
      return true;
    }
    const dict = this.handles.idOfType(o, Static.DICT_TYPE, "delitem");
    const keyId = this.hashable(key, "delitem");
    return this.run("delitem", () => deleteItem(this.h, dict, keyId));
  }

  /** `del list[from:to:step]`. @param step - Above 0. */
  delslice(list: PyObject, from: number, to: number, step = 1): void {
    const id = this.handles.idOfType(list, Static.LIST_TYPE, "delslice");
    if (![from, to, step].every((bound) => Number.isInteger(bound) && bound >= 0) || step === 0) {
      throw new BadArgumentError(
        `delslice(${from}, ${to}, ${step}): it takes whole numbers from 0 on, and a step from 1 on.`,
      );
    }
    this.run("delslice", () => deleteListSlice(this.h, id, from, to, step));
  }

  /** `set.add(element)`. */
  add(set: PyObject, element: PyObject): void {
    const id = this.handles.idOfType(set, Static.SET_TYPE, "add");
    const elementId = this.hashable(element, "add");
    this.run("add", () => addElement(this.h, id, elementId));
  }

  /** `set.discard(element)`. @returns whether it was there. */
  discard(set: PyObject, element: PyObject): boolean {
    const id = this.handles.idOfType(set, Static.SET_TYPE, "discard");
    const elementId = this.hashable(element, "discard");
    return this.run("discard", () => discardElement(this.h, id, elementId));
  }

  /** `element in set`. */
  has(set: PyObject, element: PyObject): boolean {
    const id = this.handles.idOf(set, "has");
    const type = this.h.memory[id + Field.TYPE];
    if (type !== Static.FROZENSET_TYPE) this.handles.idOfType(set, Static.SET_TYPE, "has");
    return hasElement(this.h, id, this.hashable(element, "has"));
  }

  /** `container.clear()`: of a list, dict or set. */
  clear(container: PyObject): void {
    const id = this.handles.idOf(container, "clear");
    const type = this.h.memory[id + Field.TYPE]!;
    if (![Static.LIST_TYPE, Static.DICT_TYPE, Static.SET_TYPE].includes(type)) {
      throw new BadArgumentError(
        `clear does not work on a '${typeName(this.h, id)}' object: it takes a list, dict or set.`,
      );
    }
    this.run("clear", () => clear(this.h, id));
  }

  /** `name = value`, in the module `__main__`: the name takes a reference of its own. */
  bind(name: string, value: PyObject): void {
    requireType("bind", "the name", name, "string");
    const id = this.handles.idOf(value, "bind");
    this.run("bind", () => bind(this.h, this.main, name, id));
  }

  /** What a name stands for, without taking a reference; undefined when it is not bound. */
  lookup(name: string): PyObject | undefined {
    requireType("lookup", "the name", name, "string");
    return this.handles.borrow(lookup(this.h, this.main, name));
  }

  /** `del name`. @returns whether it was bound. */
  unbind(name: string): boolean {
    requireType("unbind", "the name", name, "string");
    return this.run("unbind", () => unbind(this.h, this.main, name));
  }

  private listItem(o: PyObject, i: number, operation: string): [list: number, i: number] {
    const list = this.handles.idOfType(o, Static.LIST_TYPE, operation);
    const length = this.h.memory[list + Field.LENGTH]!;
    if (Number.isInteger(i) && i >= 0 && i < length) return [list, i];
    throw new BadArgumentError(
      `${operation}: list index ${i} out of range. The list has ${length} items, numbered from 0.`,
    );
  }

  private hashable(key: PyObject, operation: string): number {
    const id = this.handles.idOf(key, operation);
    const type = this.h.memory[id + Field.TYPE]!;
    if (![Static.LIST_TYPE, Static.DICT_TYPE, Static.SET_TYPE].includes(type)) return id;
    throw new BadArgumentError(`${operation}: unhashable type: '${typeName(this.h, id)}'.`);
  }
}

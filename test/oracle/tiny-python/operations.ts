/** Operators, and what containers do. Whatever takes a value gives up its reference, if not said otherwise. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { Static } from "../../../lib/sim/objects/static-object";
import { Values } from "./values";

/** Values with operators. */
export abstract class Operations extends Values {
  /** `or` where `stopAt` is true, `and` where it is false. */
  choose(left: PyObject, stopAt: boolean, right: () => PyObject): PyObject {
    this.heap.incref(left);
    if (this.isTrue(left) === stopAt) return left;
    this.heap.decref(left);
    return right();
  }

  compare(sign: string, a: PyObject, b: PyObject): PyObject {
    const result = this.comparesAs(sign, a, b);
    for (const o of [b, a]) this.heap.decref(o);
    return this.bool(result);
  }

  private comparesAs(sign: string, a: PyObject, b: PyObject): boolean {
    if (sign === "is") return a.is(b);
    if (sign === "is not") return !a.is(b);
    if (sign === "in") return this.contains(b, a);
    if (sign === "not in") return !this.contains(b, a);
    if (sign === "==") return this.equal(a, b);
    if (sign === "!=") return !this.equal(a, b);
    const [x, y] = [Number(this.atomOf(a)), Number(this.atomOf(b))];
    return { "<": x < y, ">": x > y, "<=": x <= y, ">=": x >= y }[sign] ?? false;
  }

  private contains(container: PyObject, o: PyObject): boolean {
    if (this.isDict(container)) return this.heap.getitem(container, o) !== undefined;
    const text = this.atomOf(container);
    if (typeof text === "string") return text.includes(this.textOf(o));
    return this.itemsOf(container).some((item) => item.is(o) || this.equal(item, o));
  }

  private equal(a: PyObject, b: PyObject): boolean {
    if (a.is(b)) return true;
    const isPlain = (o: PyObject): boolean => this.atomOf(o) !== undefined || this.isContainer(o);
    return isPlain(a) && isPlain(b) && JSON.stringify(this.seen(a)) === JSON.stringify(this.seen(b));
  }

  binary(sign: string, a: PyObject, b: PyObject): PyObject {
    const result = this.isContainer(a) ? this.repeatedOrJoined(sign, a, b) : this.calculated(sign, a, b);
    for (const o of [b, a]) this.heap.decref(o);
    return result;
  }

  private repeatedOrJoined(sign: string, a: PyObject, b: PyObject): PyObject {
    const items = this.itemsOf(a);
    const all =
      sign === "+"
        ? [...items, ...this.itemsOf(b)]
        : Array(Number(this.atomOf(b)))
            .fill(items)
            .flat();
    return this.heap.typeOf(a) === Static.TUPLE_TYPE ? this.heap.tuple(all) : this.heap.list(all);
  }

  private calculated(sign: string, a: PyObject, b: PyObject): PyObject {
    const text = this.atomOf(a);
    if (typeof text === "string")
      return this.text(sign === "%" ? this.formatted(text, b) : text + this.textOf(b));
    const [x, y] = [Number(text), Number(this.atomOf(b))];
    const results: Record<string, number> = {
      "+": x + y,
      "-": x - y,
      "*": x * y,
      "%": ((x % y) + y) % y,
      "**": x ** y,
    };
    const result = results[sign];
    if (result === undefined) throw new Error(`Not understood: ${sign}`);
    return this.number(result);
  }

  /** `text % values`, for %d and %s. */
  private formatted(text: string, values: PyObject): string {
    const given = this.heap.typeOf(values) === Static.TUPLE_TYPE ? this.itemsOf(values) : [values];
    return text.replace(/%[ds]/g, () => String(this.seen(given.shift() as PyObject)));
  }

  /** `target += value`: a list changes in place. */
  augment(sign: string, target: PyObject, value: PyObject): PyObject {
    if (this.heap.typeOf(target) !== Static.LIST_TYPE) return this.binary(sign, target, value);
    if (sign !== "*" || this.atomOf(value) !== 0) throw new Error("Only l *= 0 is understood.");
    this.heap.clear(target);
    this.heap.decref(value);
    return target;
  }

  collection(kind: "list" | "tuple" | "set", items: readonly PyObject[]): PyObject {
    const made = this.heap[kind](items);
    for (const item of items) this.heap.decref(item);
    return made;
  }

  dict(entries: readonly (readonly [key: () => PyObject, value: () => PyObject])[]): PyObject {
    const held = entries.map(([key, value]) => [key(), value()] as const);
    const dict = this.heap.dict();
    for (const [key, value] of held) {
      this.heap.setitem(dict, key, value);
      for (const o of [value, key]) this.heap.decref(o);
    }
    return dict;
  }

  item(owner: PyObject, key: PyObject): PyObject {
    const found = this.isDict(owner)
      ? this.heap.getitem(owner, key)
      : this.itemsOf(owner).at(Number(this.atomOf(key)));
    if (found === undefined) throw new Error(`There is no item ${this.seen(key)}.`);
    this.heap.incref(found);
    for (const o of [key, owner]) this.heap.decref(o);
    return found;
  }

  setItem(owner: PyObject, key: PyObject, value: PyObject): void {
    this.heap.setitem(owner, this.isDict(owner) ? key : Number(this.atomOf(key)), value);
    for (const o of [key, owner, value]) this.heap.decref(o);
  }

  deleteItem(owner: PyObject, key: PyObject): void {
    this.heap.delitem(owner, this.isDict(owner) ? key : Number(this.atomOf(key)));
    for (const o of [key, owner]) this.heap.decref(o);
  }

  slice(owner: PyObject, [from, to]: readonly (number | undefined)[]): PyObject {
    const items = this.itemsOf(owner).slice(from, to);
    const made =
      this.heap.typeOf(owner) === Static.TUPLE_TYPE ? this.heap.tuple(items) : this.heap.list(items);
    this.heap.decref(owner);
    return made;
  }

  /** `l[:] = items`, the one form that is understood: `list_ass_slice` releases the old ones from the end. */
  setSlice(owner: PyObject, bounds: readonly (number | undefined)[], value: PyObject): void {
    const items = this.itemsOf(value);
    for (const item of items) this.heap.incref(item);
    this.deleteSlice(owner, bounds);
    for (const item of items) this.heap.append(owner, item);
    for (const o of [...items, value]) this.heap.decref(o);
  }

  deleteSlice(owner: PyObject, bounds: readonly (number | undefined)[]): void {
    const [from = 0, to = this.lengthOf(owner), step = 1] = bounds;
    this.heap.delslice(owner, from, to, step);
    this.heap.decref(owner);
  }

  /** The items of a sequence, each one reference. */
  unpack(value: PyObject): PyObject[] {
    const items = this.itemsOf(value);
    for (const item of items) this.heap.incref(item);
    this.heap.decref(value);
    return items;
  }

  /** What a loop goes through, each one reference. `all` is given up at the end of the loop, as its iterator is. */
  *each(all: PyObject): Generator<PyObject> {
    const text = this.atomOf(all);
    if (typeof text === "string") yield* [...text].map((character) => this.text(character));
    else if (this.isDict(all)) yield* this.taken(this.entriesOf(all).map(([key]) => key));
    else for (let i = 0; i < this.lengthOf(all); i++) yield* this.taken(this.itemsOf(all).slice(i, i + 1));
    this.heap.decref(all);
  }

  private taken(objects: readonly PyObject[]): readonly PyObject[] {
    for (const o of objects) this.heap.incref(o);
    return objects;
  }
}

/** Atoms, names of built-in things, and what the test reads of a value. */

import type { CountedFrom } from "../../../lib/dist/sim/heap/heap";
import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { keysOf, slotOfKey } from "../../../lib/dist/sim/objects/dict";
import { typeName } from "../../../lib/dist/sim/objects/type-name";
import { Static } from "../../../lib/sim/objects/static-object";
import type { Seen } from "../oracle-data";
import { OpenHeap } from "./open-heap";

/** Something that is no object of the heap: a function written in TypeScript, a type, a module of the library. */
export interface Host {
  readonly name: string;
  /** The arguments stay the caller's. The result is one reference. */
  readonly call?: (
    args: readonly PyObject[],
    named: ReadonlyMap<string, PyObject>,
    kinds: readonly CountedFrom[],
  ) => PyObject;
  readonly attributes?: Readonly<Record<string, () => PyObject>>;
}

/** Built-in types that are objects of the heap. */
const types: Readonly<Record<string, number>> = {
  object: Static.OBJECT_TYPE,
  int: Static.INT_TYPE,
  str: Static.STR_TYPE,
  tuple: Static.TUPLE_TYPE,
  list: Static.LIST_TYPE,
  dict: Static.DICT_TYPE,
  set: Static.SET_TYPE,
  frozenset: Static.FROZENSET_TYPE,
};

/** The largest number that the simulator takes; a program's larger ones are this one. */
const LARGEST = Number.MAX_SAFE_INTEGER;

const containers: readonly number[] = [
  Static.LIST_TYPE,
  Static.TUPLE_TYPE,
  Static.SET_TYPE,
  Static.FROZENSET_TYPE,
];

/** Values of one program: each is an object of its heap. */
export abstract class Values {
  readonly heap: OpenHeap;
  /** Up to 3.10 a caller's operand stack keeps the arguments of a call until it has ended. */
  readonly callerKeepsArguments: boolean;
  private readonly hosts = new Map<number, Host>();
  private readonly boxes = new Map<string, PyObject>();

  constructor(readonly version: string) {
    this.heap = new OpenHeap(version);
    this.callerKeepsArguments = Number(version.slice("3.".length)) < 11;
  }

  none(): PyObject {
    return this.heap.taken(Static.NONE);
  }

  bool(value: boolean): PyObject {
    return this.heap.taken(value ? Static.TRUE : Static.FALSE);
  }

  number(value: number): PyObject {
    return Number.isInteger(value) ? this.heap.int(Math.min(value, LARGEST)) : this.heap.float(value);
  }

  text(value: string): PyObject {
    return value === "" ? this.heap.str("") : this.heap.str(value);
  }

  /** A host as a value, always the same one for a name. It lies in a bytes object, which no collector looks at. */
  boxed(host: Host): PyObject {
    const known = this.boxes.get(host.name) ?? this.box(host);
    this.boxes.set(host.name, known);
    this.heap.incref(known);
    return known;
  }

  /** The same, a new one each time. It never dies. */
  box(host: Host): PyObject {
    const type = types[host.name];
    const box = type === undefined ? this.heap.bytes(0) : this.heap.taken(type);
    this.hosts.set(box.id, host);
    this.heap.incref(box);
    return box;
  }

  hostOf(o: PyObject): Host | undefined {
    return this.hosts.get(o.id);
  }

  /** The number or text of an atom, null for None; undefined for anything else. */
  atomOf(o: PyObject): number | string | boolean | null | undefined {
    if (o.id === Static.NONE) return null;
    const value = this.heap.state.payload.get(o.id);
    if (typeof value === "bigint" || value instanceof Uint8Array) return undefined;
    return this.heap.typeOf(o) === Static.BOOL_TYPE ? value === 1 : value;
  }

  /** Gives up the reference. */
  numberOf(o: PyObject): number {
    const value = Number(this.atomOf(o));
    this.heap.decref(o);
    if (Number.isNaN(value)) throw new Error("A number was expected.");
    return value;
  }

  textOf(o: PyObject): string {
    const value = this.atomOf(o);
    if (typeof value !== "string") throw new Error("A text was expected.");
    return value;
  }

  isContainer(o: PyObject): boolean {
    return containers.includes(this.heap.typeOf(o));
  }

  /** What a sequence or set holds, in order, without references. */
  itemsOf(o: PyObject): PyObject[] {
    const held = this.heap.slots(o).filter((id) => id !== 0 && id !== Static.SET_DUMMY);
    return held.map((id) => this.heap.seen(id) as PyObject);
  }

  /** Keys and values of a dict, without references. */
  entriesOf(dict: PyObject): [key: PyObject, value: PyObject][] {
    const slots = this.heap.slots(dict);
    return keysOf(this.heap.state, dict.id).map((key) => [
      this.heap.seen(key) as PyObject,
      this.heap.seen(slots[slotOfKey(this.heap.state, dict.id, key)] ?? 0) as PyObject,
    ]);
  }

  lengthOf(o: PyObject): number {
    const text = this.atomOf(o);
    if (typeof text === "string") return text.length;
    return this.isDict(o) ? this.entriesOf(o).length : this.itemsOf(o).length;
  }

  isDict(o: PyObject): boolean {
    return this.heap.typeOf(o) === Static.DICT_TYPE;
  }

  /** Gives up the reference. */
  isTrue(o: PyObject): boolean {
    const atom = this.atomOf(o);
    const isTrue =
      atom !== undefined ? Boolean(atom) : !(this.isContainer(o) || this.isDict(o)) || this.lengthOf(o) > 0;
    this.heap.decref(o);
    return isTrue;
  }

  /** What the test compares. */
  seen(o: PyObject): Seen {
    const atom = this.atomOf(o);
    if (atom !== undefined) return atom;
    if (this.isDict(o)) {
      return Object.fromEntries(
        this.entriesOf(o).map(([key, value]) => [this.textOf(key), this.seen(value)]),
      );
    }
    if (this.isContainer(o)) return this.itemsOf(o).map((item) => this.seen(item));
    return `<${typeName(this.heap.state, o.id)}>`;
  }
}

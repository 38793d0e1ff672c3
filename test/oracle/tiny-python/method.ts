/** Methods of built-in types, as far as the programs call them. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { Static } from "../../../lib/sim/objects/static-object";
import type { Operations } from "./operations";

/** The arguments stay the caller's, and so does the object. The result is one reference. */
export type Method = (args: readonly PyObject[], named: ReadonlyMap<string, PyObject>) => PyObject;

type Maker = (m: Operations, self: PyObject) => (...args: PyObject[]) => unknown;

const methods: Readonly<Record<number, Readonly<Record<string, Maker>>>> = {
  [Static.LIST_TYPE]: {
    append: (m, self) => (item) => m.heap.append(self, item as PyObject),
    clear: (m, self) => () => m.heap.clear(self),
    pop: (m, self) => (index) => {
      if (index === undefined) return m.heap.pop(self);
      const item = m.heap.getitem(self, Number(m.atomOf(index)));
      if (item !== undefined) m.heap.incref(item);
      m.heap.delitem(self, Number(m.atomOf(index)));
      return item;
    },
  },
  [Static.DICT_TYPE]: {
    clear: (m, self) => () => m.heap.clear(self),
    values: (m, self) => () => m.heap.list(m.entriesOf(self).map(([, value]) => value)),
    items: (m, self) => () => m.heap.list(m.entriesOf(self).map((entry) => m.heap.tuple(entry))),
    get: (m, self) => (key) => {
      const found = m.heap.getitem(self, key as PyObject);
      return found && m.heap.taken(found.id);
    },
    pop: (m, self) => (key) => {
      const found = m.heap.getitem(self, key as PyObject);
      if (found !== undefined) m.heap.incref(found);
      m.heap.delitem(self, key as PyObject);
      return found;
    },
    update: (m, self) => (other) => {
      for (const [key, value] of m.entriesOf(other as PyObject)) m.heap.setitem(self, key, value);
    },
  },
  [Static.SET_TYPE]: {
    add: (m, self) => (element) => m.heap.add(self, element as PyObject),
    discard: (m, self) => (element) => m.heap.discard(self, element as PyObject),
    clear: (m, self) => () => m.heap.clear(self),
  },
};

/** A method of a list, dict or set; undefined when it has none of that name. */
export function methodOf(m: Operations, self: PyObject, name: string): Method | undefined {
  const make = methods[m.heap.typeOf(self)]?.[name];
  if (make === undefined) return undefined;
  return (args) => {
    const result = make(m, self)(...args);
    return typeof result === "object" && result !== null ? (result as PyObject) : m.none();
  };
}

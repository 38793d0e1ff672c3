/** Built-in functions and modules, as far as the programs use them. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { typeName } from "../../../lib/dist/sim/objects/type-name";
import { createWeakref } from "../../../lib/dist/sim/objects/weakref-list";
import { Static } from "../../../lib/sim/objects/static-object";
import { gcModule } from "./gc-module";
import type { Machine } from "./machine";
import type { Host } from "./values";

type Call = NonNullable<Host["call"]>;

/** The built-in names. */
export function builtins(m: Machine): ReadonlyMap<string, Host> {
  const { heap } = m;
  const calls: Record<string, Call> = {
    len: ([o]) => m.number(m.lengthOf(o as PyObject)),
    range: (args) => {
      const [a = 0, b, step = 1] = args.map((o) => Number(m.atomOf(o)));
      const [from, to] = b === undefined ? [0, a] : [a, b];
      const count = Math.max(0, Math.ceil((to - from) / step));
      return m.collection(
        "list",
        Array.from({ length: count }, (_, i) => m.number(from + i * step)),
      );
    },
    str: ([o]) => m.text(String(m.seen(o as PyObject))),
    int: ([o]) => m.number(Number(m.seen(o as PyObject))),
    list: ([o]) => heap.list(o === undefined ? [] : m.itemsOf(o)),
    tuple: ([o]) => heap.tuple(o === undefined ? [] : m.itemsOf(o)),
    set: ([o]) => heap.set(o === undefined ? [] : m.itemsOf(o)),
    frozenset: ([o]) => heap.frozenset(o === undefined ? [] : m.itemsOf(o)),
    dict: (_, named) => {
      const dict = heap.dict();
      for (const [name, value] of named) {
        const key = m.text(name);
        heap.setitem(dict, key, value);
        heap.decref(key);
      }
      return dict;
    },
    type: ([o]) => typeOf(m, o as PyObject),
    id: ([o]) => m.number((o as PyObject).id),
    any: ([o]) => m.bool(m.itemsOf(o as PyObject).some((one) => m.isTrue(heap.taken(one.id)))),
    hasattr: ([o, name]) => {
      const found = m.ownAttribute(o as PyObject, m.textOf(name as PyObject));
      if (found !== undefined) heap.decref(found);
      return m.bool(found !== undefined);
    },
    getattr: ([o, name, otherwise]) => {
      const [owner, key] = [o as PyObject, m.textOf(name as PyObject)];
      const host = m.hostOf(owner);
      if (otherwise !== undefined && host !== undefined && host.attributes?.[key] === undefined) {
        return heap.taken(otherwise.id);
      }
      return m.attribute(heap.taken(owner.id), key);
    },
    setattr: ([o, name, value]) => {
      m.setAttribute(
        heap.taken((o as PyObject).id),
        m.textOf(name as PyObject),
        heap.taken((value as PyObject).id),
      );
      return m.none();
    },
    compile: () => m.code(),
    globals: () => heap.taken(heap.mainDict),
    sorted: ([o]) => heap.list(m.itemsOf(o as PyObject).sort((a, b) => (m.textOf(a) < m.textOf(b) ? -1 : 1))),
    print: (args) => {
      m.printed.push(args.map((o) => String(shown(m, o))).join(" "));
      return m.none();
    },
    zip: ([a, b]) => {
      const [first, second] = [m.itemsOf(a as PyObject), m.itemsOf(b as PyObject)];
      return m.collection(
        "list",
        first.map((o, i) => heap.tuple([o, second[i] as PyObject])),
      );
    },
  };
  for (const name of ["ValueError", "KeyError", "TypeError"]) calls[name] = (args) => heap.exception(args);
  calls.object = () => m.atom(Static.OBJECT_TYPE, 16);
  const names = [...Object.keys(calls), "Exception"];
  return new Map(names.map((name) => [name, { name, ...(calls[name] && { call: calls[name] }) }]));
}

/** A module that programs import. */
export function library(m: Machine, name: string): Host {
  const { heap } = m;
  const modules: Record<string, Record<string, Call>> = {
    gc: {},
    sys: {
      // A name goes on holding its object while the argument's own reference is given up for the question.
      getrefcount: ([o], _, [kind = "temporary"]) => {
        const asked = o as PyObject;
        if (kind === "temporary") return m.number(heap.getrefcount(asked, kind));
        heap.decref(asked);
        const count = heap.getrefcount(asked, kind);
        heap.incref(asked);
        return m.number(count);
      },
    },
    types: {
      CellType: ([o]) => heap.cell(o),
      MethodType: ([fn, self]) => heap.boundMethod(fn as PyObject, self as PyObject),
      ModuleType: ([text]) => heap.module(m.textOf(text as PyObject)),
    },
    weakref: {
      ref: ([o, callback]) => weakref(m, o as PyObject, callback),
      getweakrefs: ([o]) => heap.list(heap.getweakrefs(o as PyObject)),
      getweakrefcount: ([o]) => m.number(heap.getweakrefcount(o as PyObject)),
    },
  };
  if (name === "gc") return gcModule(m);
  return moduleHost(m, name, modules[name] ?? {});
}

/** A module whose functions are written in TypeScript. */
export function moduleHost(m: Machine, name: string, calls: Readonly<Record<string, Call>>): Host {
  const attributes = Object.entries(calls).map(
    ([key, call]) => [key, () => m.boxed({ name: `${name}.${key}`, call })] as const,
  );
  return { name, attributes: Object.fromEntries(attributes) };
}

function weakref(m: Machine, o: PyObject, callback: PyObject | undefined): PyObject {
  const { heap } = m;
  if (callback === undefined) return heap.weakref(o);
  const call = (ref: number): void => {
    heap.incref(callback);
    heap.decref(m.call(callback, { positional: [heap.taken(ref)], named: new Map(), kinds: [] }));
  };
  return heap.own(heap.doing(() => createWeakref(heap.state, o.id, call, callback.id)));
}

/** `type(o)`: a class of the program, or the built-in name. */
function typeOf(m: Machine, o: PyObject): PyObject {
  if (m.isInstance(o)) return m.heap.taken(m.heap.typeOf(o));
  const name = typeName(m.heap.state, o.id);
  const known = builtins(m).get(name) ?? { name };
  return m.boxed(known);
}

function shown(m: Machine, o: PyObject): unknown {
  const value = m.seen(o);
  return Array.isArray(value) ? `[${value.map((one) => `'${one}'`).join(", ")}]` : value;
}

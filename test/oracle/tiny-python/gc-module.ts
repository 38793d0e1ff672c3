/** The module gc of the programs: the simulator's, under Python's names. */

import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import { moduleHost } from "./builtin";
import type { Machine } from "./machine";
import type { Host } from "./values";

/** Each function asks the simulator; what it answers are objects of the heap. */
export function gcModule(m: Machine): Host {
  const { heap } = m;
  const { gc } = heap;
  const nothing = (body: () => void) => () => {
    body();
    return m.none();
  };
  const { attributes } = moduleHost(m, "gc", {
    collect: ([generation]) =>
      m.number(gc.collect(generation === undefined ? 2 : Number(m.atomOf(generation))).collected),
    enable: nothing(() => gc.enable()),
    disable: nothing(() => gc.disable()),
    freeze: nothing(() => gc.freeze()),
    unfreeze: nothing(() => gc.unfreeze()),
    get_freeze_count: () => m.number(gc.getFreezeCount()),
    set_debug: ([flags]) => {
      gc.setDebug({ saveAll: Number(m.atomOf(flags as PyObject)) !== 0 });
      return m.none();
    },
    get_count: () =>
      m.collection(
        "tuple",
        gc.getCount().map((count) => m.number(count)),
      ),
    get_objects: (_, named) => {
      const generation = named.get("generation");
      return heap.list(gc.getObjects(generation === undefined ? undefined : Number(m.atomOf(generation))));
    },
    get_referrers: (objects) => heap.list(gc.getReferrers(...objects)),
    get_referents: ([o]) => heap.list(gc.getReferents(o as PyObject)),
    is_tracked: ([o]) => m.bool(gc.isTracked(o as PyObject)),
    get_stats: () =>
      m.collection(
        "list",
        gc
          .getStats()
          .map((stats) =>
            m.dict(Object.entries(stats).map(([key, n]) => [() => m.text(key), () => m.number(n)])),
          ),
      ),
    // From 3.9 on.
    ...(m.version !== "3.8" && {
      is_finalized: ([o]: readonly PyObject[]) => m.bool(gc.isFinalized(o as PyObject)),
    }),
  });
  return {
    name: "gc",
    attributes: {
      ...attributes,
      DEBUG_SAVEALL: () => m.number(32),
      garbage: () => garbage(m),
      callbacks: () => m.boxed(callbacks(m)),
    },
  };
}

function garbage(m: Machine): PyObject {
  m.heap.gc.garbage;
  return m.heap.state.garbage === 0 ? m.heap.list() : m.heap.taken(m.heap.state.garbage);
}

/** The list gc.callbacks. What is appended stays there until clear(). */
function callbacks(m: Machine): Host {
  const { heap } = m;
  return moduleHost(m, "gc.callbacks", {
    append: ([callback]) => {
      const held = heap.taken((callback as PyObject).id);
      heap.gc.callbacks.push((phase, info) => {
        const told = m.dict(Object.entries(info).map(([key, n]) => [() => m.text(key), () => m.number(n)]));
        const positional = [m.text(phase), told];
        heap.incref(held);
        heap.decref(m.call(held, { positional, named: new Map(), kinds: [] }));
      });
      return m.none();
    },
    clear: () => {
      heap.gc.callbacks.length = 0;
      return m.none();
    },
  });
}

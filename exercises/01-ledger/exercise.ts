/** A ledger of references: which name refers to which object, and how many references each object has. */
export interface Ledger {
  /** The reference count of each living object. An object that is not in here has no references. */
  readonly refcnt: Map<string, number>;
  /** The object that each name refers to. */
  readonly names: Map<string, string>;
  /** What happened, in order: "incref cart 1", "decref cart 0", "dealloc cart". */
  readonly log: string[];
}

/** One more reference to the object. */
export function incref(ledger: Ledger, object: string): void {
  const count = ledger.refcnt.get(object) ?? 0;
  // TODO: count the new reference and log it.
  throw new Error(`TODO: incref ${object}, which has ${count} references`);
}

/** One reference fewer. An object whose last reference is gone is deallocated: it leaves the ledger. */
export function decref(ledger: Ledger, object: string): void {
  const count = ledger.refcnt.get(object) ?? 0;
  // TODO: take one reference away and log it; at 0, deallocate and log that too.
  throw new Error(`TODO: decref ${object}, which has ${count} references`);
}

/** The statement `name = object`. The name may refer to something already. */
export function bind(ledger: Ledger, name: string, object: string): void {
  const old = ledger.names.get(name);
  // TODO: let the name refer to the object, with the right counts, in the right order.
  throw new Error(`TODO: bind ${name} to ${object} instead of ${old}`);
}

/** The statement `del name`. */
export function del(ledger: Ledger, name: string): void {
  const object = ledger.names.get(name);
  // TODO: take the name away. What happens to the object?
  throw new Error(`TODO: del ${name}, which refers to ${object}`);
}

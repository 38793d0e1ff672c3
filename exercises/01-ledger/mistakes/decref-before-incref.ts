// Misconception: to rebind a name, first let go of the old object, then take the new one.

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
  const count = (ledger.refcnt.get(object) ?? 0) + 1;
  ledger.refcnt.set(object, count);
  ledger.log.push(`incref ${object} ${count}`);
}

/** One reference fewer. An object whose last reference is gone is deallocated: it leaves the ledger. */
export function decref(ledger: Ledger, object: string): void {
  const count = (ledger.refcnt.get(object) ?? 0) - 1;
  if (count < 0) throw new Error(`decref ${object}: its reference count would become ${count}`);
  ledger.log.push(`decref ${object} ${count}`);
  if (count > 0) ledger.refcnt.set(object, count);
  else {
    ledger.refcnt.delete(object);
    ledger.log.push(`dealloc ${object}`);
  }
}

/** The statement `name = object`. The name may refer to something already. */
export function bind(ledger: Ledger, name: string, object: string): void {
  const old = ledger.names.get(name);
  if (old !== undefined) decref(ledger, old);
  incref(ledger, object);
  ledger.names.set(name, object);
}

/** The statement `del name`. */
export function del(ledger: Ledger, name: string): void {
  const object = ledger.names.get(name);
  if (object === undefined) throw new Error(`name '${name}' is not defined`);
  ledger.names.delete(name);
  decref(ledger, object);
}

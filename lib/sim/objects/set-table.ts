/** The table of a set: which element stands where. Mirrors `set_add_entry` and `set_table_resize` in `Objects/setobject.c`. */

import type { DictKey } from "./hash";

/** `PySet_MINSIZE`: a small table lies inside the set object. */
export const SMALLEST_TABLE = 8;

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;

/** What is in one place of the table. A place where an element was taken out is a dummy. */
export interface Entry {
  readonly key: DictKey;
  readonly hash: bigint;
}

const DUMMY: Entry = { key: "", hash: -1n };

/** Places only: the elements themselves are in the set's slots, at the same places. */
export class SetTable {
  private entries: (Entry | undefined)[] = Array(SMALLEST_TABLE).fill(undefined);
  /** Places that are or were taken. */
  fill = 0;
  /** Elements. */
  used = 0;
  /** The last dummy that a search passed; -1 = none. */
  private dummyOnTheWay = -1;
  /** Where `pop` looks first. */
  finger = 0;

  /** Places of the table. */
  get size(): number {
    return this.entries.length;
  }

  /** The place of an element; -1 when it is not in the set. */
  find(key: DictKey, hash: bigint): number {
    const place = this.search(hash, key);
    return this.entries[place] === undefined ? -1 : place;
  }

  /**
   * Take a place for an element that is not in the set: the last dummy on the way to the first empty place, or that one.
   *
   * @returns the place.
   */
  add(key: DictKey, hash: bigint): number {
    const empty = this.search(hash, null);
    const place = this.dummyOnTheWay < 0 ? empty : this.dummyOnTheWay;
    if (place === empty) this.fill++;
    this.entries[place] = { key, hash };
    this.used++;
    return place;
  }

  /** Leave a dummy at the place of an element. */
  remove(place: number): void {
    this.entries[place] = DUMMY;
    this.used--;
  }

  /** The first place with an element, from `place` on; -1 when there is none. */
  next(place: number): number {
    for (let at = place; at < this.entries.length; at++) {
      const entry = this.entries[at];
      if (entry !== undefined && entry !== DUMMY) return at;
    }
    return -1;
  }

  /** What is known of the element at a place. */
  entryAt(place: number): Entry {
    return this.entries[place]!;
  }

  /** Is the table so full that it must be exchanged for a larger one, or will it be with so many more elements? */
  mustGrow(coming: number): boolean {
    return (this.fill + coming) * 5 >= (this.size - 1) * 3;
  }

  /** Are more than a quarter of the places dummies? */
  get hasManyDummies(): boolean {
    return this.fill - this.used > Math.floor((this.size - 1) / 4);
  }

  /** The number of elements that a table for what is there makes room for, when it grows by one more. */
  get room(): number {
    return this.used > 50_000 ? this.used * 2 : this.used * 4;
  }

  /** A table for more than `least` elements, with the same ones. @returns for each old place the new one; -1 where nothing was. */
  resize(least: number): readonly number[] {
    let size = SMALLEST_TABLE;
    while (size <= least) size *= 2;
    const old = this.entries;
    this.entries = Array(size).fill(undefined);
    this.fill = this.used;
    return old.map((entry) => {
      if (entry === undefined || entry === DUMMY) return -1;
      const place = this.search(entry.hash, null);
      this.entries[place] = entry;
      return place;
    });
  }

  /** An empty table takes over the places of one that is as large and has no dummies. */
  copy(other: SetTable): void {
    this.entries = [...other.entries];
    this.fill = other.fill;
    this.used = other.used;
  }

  /**
   * The place of the key, or the first empty one on the way; of null, the first empty one. The places to look at are a run
   * of neighbours, then a jump that depends on more and more of the hash.
   */
  private search(hash: bigint, key: DictKey | null): number {
    const { entries } = this;
    const mask = entries.length - 1;
    let low = Number(BigInt.asUintN(32, hash));
    let high = Number(BigInt.asUintN(32, hash >> 32n));
    let i = (low & mask) >>> 0;
    this.dummyOnTheWay = -1;
    for (;;) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let place = i; place <= last; place++) {
        const entry = entries[place];
        if (entry === undefined || (key !== null && entry.key === key && entry.hash === hash)) return place;
        if (entry === DUMMY) this.dummyOnTheWay = place;
      }
      low = ((low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT))) >>> 0;
      high >>>= PERTURB_SHIFT;
      i = ((Math.imul(i, 5) + 1 + low) & mask) >>> 0;
    }
  }
}

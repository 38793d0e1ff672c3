/** The table of a set: which element stands where. Mirrors `set_add_entry` and `set_table_resize` in `Objects/setobject.c`. */

import type { DictKey } from "./hash";

/** `PySet_MINSIZE`: a small table lies inside the set object. */
export const SMALLEST_TABLE = 8;

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;

/** What is in one place of the table. A place where an element was taken out is a dummy. */
interface Entry {
  readonly key: DictKey;
  readonly hash: bigint;
}

const DUMMY: Entry = { key: "", hash: -1n };

/** Places only: the elements themselves are in the set's slots, at the same places. */
export class SetTable {
  private entries: (Entry | undefined)[] = Array(SMALLEST_TABLE).fill(undefined);
  /** Places that are or were taken. */
  private fill = 0;
  /** Elements. */
  used = 0;

  /** Places of the table. */
  get size(): number {
    return this.entries.length;
  }

  /** The place of an element; -1 when it is not in the set. */
  find(key: DictKey, hash: bigint): number {
    for (const place of this.probes(hash)) {
      const entry = this.entries[place];
      if (entry === undefined) return -1;
      if (entry.hash === hash && entry.key === key) return place;
    }
    return -1;
  }

  /** Take a place for an element that is not in the set. @returns the place. */
  add(key: DictKey, hash: bigint): number {
    const place = this.firstEmpty(hash);
    this.entries[place] = { key, hash };
    this.fill++;
    this.used++;
    return place;
  }

  /** Leave a dummy at the place of an element. */
  remove(place: number): void {
    this.entries[place] = DUMMY;
    this.used--;
  }

  /** Is the table so full that it must be exchanged for a larger one? */
  get mustGrow(): boolean {
    return this.fill * 5 >= (this.size - 1) * 3;
  }

  /** A larger table with the same elements. @returns for each old place the new one; -1 where nothing was. */
  grow(): readonly number[] {
    const least = this.used > 50_000 ? this.used * 2 : this.used * 4;
    let size = SMALLEST_TABLE;
    while (size <= least) size *= 2;
    const old = this.entries;
    this.entries = Array(size).fill(undefined);
    this.fill = this.used;
    return old.map((entry) => {
      if (entry === undefined || entry === DUMMY) return -1;
      const place = this.firstEmpty(entry.hash);
      this.entries[place] = entry;
      return place;
    });
  }

  private firstEmpty(hash: bigint): number {
    for (const place of this.probes(hash)) if (this.entries[place] === undefined) return place;
    return -1;
  }

  /** The places to look at, in order: a run of neighbours, then a jump that depends on more and more of the hash. */
  private *probes(hash: bigint): Generator<number> {
    const mask = BigInt(this.size - 1);
    let perturb = hash;
    let i = hash & mask;
    for (;;) {
      const first = Number(i);
      const last = first + LINEAR_PROBES <= Number(mask) ? first + LINEAR_PROBES : first;
      for (let place = first; place <= last; place++) yield place;
      perturb >>= PERTURB_SHIFT;
      i = (i * 5n + 1n + perturb) & mask;
    }
  }
}

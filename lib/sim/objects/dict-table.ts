/** The key table of a dict: where each key stands, and how large the table is. Mirrors `PyDictKeysObject`. */

import type { DictKeyRules } from "../profile/profile";
import type { DictKey } from "./hash";

/** `PyDict_MINSIZE`. */
const SMALLEST_TABLE = 8;

const POINTER_BYTES = 8;

/** One dict's keys. Entries are numbered in order of insertion; a deleted one leaves a hole until the table is resized. */
export class DictTable {
  readonly index: Map<DictKey, number> = new Map();
  private places = SMALLEST_TABLE;
  /** Only str keys so far: entries need no room for the hash. */
  private unicode = true;
  /** Has every key that was ever put in been a str (`DK_IS_UNICODE`, up to 3.10 `dk_lookup`)? */
  onlyStr = true;
  /** Are the keys shared with the instances of a class (a split table)? Then the dict itself holds only values. */
  split: boolean;

  constructor(
    private readonly rules: DictKeyRules,
    split = false,
  ) {
    this.split = split;
  }

  /** `USABLE_FRACTION`: entries that the table has room for, holes included. */
  get usable(): number {
    return Math.floor((this.places * 2) / 3);
  }

  /** Does the table have to be rebuilt before another key, the `entries`-th, can be put in? */
  mustRebuild(entries: number, isStr: boolean): boolean {
    const { entryBytes, strEntryBytes } = this.rules;
    return entries >= this.usable || (this.unicode && !isStr && strEntryBytes < entryBytes);
  }

  /** Room for three times as many keys (`GROWTH_RATE`); the holes are gone. A key that is no str needs larger entries. */
  rebuild(isStr: boolean): void {
    const least = this.index.size * 3;
    this.places = least === 0 ? SMALLEST_TABLE : this.rules.leastPlacesOnResize;
    while (this.places < least) this.places *= 2;
    this.unicode &&= isStr;
    this.split = false;
  }

  /** Bytes of the table, or of the values alone when the keys are shared. Source: `_PyDict_KeysSize`. */
  get bytes(): number {
    if (this.split) return this.usable * POINTER_BYTES;
    const { headBytes, strEntryBytes, entryBytes } = this.rules;
    const indexBytes =
      this.places <= 256 ? this.places : this.places <= 65_536 ? this.places * 2 : this.places * 4;
    return headBytes + indexBytes + this.usable * (this.unicode ? strEntryBytes : entryBytes);
  }
}

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
  /** Entries that were used up since the table was made, holes and those at the end that are free again included. */
  private spent = 0;
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

  /** Does the table have to be rebuilt before another key can be put in? */
  mustRebuild(isStr: boolean): boolean {
    const { entryBytes, strEntryBytes } = this.rules;
    return this.spent >= this.usable || (this.unicode && !isStr && strEntryBytes < entryBytes);
  }

  /** A key stands at an entry that has never been used. */
  addKey(key: DictKey, entry: number): void {
    this.index.set(key, entry);
    this.spent++;
  }

  /** Room for three times as many keys (`GROWTH_RATE`); the holes are gone. A key that is no str needs larger entries. */
  rebuild(isStr: boolean): void {
    this.resize(this.index.size * 3, this.unicode && isStr);
  }

  /** Room for so many keys (`estimate_log2_keysize`); the holes are gone. */
  reserve(keys: number, onlyStr: boolean): void {
    this.resize(Math.floor((keys * 3 + 1) / 2), onlyStr);
  }

  /** The same table once more, holes included (`clone_combined_dict_keys`). */
  clone(): DictTable {
    const table = new DictTable(this.rules, this.split);
    for (const [key, entry] of this.index) table.index.set(key, entry);
    table.places = this.places;
    table.spent = this.spent;
    table.unicode = this.unicode;
    table.onlyStr = this.onlyStr;
    return table;
  }

  /** Only str keys so far: entries need no room for the hash (`DK_IS_UNICODE`). */
  get isUnicode(): boolean {
    return this.unicode;
  }

  /** Would a table of half the size be too small for its keys? */
  get isTight(): boolean {
    return this.places === SMALLEST_TABLE || Math.floor(this.places / 3) < this.index.size;
  }

  /** A new table for what is there (`dictresize`). */
  private resize(least: number, unicode: boolean): void {
    this.places = this.placesFor(least);
    this.spent = this.index.size;
    this.unicode = unicode;
    this.split = false;
  }

  /** The least power of two, from 8 on; later `calculate_log2_keysize`, which gives 16 for less than 8 as well. */
  private placesFor(least: number): number {
    if (this.rules.leastPlacesOnResize > SMALLEST_TABLE) return powerAbove(((least | 8) - 1) | 7);
    return least <= SMALLEST_TABLE ? SMALLEST_TABLE : powerAbove(least - 1);
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

/** The smallest power of two that is larger. */
function powerAbove(n: number): number {
  return 2 ** (32 - Math.clz32(n));
}

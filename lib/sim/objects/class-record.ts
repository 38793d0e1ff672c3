/** What a class knows of its instances: the shared keys of their attributes, and the size of the next one. */

import type { HeapState } from "../heap/heap-state";
import { addShape } from "../heap/shape";
import type { InstanceLayout } from "../profile/profile";

/** `SHARED_KEYS_MAX_SIZE`: the room for attribute names that a new class starts with. */
const SHARED_KEYS = 30;

/**
 * One class. Attribute names are shared by its instances, in order of first assignment on any of them
 * (`ht_cached_keys`); the name's position is the slot of its value.
 */
export class ClassRecord {
  readonly keys: string[] = [];
  private readonly slots = new Map<string, number>();
  /** `dk_usable`: room for further names. Each new instance takes one away while more than one is left. */
  private usable = SHARED_KEYS;
  /** The number of the next instance's shape. */
  shape = 0;
  /** Will the next instance's size be the same as the last one's? */
  settled = false;

  constructor(
    readonly id: number,
    readonly name: string,
    private readonly layout: InstanceLayout,
  ) {}

  /** The slot of an attribute's value, or -1 when no instance ever had the attribute. */
  slotOf(key: string): number {
    return this.slots.get(key) ?? -1;
  }

  /** Add a name to the shared keys. It must not be there yet. @returns its slot. */
  addKey(key: string): number {
    // Simplified: real CPython gives an instance a dict of its own when the shared keys are full; here the
    // name is shared all the same, and only the sizes stay what they were.
    if (this.usable > 0) this.usable--;
    this.settled = false;
    this.slots.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }

  /**
   * Set `shape` for the instance that is about to be made, and lower the room for names.
   * Source: `_PyInlineValuesSize`, `init_inline_values`, `shared_keys_usable_size` in `Objects/dictobject.c`.
   */
  measureNext(h: HeapState): void {
    const { capacityShrinks, extraValues, headBytes, values, valuesPrefixBytes } = this.layout;
    const shrinks = this.usable > 1;
    if (shrinks && capacityShrinks === "before") this.usable--;
    const capacity = this.keys.length + this.usable;
    if (shrinks && capacityShrinks === "after") this.usable--;
    const valueBytes = ((capacity + valuesPrefixBytes + 7) & ~7) + 8 * (capacity + extraValues);
    this.shape = addShape(h, {
      type: this.id,
      length: this.keys.length,
      layout: 0,
      blockBytes: values === "inline" ? headBytes + valueBytes : headBytes,
      storageBytes: values === "inline" ? 0 : valueBytes,
    });
    this.settled = !shrinks;
  }
}

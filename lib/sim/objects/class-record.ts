/** What a class knows of its instances: the shared keys of their attributes, and the size of the next one. */

import type { HeapState, ProgramCode } from "../heap/heap-state";
import { Layout } from "../heap/memory-map";
import { addShape } from "../heap/shape";
import type { InstanceLayout } from "../profile/profile";

/** `SHARED_KEYS_MAX_SIZE`: the room for attribute names that a new class starts with. */
const SHARED_KEYS = 30;

/** What the class statement says of instances. */
export interface InstanceRules {
  /** Names of `__slots__`, as an instance holds them: those of the derived class first, each class's sorted. */
  readonly slots: readonly string[];
  /** Have instances a `__dict__`, inline or not? Not with `__slots__` alone. */
  readonly hasDict: boolean;
  /** Can they be weakly referenced? Not with `__slots__` alone. */
  readonly hasWeaklist: boolean;
  /** `__del__`, its own or inherited. */
  readonly finalizer?: ProgramCode | undefined;
  /** `__hash__`, its own or inherited; absent: the address. */
  readonly hash?: ((o: number) => number) | undefined;
}

/** Who must know when what it remembers of a class is no longer so. */
export interface ClassWatcher {
  /** An attribute got a name that no instance had before. */
  keyAdded(key: string): void;
  /** Its dict is about to be emptied by the collector. */
  cleared(): void;
  /** It is dying. */
  died(): void;
}

/**
 * One class. Attribute names are shared by its instances, in order of first assignment on any of them
 * (`ht_cached_keys`); behind the slots, the name's position is the slot of its value.
 */
export class ClassRecord {
  /** All names, `__slots__` first. */
  readonly keys: string[];
  private readonly slots = new Map<string, number>();
  /** The same without `__slots__`: a name can be in both, and an instance's dict shows only the attribute. */
  private readonly shared: Map<string, number>;
  /** `dk_usable`: room for further names. Each new instance with values takes one away while more than one is left. */
  private usable = SHARED_KEYS;
  /** The number of the next instance's shape. */
  shape = 0;
  /** Will the next instance's size be the same as the last one's? */
  settled = false;
  /** The weak reference to this class by which its base knows it, and the dict of those to its own subclasses. */
  registration = 0;
  subclasses = 0;
  /** `ht_slots`: the tuple of its own `__slots__`, sorted. 0 = it has none. */
  slotNames = 0;
  /** Told of what happens to the class, by an interpreter. */
  watcher: ClassWatcher | null = null;
  /** The shapes of instances whose layout a built-in base decides, by their size. */
  readonly nativeShapes: Map<number, number> = new Map();
  private lateFinalizer: ProgramCode | undefined = undefined;
  /** Up to 3.10: do the dicts of new instances share their keys, and which, in which order? */
  sharesKeys = true;
  private readonly dictKeys: string[] = [];

  constructor(
    readonly id: number,
    readonly name: string,
    private readonly layout: InstanceLayout,
    private readonly rules: InstanceRules,
  ) {
    this.keys = [...rules.slots];
    this.shared = rules.slots.length === 0 ? this.slots : new Map<string, number>();
    this.keys.forEach((key, i) => {
      this.slots.set(key, i);
    });
  }

  /** `tp_finalize`. */
  get finalizer(): ProgramCode | undefined {
    return this.lateFinalizer ?? this.rules.finalizer;
  }

  /** Instances that are made from now on have a finalizer, though the class statement said nothing of it. */
  giveFinalizer(code: ProgramCode): void {
    this.lateFinalizer = code;
    this.settled = false;
    this.nativeShapes.clear();
  }

  /** `tp_hash`, where the program has written one. */
  get hash(): ((o: number) => number) | undefined {
    return this.rules.hash;
  }

  get hasWeaklist(): boolean {
    return this.rules.hasWeaklist;
  }

  /** Are attributes other than those of `__slots__` allowed? */
  get hasDict(): boolean {
    return this.rules.hasDict;
  }

  /**
   * Do instances keep their attributes in a dict object of their own? Inline values are there only when nothing else is
   * (`type_ready_managed_dict`).
   */
  get keepsDictObject(): boolean {
    const { values } = this.layout;
    return this.rules.hasDict && (values === "dict" || (values === "inline" && this.slotCount > 0));
  }

  /** How many names are `__slots__`. */
  get slotCount(): number {
    return this.rules.slots.length;
  }

  /** The `position`-th of the shared keys. */
  keyAt(position: number): string {
    return this.keys[this.slotCount + position]!;
  }

  /** `shared_keys_usable_size`: for how many values an instance or dict that is made now has room. */
  get capacity(): number {
    return this.keys.length - this.slotCount + this.usable;
  }

  /** The slot of an attribute's value, or -1 when no instance ever had the attribute. */
  slotOf(key: string): number {
    return this.slots.get(key) ?? -1;
  }

  /** The same for an attribute that is no `__slots__`. */
  sharedSlotOf(key: string): number {
    return this.shared.get(key) ?? -1;
  }

  /** Add a name to the shared keys (`insert_split_key`). It must not be there yet. @returns its slot; -1 when there is no room. */
  addKey(key: string): number {
    if (this.usable <= 0) return -1;
    this.usable--;
    this.settled = false;
    const i = this.keys.push(key) - 1;
    this.shared.set(key, i);
    if (!this.slots.has(key)) this.slots.set(key, i);
    this.watcher?.keyAdded(key);
    return i;
  }

  /** Is `name` the `position`-th of the keys that instance dicts share? Added when it is the first new one. */
  isNextKey(position: number, name: string): boolean {
    if (position === this.dictKeys.length && !this.dictKeys.includes(name)) this.dictKeys.push(name);
    return this.dictKeys[position] === name;
  }

  /**
   * Set `shape` for the instance that is about to be made, and lower the room for names.
   * Source: `_PyInlineValuesSize`, `init_inline_values`, `shared_keys_usable_size` in `Objects/dictobject.c`.
   */
  measureNext(h: HeapState): void {
    const { hasDict, slots } = this.rules;
    const hasValues = hasDict && !this.keepsDictObject;
    const { capacityShrinks, values } = this.layout;
    const shrinks = hasValues && this.usable > 1;
    if (shrinks && capacityShrinks === "before") this.usable--;
    const valueBytes = hasValues ? this.valueBytes(this.capacity) : 0;
    if (shrinks && capacityShrinks === "after") this.usable--;
    this.shape = addShape(h, {
      type: this.id,
      length: this.keepsDictObject ? slots.length + 1 : this.keys.length,
      layout: this.finalizer === undefined ? 0 : Layout.FINALIZER,
      blockBytes: this.headBytes + (values === "inline" ? valueBytes : 0),
      storageBytes: values === "inline" ? 0 : valueBytes,
    });
    this.settled = !shrinks;
  }

  /** Bytes of an array of so many values (`values_size_from_count`). */
  valueBytes(capacity: number): number {
    const { extraValues, valuesPrefixBytes } = this.layout;
    return ((capacity + valuesPrefixBytes + 7) & ~7) + 8 * (capacity + extraValues);
  }

  /** Bytes of an instance without its attribute values. */
  get headBytes(): number {
    const { headBytes, slottedHeadBytes } = this.layout;
    return (this.rules.hasDict ? headBytes : slottedHeadBytes) + 8 * this.rules.slots.length;
  }
}

/** What the machine knows of a type, built-in or made by a class statement. Mirrors `PyTypeObject`. */

import type { ClassRecord } from "../../sim/objects/class-record";
import type { ConstructorPlan } from "./constructor-plan";
import type { NativeType, Slots } from "./native-type";

/** One type. */
export interface TypeObject {
  readonly id: number;
  /** `__name__`, `__qualname__`, `__module__`. */
  name: string;
  qualname: string;
  readonly module: string;
  /** Borrowed; the type itself first, `object` last. */
  readonly mro: readonly TypeObject[];
  /** `__bases__`; none of `object`. */
  readonly bases: readonly TypeObject[];
  /** Direct subclasses that are alive, in order of creation. */
  readonly subclasses: Set<TypeObject>;
  /** The first native type of the mro: the layout of its instances. */
  readonly native: NativeType;
  /** Of a class made by the program: what the heap knows of its instances. */
  readonly record: ClassRecord | null;
  /** Attributes of a built-in type: static objects by name. A class has its dict on the heap instead. */
  readonly attributes: Map<string, number>;
  /** Inherited ones included; those of a class call its special methods. */
  slots: Slots;
  /** Changes with every change of the type or a type that it inherits from; never the same for two types. */
  version: number;
  /** What the mro has for a name, since the version began: borrowed, 0 = nothing. By interned str. */
  readonly found: Map<number, number>;
  /** How the loop itself can make an instance, since the version began; null = it cannot, undefined = not asked yet. */
  plan: ConstructorPlan | null | undefined;
}

/** The state of a simulated interpreter. Functions of the other files read and write it. Mirrors `PyInterpreterState`, `PyThreadState`. */

import { HeapState, type ProgramCode } from "../../sim/heap/heap-state";
import { createNamespace, type Namespace } from "../../sim/objects/namespace";
import { placeStaticObject, Static } from "../../sim/objects/static-object";
import type { EvaluationRules } from "../../sim/profile/evaluation-rules";
import type { Profile } from "../../sim/profile/profile";
import type { TypeObject } from "../objects/type-object";
import { finalizeGenerator } from "./finalize-generator";
import type { Frame } from "./frame";
import { HandledException, topmostHandled } from "./handled";
import type { Host } from "./host";
import { MOST_NESTED } from "./recursion";
import { NO_VERSION } from "./version-table";
import type { LineWatch } from "./watcher";

/** Words of the stack: 1,000 frames of ordinary size, and room for large ones. */
const STACK_WORDS = 1 << 20;

/** One interpreter with one thread, on a heap of its own. */
export class Machine {
  readonly h: HeapState;
  readonly rules: EvaluationRules;
  /** Slots and operands of all frames. Entries are references that are counted. */
  readonly stack: Int32Array = new Int32Array(STACK_WORDS);
  /** The innermost frame; null outside of any call. */
  frame: Frame | null = null;
  /** Frames that have been left, for the next calls. */
  readonly spareFrames: Frame[] = [];
  /** Calls under way, as `sys.setrecursionlimit` counts them. */
  depth = 0;
  recursionLimit = 1000;
  /** Loops that run inside of native code that the loop outside has called. */
  nested = 0;
  /** So many of them: one more is a RecursionError. Whoever gives Node a larger stack may raise it. */
  mostNested: number = MOST_NESTED;
  /** Instructions executed since the start, about, and when the host is asked the next time. */
  instructions = 0;
  nextCheck = 0;
  /** The lines of each source file that tracebacks may show, by file name. */
  readonly sources: Map<string, readonly string[]> = new Map();
  /** The version of each type that an instruction remembers something of: see version-table.ts. */
  versions: Int32Array = new Int32Array(1 << 13).fill(NO_VERSION);
  /** Somebody watches the program instruction by instruction; null costs next to nothing. */
  watch: LineWatch | null = null;
  /** The pending exception, owned; 0 = none. */
  error = 0;
  /** What the running code handles: its own, or the innermost generator's (`tstate->exc_info`). */
  handling: HandledException = new HandledException();
  /** What the heap calls when a generator dies that may be suspended. */
  readonly closesGenerator: ProgramCode = (gen) => finalizeGenerator(this, gen);
  /** Every type, by its object. */
  readonly types: Map<number, TypeObject> = new Map();
  /** Built-in types and exceptions by name, borrowed. */
  readonly typeNames: Map<string, number> = new Map();
  /** The last version that a type got. */
  typeVersion = 0;
  /** Modules that have been imported, borrowed from `sys.modules`. */
  readonly modules: Map<string, number> = new Map();
  /** The dict `sys.modules`, which the interpreter holds besides the module `sys`; 0 before the built-ins are there. */
  moduleDict = 0;
  /** The module `sys`; null before the built-ins are there. */
  sys: Namespace | null = null;
  readonly builtins: Namespace;
  readonly main: Namespace;
  readonly notImplemented: number;
  readonly ellipsis: number;

  constructor(
    readonly profile: Profile,
    readonly host: Host,
  ) {
    this.h = new HeapState(profile);
    this.h.interpreted = true;
    this.rules = profile.evaluation;
    this.builtins = createNamespace(this.h, "builtins");
    this.main = createNamespace(this.h, "__main__", this.builtins);
    this.notImplemented = placeStaticObject(this.h, Static.OBJECT_TYPE);
    this.ellipsis = placeStaticObject(this.h, Static.OBJECT_TYPE);
  }

  /** The exception that is being handled, borrowed; 0 = none (`exc_info`). */
  get handled(): number {
    return topmostHandled(this.handling);
  }
}

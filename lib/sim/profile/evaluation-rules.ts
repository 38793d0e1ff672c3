/** In what the evaluation of a program differs from one version line to another: who holds a reference, and until when. */

/** Source: `Python/ceval.c`, `Python/compile.c`, `Objects/frameobject.c`. */
export interface EvaluationRules {
  readonly compiler: CompilerRules;
  readonly calls: CallRules;
  readonly exceptions: ExceptionRules;
  readonly classes: ClassRules;
  readonly builtins: BuiltinRules;
  readonly containers: ContainerRules;
  readonly atoms: AtomRules;
  readonly texts: TextRules;
}

/** What the compiler leaves in a code object. */
export interface CompilerRules {
  /** A name in code that can never run is a local variable all the same. */
  readonly countsDeadNames: boolean;
  /** List, set and dict comprehensions run in the frame of their function (PEP 709). */
  readonly inlinesComprehensions: boolean;
  /** A parameter that inner functions use keeps its slot: the cell takes its place there. Else cells follow the locals. */
  readonly cellsTakeParameterSlot: boolean;
  /** `a, b = x, y` with slots of the frame stores the last one first (`apply_static_swaps`). */
  readonly swapsLocalStores: boolean;
  /** `"%s" % (x,)` is compiled as an f-string (`optimize_format`). */
  readonly joinsPercentFormats: boolean;
  /** A literal of one letter is the object that `chr` gives for it. */
  readonly sharesLetters: boolean;
}

/** Calls of Python functions. */
export interface CallRules {
  /** The frame takes the arguments over; else the caller's stack holds them until the call is over. */
  readonly calleeOwnsArguments: boolean;
  /** The same for `f(*args)`: the tuple of arguments goes before the call begins; else it holds them until the call is over. */
  readonly calleeOwnsUnpacked: boolean;
  /**
   * `C(...)` with a Python `__init__` takes its arguments over from the second run of the instruction on
   * (`CALL_ALLOC_AND_ENTER_INIT`); else a tuple holds them besides the stack until the call is over.
   */
  readonly specialisesConstructors: boolean;
  /** Built-in types that take their arguments from the stack (`tp_vectorcall`); others get them in a tuple. */
  readonly vectorcallTypes: readonly string[];
  /** Operands of a finished call of something else: the callable first ("upwards"), or last. */
  readonly releasesOperands: "upwards" | "downwards";
  /** The slots of a frame that ends: the first one first, or the last one. */
  readonly releasesSlots: "forward" | "backward";
  /** A generator that is closed where no `try` surrounds its `yield` is cleared without running. */
  readonly closesWithoutRunning: boolean;
  /** Messages name a built-in method with its type: `list.append()`; else without it. */
  readonly qualifiesMethods: boolean;
  /** A generator that was never started gets GeneratorExit when it is closed; else it is over, and keeps its arguments. */
  readonly closesUnstarted: boolean;
  /** `frame.clear()` of a suspended generator closes it; else it is an error. */
  readonly clearsSuspendedFrames: boolean;
  /** Depth of native calls that count as calls of the program: `RecursionError` comes earlier with them. */
  readonly nativeCallsCount: boolean;
}

/** Exceptions. */
export interface ExceptionRules {
  /** A handler holds the traceback besides the exception (`exc_info` has three parts). */
  readonly handlerHoldsTraceback: boolean;
  /** `AttributeError` keeps the object (`obj`), `NameError` the name. */
  readonly errorsKeepObject: boolean;
  /** `except ... as e`: `e` is unbound first, and the exception leaves the stack after that; else while `e` is bound to None. */
  readonly popsAfterUnbinding: boolean;
  /** `add_note` exists (PEP 678). */
  readonly hasNotes: boolean;
  /** An `AttributeError` of a store keeps the object too. */
  readonly storesKeepObject: boolean;
}

/** Classes and what stands in them. */
export interface ClassRules {
  /** A static or class method takes over attributes of its function, which makes a dict for it; it can be called (bpo-43682). */
  readonly methodsCopyAttributes: boolean;
  readonly propertyBytes: number;
}

/** Built-in functions and modules. */
export interface BuiltinRules {
  /** `sum` of floats keeps what rounding loses (gh-100425). */
  readonly sumCompensates: boolean;
  /** `min` and `max` get their arguments as a tuple, which the collector counts. */
  readonly extremesTakeTuple: boolean;
  /** `gc.is_finalized` exists (bpo-39322). */
  readonly hasIsFinalized: boolean;
  /** The types of weak references are named as the module `weakref` has them: `ReferenceType`; else `weakref`. */
  readonly namesWeakrefTypes: boolean;
  /** The dead proxy's repr says so; else it tells of None. */
  readonly proxyTellsDeath: boolean;
}

/** Lists, dicts and the like. */
export interface ContainerRules {
  /** A search compares what is looked for with each item, in that order; else each item with it (bpo-37648). */
  readonly needleIsLeft: boolean;
  /** `a | b` of dicts (PEP 584). */
  readonly dictsMerge: boolean;
  /** `zip(..., strict=True)` (PEP 618). */
  readonly zipIsStrict: boolean;
  /** The iterator of a str of ASCII characters has a type of its own, `str_ascii_iterator`. */
  readonly asciiIteratorType: boolean;
  /** A slice has a hash (gh-101264). */
  readonly slicesAreHashable: boolean;
  /** A list sort takes equal items into a falling run, turns it and goes on from there (gh-116554). */
  readonly sortExtendsFallingRun: boolean;
  /** `reversed(list)` holds the list until it dies itself; else until the first item is out. */
  readonly reversedKeepsList: boolean;
}

/** Numbers, strs and their formats. */
export interface AtomRules {
  /** A width with a leading 0 fills a str with zeros; else it asks for an alignment that a str does not have (bpo-27772). */
  readonly zeroFillsStr: boolean;
  /** Format specs have the option `z` (PEP 682). */
  readonly formatsHaveZ: boolean;
  /** The hash of NaN comes from its address (bpo-43475); else it is 0. */
  readonly nanHashIsAddress: boolean;
  /** `hash(None)`; null: it comes from the address. */
  readonly noneHash: number | null;
}

/** Words of error messages that differ. `{0}`, `{1}` stand for names. */
export interface TextRules {
  /** A wrong call names the function by its `__qualname__`; else by its `__name__`. */
  readonly qualifiesFunctions: boolean;
  /** How the last line of a traceback names the class of an exception: always with its module, or without `__main__`. */
  readonly uncaughtName: "module and name" | "module and qualname" | "qualname";
  readonly unboundLocal: string;
  readonly unboundFree: string;
  readonly recursion: string;
  readonly recursionInComparison: string;
  readonly maxOfEmpty: string;
  readonly minOfEmpty: string;
  readonly intModuloByZero: string;
  readonly noEnter: string;
  readonly noEnterError: "AttributeError" | "TypeError";
  readonly noAttributeToSet: string;
  readonly unsetSlot: string;
  readonly badPrintKeyword: string;
  readonly badIntArgument: string;
  readonly badIntegerArgument: string;
  readonly badPercentD: string;
  readonly badFloatArgument: string;
  readonly floatFloorByZero: string;
  readonly floatModuloByZero: string;
  /** {0} is the limit, in digits. */
  readonly tooManyDigits: string;
  /** {0} is the type of the index. */
  readonly badStrIndex: string;
  /** `"".{1}({0})`, where {0} is the type of what is looked for. */
  readonly badSearchedStr: string;
  readonly badFormatSpec: string;
  readonly spaceInStrFormat: string;
  readonly twoCommasInFormat: string;
  /** `pow(a, b, c)` of types {0}, {1}, {2}. */
  readonly badPowArguments: string;
  readonly badStrArguments: string;
  readonly badIsinstance: string;
  readonly badIssubclass: string;
  /** Of `getattr` and `hasattr`, which are {0}; {1} is the type of the name. */
  readonly badAttributeName: string;
  readonly badIterCallable: string;
  readonly listSliceNeedsIterable: string;
  readonly emptyRange: string;
  readonly enumerateOfNothing: string;
  /** `int[0]`. */
  readonly typeNotSubscriptable: string;
  /** `del o.x`, `del C.x` of what is not there: {0} is the type of `o`, or `C`. */
  readonly noAttributeToDelete: string;
  readonly noClassAttributeToDelete: string;
  /** Attribute {0} of the built-in type {1}. */
  readonly immutableType: string;
  /** Property {1} of an object of type {0}: its text, and that of a property that does not know its name. */
  readonly noGetter: readonly [named: string, nameless: string];
  readonly noSetter: readonly [named: string, nameless: string];
  readonly noDeleter: readonly [named: string, nameless: string];
  /** The first argument of `super` has the type {0}. */
  readonly badSuperType: string;
  /** The second argument of `super` {0} does not fit to the type {1}. */
  readonly badSuperObject: string;
  /** The bases are {0}. */
  readonly noMro: string;
  /** The exception {0} does not take the keyword {1}. */
  readonly badExceptionKeyword: string;
  /** A method of a built-in type without anything to be called on: method {1} of type {0}. */
  readonly unboundMethod: string;
}

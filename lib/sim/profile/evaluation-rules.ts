/** In what the evaluation of a program differs from one version line to another: who holds a reference, and until when. */

/** Source: `Python/ceval.c`, `Python/compile.c`, `Objects/frameobject.c`. */
export interface EvaluationRules {
  readonly compiler: CompilerRules;
  readonly calls: CallRules;
  readonly exceptions: ExceptionRules;
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
  /** A literal of one letter is the object that `chr` gives for it. */
  readonly sharesLetters: boolean;
}

/** Calls of Python functions. */
export interface CallRules {
  /** The frame takes the arguments over; else the caller's stack holds them until the call is over. */
  readonly calleeOwnsArguments: boolean;
  /** Operands of a finished call of something else: the callable first ("upwards"), or last. */
  readonly releasesOperands: "upwards" | "downwards";
  /** The slots of a frame that ends: the first one first, or the last one. */
  readonly releasesSlots: "forward" | "backward";
  /** A generator that is closed where no `try` surrounds its `yield` is cleared without running. */
  readonly closesWithoutRunning: boolean;
  /** Depth of native calls that count as calls of the program: `RecursionError` comes earlier with them. */
  readonly nativeCallsCount: boolean;
}

/** Exceptions. */
export interface ExceptionRules {
  /** A handler holds the traceback besides the exception (`exc_info` has three parts). */
  readonly handlerHoldsTraceback: boolean;
  /** `AttributeError` keeps the object (`obj`), `NameError` the name. */
  readonly errorsKeepObject: boolean;
  /** `except ... as e`: the exception leaves the stack before `e` is unbound; else while `e` is bound to None. */
  readonly unbindsAfterPop: boolean;
}

/** Words of error messages that differ. `{0}`, `{1}` stand for names. */
export interface TextRules {
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
  readonly badStrArguments: string;
  readonly badIsinstance: string;
}

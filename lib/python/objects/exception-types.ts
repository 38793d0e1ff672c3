/** The built-in exceptions. Mirrors the hierarchy in `Objects/exceptions.c`. */

import { Static } from "../../sim/objects/static-object";
import type { EvaluationRules } from "../../sim/profile/evaluation-rules";
import { exceptionAttributes, exceptionSlots, ownAttributes } from "./exception-slots";
import { traceMethods } from "./exception-trace";
import type { NativeType } from "./native-type";

/** Each class with those that inherit from it, in CPython's order. */
interface Family {
  readonly [name: string]: Family;
}

const families: Family = {
  Exception: {
    ArithmeticError: { FloatingPointError: {}, OverflowError: {}, ZeroDivisionError: {} },
    AssertionError: {},
    AttributeError: {},
    BufferError: {},
    EOFError: {},
    ImportError: { ModuleNotFoundError: {} },
    LookupError: { IndexError: {}, KeyError: {} },
    MemoryError: {},
    NameError: { UnboundLocalError: {} },
    OSError: {
      BlockingIOError: {},
      ChildProcessError: {},
      ConnectionError: {
        BrokenPipeError: {},
        ConnectionAbortedError: {},
        ConnectionRefusedError: {},
        ConnectionResetError: {},
      },
      FileExistsError: {},
      FileNotFoundError: {},
      InterruptedError: {},
      IsADirectoryError: {},
      NotADirectoryError: {},
      PermissionError: {},
      ProcessLookupError: {},
      TimeoutError: {},
    },
    ReferenceError: {},
    RuntimeError: { NotImplementedError: {}, RecursionError: {} },
    StopAsyncIteration: {},
    StopIteration: {},
    SyntaxError: { IndentationError: { TabError: {} } },
    SystemError: {},
    TypeError: {},
    ValueError: {
      UnicodeError: { UnicodeDecodeError: {}, UnicodeEncodeError: {}, UnicodeTranslateError: {} },
    },
    Warning: {
      BytesWarning: {},
      DeprecationWarning: {},
      FutureWarning: {},
      ImportWarning: {},
      PendingDeprecationWarning: {},
      ResourceWarning: {},
      RuntimeWarning: {},
      SyntaxWarning: {},
      UnicodeWarning: {},
      UserWarning: {},
    },
  },
  GeneratorExit: {},
  KeyboardInterrupt: {},
  SystemExit: {},
};

/** `BaseException` and all others, each behind its base. */
export function exceptionTypes(rules: EvaluationRules): readonly NativeType[] {
  return [
    {
      name: "BaseException",
      subclassable: true,
      createsSubclasses: true,
      addsMembers: true,
      slots: exceptionSlots,
      methods: traceMethods(rules),
      attributes: exceptionAttributes,
    },
    ...typesOf("BaseException", families, rules),
  ];
}

/**
 * Simplified: `OSError` has `args` alone, no `errno` and `filename`; the Unicode errors have none of their members either.
 */
function typesOf(base: string, family: Family, rules: EvaluationRules): NativeType[] {
  return Object.entries(family).flatMap(([name, inheriting]) => [
    {
      name,
      base,
      subclassable: true,
      createsSubclasses: true,
      ...(name === "Exception" ? { id: Static.EXCEPTION_TYPE } : {}),
      ...ownAttributes(name, rules),
    },
    ...typesOf(name, inheriting, rules),
  ]);
}

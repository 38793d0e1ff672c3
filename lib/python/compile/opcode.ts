/** The instructions: names, arguments and effects are those of CPython 3.11 (`Python/bytecodes.c`, `dis`), on every profile. */

/**
 * An instruction is four words of `Code.instructions`: opcode, argument, and two words in which the loop remembers what it
 * found there before (`_Py_CODEUNIT` with its inline cache). Jump targets are absolute, counted in words.
 */
export const WORDS_PER_INSTRUCTION = 4;

/** What an instruction does. `n`, `i` = its argument; the stack grows to the right. */
export const enum Op {
  NOP,
  /** Start of a call, and where a generator goes on: a check of the eval breaker. */
  RESUME,
  POP_TOP,
  /** Push the n-th from the top, 1 = the top itself. */
  COPY,
  /** Exchange the top with the n-th from the top. */
  SWAP,
  PUSH_NULL,
  LOAD_CONST,
  /** Slots of the frame: locals, then cells, then free variables (`co_localsplus`). */
  LOAD_FAST,
  STORE_FAST,
  DELETE_FAST,
  /** Put a cell in the place of what the slot holds: its contents are that value, or nothing for NULL. */
  MAKE_CELL,
  COPY_FREE_VARS,
  LOAD_CLOSURE,
  LOAD_DEREF,
  STORE_DEREF,
  DELETE_DEREF,
  LOAD_CLASSDEREF,
  /** i = index in `names`. */
  LOAD_NAME,
  STORE_NAME,
  DELETE_NAME,
  /** i = index in `names`, without the NULL flag of 3.11: PUSH_NULL comes before, where a call follows. */
  LOAD_GLOBAL,
  STORE_GLOBAL,
  DELETE_GLOBAL,
  LOAD_ATTR,
  STORE_ATTR,
  DELETE_ATTR,
  /** object -- method, self | NULL, value. */
  LOAD_METHOD,
  UNARY_POSITIVE,
  UNARY_NEGATIVE,
  UNARY_NOT,
  UNARY_INVERT,
  /** n = a {@link BinaryOp}, plus {@link INPLACE}. */
  BINARY_OP,
  /** n = a {@link CompareOp}. */
  COMPARE_OP,
  IS_OP,
  CONTAINS_OP,
  BINARY_SUBSCR,
  STORE_SUBSCR,
  DELETE_SUBSCR,
  BUILD_SLICE,
  BUILD_TUPLE,
  BUILD_LIST,
  BUILD_SET,
  BUILD_MAP,
  BUILD_STRING,
  LIST_TO_TUPLE,
  LIST_APPEND,
  LIST_EXTEND,
  SET_ADD,
  SET_UPDATE,
  MAP_ADD,
  DICT_UPDATE,
  DICT_MERGE,
  /** n: bits 0-1 the conversion (0 none, 1 str, 2 repr, 3 ascii), bit 2: a format spec is on the stack. */
  FORMAT_VALUE,
  UNPACK_SEQUENCE,
  /** n = items before the starred name, plus 256 times those behind it. */
  UNPACK_EX,
  GET_ITER,
  /** iterator -- iterator, item; or -- (and a jump) when it is exhausted. */
  FOR_ITER,
  /** No check of the eval breaker. The way back in `yield from` is one too (JUMP_BACKWARD_NO_INTERRUPT of 3.11). */
  JUMP_FORWARD,
  /** A check of the eval breaker, from 3.12 on a point where a collection may run. */
  JUMP_BACKWARD,
  /** Jumps on a condition go forward only; where CPython 3.11 jumps back, one jumps over a JUMP_BACKWARD. */
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  JUMP_IF_FALSE_OR_POP,
  JUMP_IF_TRUE_OR_POP,
  /** The names of the next CALL's keyword arguments: constant i, a tuple. */
  KW_NAMES,
  /** method | NULL, self | callable, n arguments -- result. PRECALL of 3.11 is part of it. */
  CALL,
  /** NULL, callable, positional tuple or iterable, [dict if n & 1] -- result. */
  CALL_FUNCTION_EX,
  /** Flags as CPython's: 1 defaults tuple, 2 kwdefaults dict, 4 annotations tuple, 8 closure tuple; then the code. */
  MAKE_FUNCTION,
  LOAD_BUILD_CLASS,
  RETURN_VALUE,
  LOAD_ASSERTION_ERROR,
  RAISE_VARARGS,
  RERAISE,
  PUSH_EXC_INFO,
  POP_EXCEPT,
  CHECK_EXC_MATCH,
  BEFORE_WITH,
  WITH_EXCEPT_START,
  IMPORT_NAME,
  IMPORT_FROM,
  SETUP_ANNOTATIONS,
  RETURN_GENERATOR,
  YIELD_VALUE,
  GET_YIELD_FROM_ITER,
  /** receiver, value -- receiver, yielded; or -- result (and a jump) when the receiver has ended. */
  SEND,
  /**
   * A comprehension that 3.12 and later inline: load the slot, or NULL when it is unbound, and leave it unbound. What was
   * loaded goes back by STORE_FAST, which stores NULL there as well; MAKE_CELL makes a cell of the slot in between.
   */
  LOAD_FAST_AND_CLEAR,
}

/** Names as `dis` prints them, by opcode. */
export const opcodeNames: readonly string[] = [
  "NOP",
  "RESUME",
  "POP_TOP",
  "COPY",
  "SWAP",
  "PUSH_NULL",
  "LOAD_CONST",
  "LOAD_FAST",
  "STORE_FAST",
  "DELETE_FAST",
  "MAKE_CELL",
  "COPY_FREE_VARS",
  "LOAD_CLOSURE",
  "LOAD_DEREF",
  "STORE_DEREF",
  "DELETE_DEREF",
  "LOAD_CLASSDEREF",
  "LOAD_NAME",
  "STORE_NAME",
  "DELETE_NAME",
  "LOAD_GLOBAL",
  "STORE_GLOBAL",
  "DELETE_GLOBAL",
  "LOAD_ATTR",
  "STORE_ATTR",
  "DELETE_ATTR",
  "LOAD_METHOD",
  "UNARY_POSITIVE",
  "UNARY_NEGATIVE",
  "UNARY_NOT",
  "UNARY_INVERT",
  "BINARY_OP",
  "COMPARE_OP",
  "IS_OP",
  "CONTAINS_OP",
  "BINARY_SUBSCR",
  "STORE_SUBSCR",
  "DELETE_SUBSCR",
  "BUILD_SLICE",
  "BUILD_TUPLE",
  "BUILD_LIST",
  "BUILD_SET",
  "BUILD_MAP",
  "BUILD_STRING",
  "LIST_TO_TUPLE",
  "LIST_APPEND",
  "LIST_EXTEND",
  "SET_ADD",
  "SET_UPDATE",
  "MAP_ADD",
  "DICT_UPDATE",
  "DICT_MERGE",
  "FORMAT_VALUE",
  "UNPACK_SEQUENCE",
  "UNPACK_EX",
  "GET_ITER",
  "FOR_ITER",
  "JUMP_FORWARD",
  "JUMP_BACKWARD",
  "POP_JUMP_IF_FALSE",
  "POP_JUMP_IF_TRUE",
  "POP_JUMP_IF_NONE",
  "POP_JUMP_IF_NOT_NONE",
  "JUMP_IF_FALSE_OR_POP",
  "JUMP_IF_TRUE_OR_POP",
  "KW_NAMES",
  "CALL",
  "CALL_FUNCTION_EX",
  "MAKE_FUNCTION",
  "LOAD_BUILD_CLASS",
  "RETURN_VALUE",
  "LOAD_ASSERTION_ERROR",
  "RAISE_VARARGS",
  "RERAISE",
  "PUSH_EXC_INFO",
  "POP_EXCEPT",
  "CHECK_EXC_MATCH",
  "BEFORE_WITH",
  "WITH_EXCEPT_START",
  "IMPORT_NAME",
  "IMPORT_FROM",
  "SETUP_ANNOTATIONS",
  "RETURN_GENERATOR",
  "YIELD_VALUE",
  "GET_YIELD_FROM_ITER",
  "SEND",
  "LOAD_FAST_AND_CLEAR",
];

/** Arguments of BINARY_OP. */
export const enum BinaryOp {
  ADD,
  SUBTRACT,
  MULTIPLY,
  TRUE_DIVIDE,
  FLOOR_DIVIDE,
  REMAINDER,
  POWER,
  AND,
  OR,
  XOR,
  LSHIFT,
  RSHIFT,
}

/** Added to the argument of BINARY_OP for `+=` and the like. */
export const INPLACE = 16;

/** Arguments of COMPARE_OP (`Py_LT` ...). */
export const enum CompareOp {
  LT,
  LE,
  EQ,
  NE,
  GT,
  GE,
}

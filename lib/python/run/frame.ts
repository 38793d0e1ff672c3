/** One call of Python code under way. Mirrors `_PyInterpreterFrame`. */

import type { CodeObject } from "../objects/code-object";

/** Where the result of a call goes when its frame ends. */
export const enum ResultGoes {
  /** On the stack of the calling frame. */
  TO_CALLER,
  /** Out of the loop, to native code that called. */
  TO_NATIVE,
  /** Nowhere: it must be None, and `instance` goes on the caller's stack instead (`__init__`). */
  INSTANCE,
  /** Nowhere: a generator that a `for` steps has ended, and with it the loop. */
  ENDS_LOOP,
  /** In place of the generator that SEND steps: it has ended. */
  ENDS_SEND,
}

/** Its slots and operands are in `Machine.stack`, from `base` on; they hold references, 0 = NULL. */
export class Frame {
  /** The instruction that is being executed: an index into `code.instructions`. It goes on with the next one. */
  pc: number = START;
  /** The first slot. */
  base = 0;
  /** The first free place of the operand stack. */
  top = 0;
  back: Frame | null = null;
  /** The line that execution has come to, while somebody watches. */
  line = 0;
  /** The dict that names are stored in, when they are no slots: module and class bodies. Owned; 0 = none. */
  locals = 0;
  /** The frame object, when somebody has asked for it. Owned; 0 = none. */
  object = 0;
  /** The generator whose frame this is, borrowed; 0 = none. */
  generator = 0;
  resultGoes: ResultGoes = ResultGoes.TO_CALLER;
  /** See {@link ResultGoes.INSTANCE}. Owned. */
  instance = 0;
  /** What native code between the caller and this call holds until it is over: a tuple of the arguments. Owned; 0 = nothing. */
  held = 0;
  /** The same: references that it holds in an array. */
  copies: readonly number[] | null = null;
  /** The first operand of the call that the caller's stack holds until the call is over; -1 = none. */
  operands = -1;

  /**
   * @param func - The function, owned from 3.11 on, before that borrowed from the caller; 0 for the code of a module.
   * @param globals - A dict, borrowed from the function, or from the module for its code.
   */
  constructor(
    public code: CodeObject,
    public func: number,
    public globals: number,
    readonly builtins: number,
  ) {}

  /** Make it a new frame of the same interpreter. It has been left, and nobody keeps it. */
  reuse(code: CodeObject, func: number, globals: number): void {
    this.code = code;
    this.func = func;
    this.globals = globals;
    this.pc = START;
    this.resultGoes = ResultGoes.TO_CALLER;
    this.operands = -1;
    this.copies = null;
  }

  /** The end of its part of the stack: native code that it calls puts the next frame there. */
  get limit(): number {
    const { code } = this.code;
    return this.base + code.slotCount + code.maxStack;
  }
}

/** `Frame.pc` before the first instruction. */
export const START = -4;

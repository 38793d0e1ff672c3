/** What the compiler has to know of a version. */

import type { CompilerRules, ExceptionRules } from "../../sim/profile/evaluation-rules";

/** Rules that the compiler reads beyond {@link CompilerRules}; left out, they are those of CPython 3.11. */
interface OtherRules {
  /** At the end of `except ... as e`, `e` is unbound first and the exception leaves the stack after (3.8). */
  readonly popsAfterUnbinding?: ExceptionRules["popsAfterUnbinding"];
}

export type CompileRules = CompilerRules & OtherRules;

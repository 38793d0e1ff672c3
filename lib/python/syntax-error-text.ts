/** A syntax error as CPython shows it. Mirrors `print_error_text` in `Python/pythonrun.c`. */

import type { PythonSyntaxError } from "./syntax-error";

/** Place, line, a caret, and the message; each line ends with a newline. */
export function syntaxErrorText({ column, file, line, message, text, type }: PythonSyntaxError): string {
  const source = text.trimStart();
  const caret = " ".repeat(Math.max(0, column - (text.length - source.length)));
  const shown = source === "" ? "" : `    ${source.trimEnd()}\n    ${caret}^\n`;
  return `  File "${file}", line ${line}\n${shown}${type}: ${message}\n`;
}

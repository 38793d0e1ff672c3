/** `sys.excepthook`: tells of an exception that nobody has caught. */

import { makeNone } from "../../objects/make-atom";
import type { NativeDefinition } from "../../objects/native-type";
import type { Machine } from "../../run/machine";
import { tracebackText } from "../../run/traceback-text";

/**
 * Type, value and traceback; the last two belong together.
 *
 * Simplified: a function that a program puts in its place is not asked when the program ends.
 */
export const excepthookFunctions: readonly NativeDefinition[] = [
  { name: "excepthook", least: 3, call: (m, [, value = 0]) => excepthook(m, value) },
];

function excepthook(m: Machine, value: number): number {
  m.host.writeError(tracebackText(m, value));
  return makeNone(m);
}

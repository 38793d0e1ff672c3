/** The first cell tells the reader what to expect, always in the same shape. */

import type { LintRule } from "../rule";

const parts: readonly (readonly [RegExp, string])[] = [
  [/^# \S/, 'a title, "# ..." in its first line'],
  [/\?(?:\s|[*_]|$)/m, "the question that the notebook answers"],
  [/\b\d+ minutes\b/, 'how long it takes, as "25 minutes"'],
  [/\bCPython 3\.\d+/, 'the version that is modelled, as "CPython 3.13"'],
];

export const rule: LintRule = ({ cells: [first] }) => {
  if (first?.cell_type !== "markdown")
    return [
      { cell: 1, message: "The first cell is not prose. Start with title, question, minutes and version." },
    ];
  const missing = parts.filter(([pattern]) => !pattern.test(first.source));
  return missing.map(([, what]) => ({ cell: 1, message: `The first cell does not give ${what}. Add it.` }));
};

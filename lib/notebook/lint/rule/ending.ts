/** The last three sections are always the same. */

import { type LintRule, proseCells } from "../rule";

const sections: readonly string[] = ["Recap", "What the model left out", "Your turn"];

export const rule: LintRule = (notebook) => {
  const headings = proseCells(notebook).flatMap(({ cell }) =>
    [...cell.source.matchAll(/^## (.+)$/gm)].map((match) => match[1]?.trim()),
  );
  const last = headings.slice(-sections.length);
  if (last.join("\n") === sections.join("\n")) return [];
  const expected = sections.map((section) => `"## ${section}"`).join(", ");
  const found = last.length === 0 ? "none" : last.map((heading) => `"${heading}"`).join(", ");
  return [{ message: `The last sections must be ${expected}; found ${found}.` }];
};

/** Every cell has an id of its own, so that a change to it is a small diff. */

import { type LintRule, numbered } from "../rule";

/** Source: nbformat 4.5's schema, "cell_id". */
const wellFormed = /^[a-zA-Z0-9_-]{1,64}$/;

export const rule: LintRule = (notebook) => {
  const ids = notebook.cells.map(({ id }) => id);
  return numbered(notebook).flatMap(({ cell: { id }, number }) => {
    if (id === undefined || !wellFormed.test(id))
      return [
        { cell: number, message: "The cell has no id of 1 to 64 letters, digits, - or _. Give it one." },
      ];
    const before = ids.indexOf(id) + 1;
    return before === number
      ? []
      : [{ cell: number, message: `The cell has the same id as cell ${before}, "${id}". Give it another.` }];
  });
};

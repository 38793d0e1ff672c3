/** A notebook that is read in one sitting has 30 to 60 cells. */

import type { LintRule } from "../rule";

export const rule: LintRule = ({ cells }) =>
  cells.length >= 30 && cells.length <= 60
    ? []
    : [{ message: `The notebook has ${cells.length} cells; 30 to 60 is the guide.`, advice: true }];

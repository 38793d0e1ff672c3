/** Each notebook shows one failure on purpose: it teaches the message. */

import { hasTag } from "../../notebook";
import { codeCells, type LintRule } from "../rule";

export const rule: LintRule = (notebook) =>
  codeCells(notebook).some(({ cell }) => hasTag(cell, "raises-exception"))
    ? []
    : [
        {
          message:
            "No cell fails on purpose. Add one, tag it raises-exception, and say what its message means.",
        },
      ];

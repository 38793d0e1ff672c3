/** A function keeps the `let` of its own cell; an assignment in a later cell changes another variable of that name. */

import { bareCode } from "../bare-code";
import { codeCells, type LintRule } from "../rule";

export const rule: LintRule = (notebook) => {
  const cells = codeCells(notebook).map(({ cell, number }) => ({ number, code: bareCode(cell.source) }));
  return cells.flatMap(({ number, code }, index) =>
    capturedNames(code).flatMap((name) => {
      const later = cells.slice(index + 1).find((cell) => assigns(cell.code, name));
      return later === undefined
        ? []
        : [
            {
              cell: later.number,
              message: `"${name}" is assigned here, but the function in cell ${number} keeps its own. Hold the state in an object.`,
            },
          ];
    }),
  );
};

/** Names that the cell declares with `let` and mentions in or after its first function. */
function capturedNames(code: string): string[] {
  const functions = code.slice(Math.max(0, code.search(/\bfunction\b|=>/)));
  const declared = [...code.matchAll(/^let\s+([^;\n]+)/gm)].flatMap(([, list]) =>
    [...(list ?? "").matchAll(/(?:^|,)\s*([A-Za-z_$][\w$]*)/g)].map((match) => match[1] ?? ""),
  );
  if (!/\bfunction\b|=>/.test(code)) return [];
  return declared.filter((name) => word(name).test(functions.replace(/^let\s.*$/gm, "")));
}

function assigns(code: string, name: string): boolean {
  const w = word(name).source;
  const declaresAgain = new RegExp(String.raw`\b(?:let|const|var)\s+[^;\n=]*${w}`).test(code);
  return (
    !declaresAgain &&
    new RegExp(String.raw`${w}\s*(?:=(?![=>])|[-+*/%&|^]=|\?\?=|\+\+|--)|(?:\+\+|--)${w}`).test(code)
  );
}

function word(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w$.])${name.replaceAll("$", String.raw`\$`)}(?![\w$])`);
}

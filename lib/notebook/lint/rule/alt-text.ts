/** Every figure says in words what a sighted reader learns from it, and no two say the same. */

import type { Cell, Output } from "../../notebook";
import { isJsonObject } from "../../python-json";
import { type Finding, type LintRule, numbered } from "../rule";

export const rule: LintRule = (notebook) => {
  const firstCell = new Map<string, number>();
  return numbered(notebook).flatMap(({ cell, number }) =>
    altTexts(cell).flatMap((alt): Finding[] => {
      if (alt.trim() === "")
        return [
          { cell: number, message: "A figure has no alt text. Say what a sighted reader learns from it." },
        ];
      const before = firstCell.get(alt);
      if (before !== undefined)
        return [
          {
            cell: number,
            message: `A figure has the alt text of one in cell ${before}. Say what is new in it.`,
          },
        ];
      firstCell.set(alt, number);
      return [];
    }),
  );
};

/** The alt text of each figure in the cell, "" for a figure without. */
function altTexts(cell: Cell): string[] {
  if (cell.cell_type === "code") return cell.outputs.flatMap((output) => chartAltText(output) ?? []);
  const markdown = [...cell.source.matchAll(/!\[([^\]]*)\]\(/g)].map((match) => match[1] ?? "");
  const html = [...cell.source.matchAll(/<img\b[^>]*>/g)].map(
    ([tag]) => /\balt="([^"]*)"/.exec(tag)?.[1] ?? "",
  );
  return [...markdown, ...html];
}

/** A chart needs its description in the specification and a label on the SVG. */
function chartAltText(output: Output): string | undefined {
  if (!("data" in output) || typeof output.data["image/svg+xml"] !== "string") return undefined;
  const labelled = /^[^>]*<svg\b[^>]*\baria-label(?:ledby)?="[^"]+/.test(output.data["image/svg+xml"]);
  const specification = output.data["application/vnd.vegalite.v5+json"];
  const description = isJsonObject(specification) ? specification.description : undefined;
  return labelled && typeof description === "string" ? description : "";
}

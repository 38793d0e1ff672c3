/** Showing a chart: in a cell of the real kernel, and in a plain Node program. */
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runNotebook } from "../../lib/dist/notebook/run-notebook";
import type { DisplayOutput } from "../../lib/notebook/notebook";
import { code, notebookOf } from "./notebook-of";

const cwd = dirname(fileURLToPath(import.meta.url));
const draw = `
show(countChart({
  source: "simulated",
  python: "3.13",
  statements: [{ code: "A = []", objects: [{ label: "A", refcnt: 1, reachable: true }] }],
}));
console.log("next line");`;

test("a cell gets one output with the chart in three forms, before whatever the cell prints next", async () => {
  const imports =
    'import { countChart } from "../../lib/dist/charts/count-chart";\nimport { show } from "../../lib/dist/notebook/show";';
  const { notebook, problems } = await runNotebook(notebookOf(code(imports + draw)), { cwd });
  expect(problems).toEqual([]);
  const [cell] = notebook.cells;
  const [display, printed] = cell!.cell_type === "code" ? cell!.outputs : [];
  expect(printed).toMatchObject({ output_type: "stream", text: "next line\n" });
  const { data, metadata } = display as DisplayOutput;
  expect(Object.keys(data).sort()).toEqual([
    "application/vnd.vegalite.v5+json",
    "image/svg+xml",
    "text/plain",
  ]);
  expect(data["application/vnd.vegalite.v5+json"]).toMatchObject({
    description: expect.stringContaining("A: 1"),
  });
  expect(data["image/svg+xml"]).toMatch(/^<svg .*role="img"/);
  expect(data["text/plain"]).toContain("every count stays above 0 (reference counts");
  expect(metadata).toEqual({
    "application/vnd.vegalite.v5+json": { embed_options: { actions: false, renderer: "svg" } },
  });
});

test("outside a notebook the caption and the alt text are printed", () => {
  const imports =
    'const { countChart } = require("../../lib/dist/charts/count-chart"); const { show } = require("../../lib/dist/notebook/show");';
  const printed = execFileSync(process.execPath, ["--input-type=commonjs", "-e", imports + draw], {
    cwd,
    encoding: "utf8",
  });
  expect(printed).toBe(
    "Some name reaches every object, and every count stays above 0 (reference counts after every executed line, CPython 3.13, simulated).\n\nReference counts beside 1 executed line. A: 1 at line 1. CPython 3.13, simulated.\nnext line\n",
  );
});

/** What the server saves, by a real Python: its hook and the kit's own writer must agree to the byte. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataPath } from "../../../lib/data-path";
import { findPython } from "../../../lib/notebook/jupyter/find-python";
import { formatNotebook, parseNotebook } from "../../../lib/notebook/notebook-file";
import { tidyNotebook } from "../../../lib/notebook/tidy-notebook";

const python = findPython();
const chart = "application/vnd.vegalite.v5+json";

/** A notebook as JupyterLab hands it to the server after opening and running it. */
const fromLab = {
  cells: [
    {
      cell_type: "markdown",
      id: "title",
      metadata: { collapsed: false, trusted: true },
      source: ["# Größe"],
    },
    {
      cell_type: "code",
      id: "chart",
      execution_count: 7,
      metadata: { execution: { "iopub.status.busy": "now" }, tags: ["raises-exception"], trusted: true },
      outputs: [
        {
          output_type: "display_data",
          data: {
            [chart]: { values: [0.00001, 192.75, 1e6] },
            "image/png": "iVBO",
            "text/plain": ["A chart"],
          },
          metadata: { [chart]: { embed_options: { actions: false } } },
        },
        { output_type: "stream", name: "stdout", text: ["one\n", "two\n"] },
        { output_type: "error", ename: "RangeError", evalue: "low", traceback: ["RangeError: low"] },
      ],
      source: ["show(chart)\n", "throw 1"],
    },
  ],
  metadata: {
    kernelspec: { display_name: "TypeScript (other)", language: "typescript", name: "tslab" },
    language_info: { name: "typescript", version: "3.7.2", codemirror_mode: { name: "javascript" } },
  },
  nbformat: 4,
  nbformat_minor: 5,
};

/** Save `content` over the file `before`, as the server does: the hook, then nbformat's way of writing. */
function saved(content: object, before: object): string {
  if (typeof python === "string") throw new Error(python);
  const dir = mkdtempSync(join(tmpdir(), "leakloop-save-test-"));
  writeFileSync(join(dir, "a.ipynb"), JSON.stringify(before));
  const program = `
import json, runpy, sys, types
model = {"type": "notebook", "content": json.load(sys.stdin)}
manager = types.SimpleNamespace(root_dir=sys.argv[2])
runpy.run_path(sys.argv[1])["tidy"](model, path="a.ipynb", contents_manager=manager)
sys.stdout.buffer.write((json.dumps(model["content"], sort_keys=True, indent=1, ensure_ascii=False) + "\\n").encode())`;
  const args = [
    ...python.args,
    "-B",
    "-c",
    program,
    dataPath("notebook/jupyter/jupyter_server_config.py"),
    dir,
  ];
  const bytes = execFileSync(python.program, args, { input: JSON.stringify(content), encoding: "utf8" });
  rmSync(dir, { recursive: true });
  return bytes;
}

test.skipIf(typeof python === "string")(
  "a notebook saved by JupyterLab has the bytes that the kit's own runner writes, without pictures of charts",
  () => {
    const bytes = saved(fromLab, {});
    expect(bytes).not.toContain("image/png");
    expect(bytes).toBe(formatNotebook(tidyNotebook(parseNotebook(bytes, "a.ipynb"))));
    expect(bytes).toContain('"execution_count": null');
    expect(bytes).toContain('"tags": [');
  },
);

test.skipIf(typeof python === "string")("a notebook of another kernel is saved as it is", () => {
  const other = { ...fromLab, metadata: { kernelspec: { name: "python3", display_name: "Python 3" } } };
  expect(JSON.parse(saved(other, {}))).toEqual(other);
});

test.skipIf(typeof python === "string")(
  "an output that was folded in the file stays folded when it was run",
  () => {
    const folded = { cells: [{ id: "chart", metadata: { jupyter: { outputs_hidden: true } } }] };
    const cells = JSON.parse(saved(fromLab, folded)).cells;
    expect(cells[1].metadata).toEqual({ jupyter: { outputs_hidden: true }, tags: ["raises-exception"] });
    expect(cells[0].metadata).toEqual({});
  },
);

/** Reading and writing `.ipynb` files. */
import { describe, expect, test } from "vitest";
import { formatNotebook, parseNotebook } from "../../lib/notebook/notebook-file";
import { pythonJson } from "../../lib/notebook/python-json";
import { code, codeWith, notebookOf, prose } from "./notebook-of";

describe("a file that is no notebook is refused in one sentence", () => {
  const cases = [
    ["not JSON", "# A title"],
    ["JSON, but a list", "[1, 2]"],
    ["an old notebook of nbformat 3", '{"nbformat": 3, "worksheets": []}'],
    ["a cell without a source", '{"nbformat": 4, "cells": [{"cell_type": "code"}]}'],
    ["an unknown output", '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [7]}]}'],
  ] as const;
  test.each(cases)("%s", (_, text) => {
    expect(() => parseNotebook(text, "lesson.ipynb")).toThrow(
      expect.objectContaining({
        name: "BadInputError",
        message: expect.stringMatching(/^lesson\.ipynb[^\n]+\.$/),
      }),
    );
  });
});

test("a notebook is written as nbformat writes it: sorted keys, one space, lists of lines, a final newline", () => {
  const svg = { "image/svg+xml": "<svg>\n</svg>", "text/plain": "chart", "image/png": "a\nb" };
  const display = { output_type: "display_data", data: svg, metadata: {} } as const;
  const notebook = notebookOf(prose("# Zähler\r\nzwei"), codeWith("1\n2\n", display));
  expect(formatNotebook(notebook)).toBe(`{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "cell-1",
   "metadata": {},
   "source": [
    "# Zähler\\r\\n",
    "zwei"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "cell-2",
   "metadata": {},
   "outputs": [
    {
     "data": {
      "image/png": "a\\nb",
      "image/svg+xml": [
       "<svg>\\n",
       "</svg>"
      ],
      "text/plain": [
       "chart"
      ]
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": [
    "1\\n",
    "2\\n"
   ]
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`);
});

test("what was written reads back the same, lists in JSON data included", () => {
  const data = { "application/json": ["a", "b"], "text/plain": "a\u2028b\n\n\fc" };
  const display = { output_type: "display_data", data, metadata: {} } as const;
  const stream = { output_type: "stream", name: "stdout", text: "1\n2" } as const;
  const error = { output_type: "error", ename: "E", evalue: "v", traceback: ["a\nb", "c"] } as const;
  const notebook = notebookOf(
    prose(""),
    codeWith("x", display, stream, error),
    code("y", "raises-exception"),
  );
  expect(parseNotebook(formatNotebook(notebook), "x.ipynb")).toEqual(notebook);
});

test("numbers and keys are written as Python writes them", () => {
  // Expected: json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) of CPython 3.12.
  const value = {
    "10": 1e-7,
    "9": 0.00001234,
    "😀": [],
    "\ue000": {},
    a: [0.0001, 1e21, 2.5, -3, "\u007f\u0001é"],
  };
  expect(pythonJson(value)).toBe(
    '{\n "10": 1e-07,\n "9": 1.234e-05,\n "a": [\n  0.0001,\n  1e+21,\n  2.5,\n  -3,\n  "\u007f\\u0001é"\n ],\n "\ue000": {},\n "😀": []\n}',
  );
});

/** Each lint rule: one notebook that it lets pass, one that it does not. */
import { describe, expect, test } from "vitest";
import { lintNotebook, ruleNames } from "../../lib/dist/notebook/lint/lint-notebook";
import type { Cell, Output } from "../../lib/notebook/notebook";
import { code, codeWith, notebookOf, prose } from "./notebook-of";

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const lines = (count: number): string => times(count, (i) => `f(${i});`).join("\n");
const words = (count: number): string => "word ".repeat(count);
const stdout = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const figure = (data: object): Output => ({ output_type: "display_data", data: { ...data }, metadata: {} });
const chart = (alt: string): object => ({
  "application/vnd.vegalite.v5+json": { description: alt },
  "image/svg+xml": `<svg role="img" aria-label="${alt}"></svg>`,
  "text/plain": alt,
});
const predict = [prose("**Predict.** 0 or 1?"), code("f()"), prose("**1.**")];

const opening = "# Why?\n\n*Why does `del` not free memory?*\n\n25 minutes. CPython 3.13.";

/** rule, cells that pass, cells that do not, [cell, part of the message] of what is found. */
const cases: [string, Cell[], Cell[], [number | undefined, string][]][] = [
  [
    "alt-text",
    [codeWith("a", figure(chart("up"))), codeWith("b", figure(chart("down"))), prose("![flat](a.png)")],
    [
      codeWith("a", figure(chart("up"))),
      codeWith("b", figure(chart("up")), figure({ ...chart("x"), "image/svg+xml": "<svg></svg>" })),
      prose('![](a.png) <img src="b.png" alt="">'),
    ],
    [
      [2, "cell 1"],
      [2, "no alt text"],
      [3, "no alt text"],
      [3, "no alt text"],
    ],
  ],
  ["cell-count", times(30, () => prose("a")), times(61, () => prose("a")), [[undefined, "61 cells"]]],
  [
    "cell-id",
    [prose("a"), code("b")],
    [
      { ...prose("a"), id: "same" },
      { ...code("b"), id: "same" },
      { ...code("c"), id: "a b" },
    ],
    [
      [2, "same id as cell 1"],
      [3, "no id"],
    ],
  ],
  [
    "chart-output",
    [codeWith("a", figure(chart("up"))), codeWith("b", stdout("text"))],
    [
      codeWith(
        "a",
        figure({ "image/svg+xml": "<svg/>", "text/plain": "x", "image/png": "aGk=", "text/html": "" }),
      ),
    ],
    [
      [1, "no application/vnd.vegalite.v5+json"],
      [1, "has image/png"],
      [1, "has text/html"],
    ],
  ],
  [
    "code-cell-length",
    [...times(9, () => code(lines(4))), code(lines(20))],
    [code(lines(5)), code(lines(21)), code(`${lines(5)}\n\n`)],
    [
      [undefined, "5 lines"],
      [undefined, "1 of 3"],
      [2, "21 lines"],
    ],
  ],
  [
    "code-cells-in-a-row",
    [code("1"), code("2"), prose("a"), code("3")],
    [prose("a"), code("1"), code("2"), code("3")],
    [[4, "third code cell"]],
  ],
  [
    "commented-out-code",
    [code("// @exercise 01-ledger\nf();"), code("f(); // twice: the first one warms up")],
    [code("// const a = 1"), code("f();\n// g();")],
    [
      [1, "as a comment"],
      [2, "as a comment"],
    ],
  ],
  [
    "deliberate-failure",
    [code("f()", "raises-exception")],
    [code("f()")],
    [[undefined, "No cell fails on purpose"]],
  ],
  [
    "empty-cell",
    [prose("a")],
    [prose(" \n"), code("")],
    [
      [1, "empty"],
      [2, "empty"],
    ],
  ],
  [
    "ending",
    [prose("## Before\n\n## Recap"), prose("## What the model left out"), prose("## Your turn\n\n### Next")],
    [prose("## Recap"), prose("## Your turn")],
    [[undefined, 'found "Recap", "Your turn"']],
  ],
  [
    "first-cell",
    [prose(opening)],
    [prose("Welcome. It takes an hour.")],
    [
      [1, "a title"],
      [1, "the question"],
      [1, "how long"],
      [1, "the version"],
    ],
  ],
  [
    "portable-output",
    [
      codeWith(
        "a",
        stdout("and/or 1/2 https://docs.python.org/3/ <g/> lib/sim/heap.ts 0x1F"),
        figure(chart("</svg>")),
      ),
    ],
    [
      codeWith("a", stdout("in /home/ana/kit/lib.js")),
      codeWith("b", stdout('File "C:\\kit\\lib.js"')),
      codeWith("c", stdout("<Leak object at 0x7f3a2c9d5e80>")),
      codeWith("d", figure(chart("drawn 2026-11-22 at 12:30:01"))),
    ],
    [
      [1, "/home/ana/kit/lib.js"],
      [2, "C:\\kit"],
      [3, "0x7f3a2c9d5e80"],
      [4, "2026-11-22"],
    ],
  ],
  [
    "predictions",
    [...predict, ...predict, ...predict],
    [
      ...predict,
      prose("**Predict.** 2?"),
      prose("Think."),
      code("f()"),
      prose("**Predict.** 3?"),
      code("f()"),
    ],
    [
      [4, "not followed"],
      [7, "not followed"],
    ],
  ],
  [
    "prose-length",
    [prose(`${words(150)}\n\n\`\`\`python\n${words(99)}\n\`\`\`\n`)],
    [prose(words(151))],
    [[1, "151 words"]],
  ],
  [
    "trap-await-paren",
    [code("await f(); // await (g)"), code("const text = 'await ('")],
    [code("const q = await (async () => 5)()")],
    [[1, "await ("]],
  ],
  [
    "trap-captured-let",
    [
      code("let free = 1\nfree++"),
      code("let later = 0"),
      code("const inc = () => later++\nfree = 2\nlater = 3"),
      code("let own = 1\nconst read = () => own"),
      code("let own = 2; own === 2; o.own = 3"),
    ],
    [
      code("let count = 0, other = 1\nfunction inc() { count++ }"),
      prose("a"),
      code("count = 100"),
      code("inc()"),
    ],
    [[3, "the function in cell 1 keeps its own"]],
  ],
  [
    "trap-late-methods",
    [code("[1].at(-1); heap.find(f)")],
    [code("[1].findLast(f)"), code("Object.groupBy(a, f)")],
    [
      [1, ".findLast"],
      [2, ".groupBy"],
    ],
  ],
  [
    "trap-module-globals",
    [code("process.cwd(); '__dirname'")],
    [code("join(__dirname, 'x')"), code("import.meta.url")],
    [
      [1, "__dirname"],
      [2, "import.meta"],
    ],
  ],
  [
    "trap-namespace",
    [code("python`\nnamespace N\n`"), code("const namespace = 1")],
    [code("namespace Cart { export const a = 1 }")],
    [[1, "namespace"]],
  ],
  [
    "trap-unawaited-check",
    [code('await check("01-ledger")'), code("heap.check(); recheck()")],
    [code('check("01-ledger")')],
    [[1, "await check"]],
  ],
  [
    "vague-words",
    [prose("Adjust the `just` in\n\n```\nsimply\n```\n")],
    [prose("It is usually fine. Just run it.")],
    [
      [1, '"usually"'],
      [1, '"Just"'],
    ],
  ],
];

describe.each(cases)("%s", (rule, good, bad, expected) => {
  test("lets a good notebook pass", () => {
    expect(lintNotebook(notebookOf(...good), [rule])).toEqual([]);
  });
  test("says which cell and what to do", () => {
    const found = lintNotebook(notebookOf(...bad), [rule]);
    const wanted = expected.map(([cell, part]) => [cell, expect.stringContaining(part)]);
    expect(found.map(({ cell, message }) => [cell, message])).toEqual(wanted);
  });
});

test("every rule has a case here", () => {
  expect(cases.map(([rule]) => rule)).toEqual(ruleNames());
});

test("a notebook with fewer than three predictions is asked for more", () => {
  const [finding] = lintNotebook(notebookOf(...predict), ["predictions"]);
  expect(finding?.message).toContain("1; 3 are needed");
});

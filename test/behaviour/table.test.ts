/** The table of all behaviours, made from the tests that show them. */

import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type NamedBehaviour, readBehaviours } from "./read-behaviours";

const table = fileURLToPath(new URL("../../lib/sim/BEHAVIOURS.md", import.meta.url));

/** The chapters, each with its first and last item. */
const chapters = [
  ["Reference counting", 1, 13],
  ["Sizes and allocator", 14, 23],
  ["Collector", 24, 44],
  ["Free-threading", 53, 57],
  ["Weak references", 58, 60],
] as const;

const intro = `# What the simulator reproduces of CPython

Every behaviour has a number and the version lines that show it. Compared with "real interpreter": the same program runs
on a CPython where one is found, else its recorded answer is read; "recorded results": measured once, because it takes
long or needs another system; "source only": read in CPython's source, because no such interpreter was at hand. Numbers
45 to 52 are left to the GIL.

Made by \`test/behaviour/table.test.ts\` from the tests; after a change of theirs run it with \`-u\`.
`;

test("BEHAVIOURS.md names each behaviour with its versions, what it is compared with, and its test", async () => {
  await expect(`${[intro, ...chapters.map(chapterOf)].join("\n")}`).toMatchFileSnapshot(table);
});

test("every number from 1 to 44 and from 53 to 60 has a test", () => {
  const items = new Set(readBehaviours().map(({ item }) => item));
  const all = chapters.flatMap(([, first, last]) => numbers(first, last));
  expect(all.filter((item) => !items.has(item))).toEqual([]);
  expect([...items].filter((item) => !all.includes(item))).toEqual([]);
});

function chapterOf([title, first, last]: (typeof chapters)[number]): string {
  const rows = readBehaviours().filter(({ item }) => item >= first && item <= last);
  const head = "| # | Behaviour | Versions | Compared with | Test |\n| --- | --- | --- | --- | --- |";
  return `## ${title}\n\n${[head, ...rows.map(rowOf)].join("\n")}\n`;
}

function rowOf({ item, claim, versions, compared, file }: NamedBehaviour): string {
  const path = `../../${file}`;
  const name = file.replace(/^test\//, "").replace(/\.test\.ts$/, "");
  const cells = [item, claim.replaceAll(/[|_*]/g, "\\$&"), versions, compared, `[${name}](${path})`];
  return `| ${cells.join(" | ")} |`;
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

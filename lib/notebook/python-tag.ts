/** Python in a notebook cell: a tagged template that runs the text on a simulated CPython and returns its memory story. */

import { type StoryOptions, tellStory } from "../python/python";
import type { Story } from "../python/story/story";

/** What a cell may use up, so that no program takes the kernel away. */
export interface PythonCellOptions {
  /** The CPython version line. Default "3.13". */
  readonly profile?: string;
  /** Passes of one loop, after which the program is stopped. Default 10,000. */
  readonly passes?: number;
  /** Default 10. */
  readonly seconds?: number;
  /** Characters of output that are shown. Default 2,000; the story has all. */
  readonly shown?: number;
}

/** Runs the text of a template as Python. */
export type PythonTag = (source: TemplateStringsArray, ...values: readonly unknown[]) => Story;

/**
 * Run Python text, print what it prints, and return its story. A loop that does not end is stopped by the budget: the
 * story says where.
 *
 * Backslashes are Python's. `${...}` puts the text of a TypeScript value in.
 *
 * @example
 * const story = python`
 *   a = []
 *   a.append(a)
 *   del a
 * `;
 * story.garbage[0]?.type; // "list"
 */
export function python(source: TemplateStringsArray, ...values: readonly unknown[]): Story;
/** The same on another version line, or with another budget. */
export function python(options: PythonCellOptions): PythonTag;
export function python(
  first: TemplateStringsArray | PythonCellOptions,
  ...values: readonly unknown[]
): Story | PythonTag {
  if ("raw" in first) return runCell(String.raw(first, ...values), {});
  return (source, ...inserted) => runCell(String.raw(source, ...inserted), first);
}

function runCell(text: string, options: PythonCellOptions): Story {
  const { passes = 10_000, profile, seconds = 10, shown = 2000 } = options;
  const end = Date.now() + seconds * 1000;
  const story = tellStory(withoutMargin(text), {
    file: "cell.py",
    passes,
    ...(profile !== undefined && { profile }),
    budget: () => (Date.now() < end ? null : `${seconds} seconds have passed`),
  } satisfies StoryOptions);
  print(story.output, shown, (part) => console.log(part));
  print(story.errors, shown, (part) => console.error(part));
  if (story.stop !== null) console.log(`Stopped at line ${story.stop.line}: ${story.stop.reason}.`);
  return story;
}

function print(text: string, shown: number, say: (part: string) => void): void {
  if (text === "") return;
  const more = text.length - shown;
  say(more > 0 ? `${text.slice(0, shown)}\n... and ${more} more characters` : text.replace(/\n$/, ""));
}

/** Without the first empty line, and without what all lines have in front. */
function withoutMargin(text: string): string {
  const lines = text.replace(/^[ \t]*\n/, "").split("\n");
  const margins = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0]);
  let margin = margins[0] ?? "";
  for (const other of margins) {
    let same = 0;
    while (same < margin.length && margin[same] === other[same]) same++;
    margin = margin.slice(0, same);
  }
  return lines.map((line) => (line.trim() === "" ? "" : line.slice(margin.length))).join("\n");
}

/** A story in words, for a terminal. */

import type { GarbageGroup, LineStory, Story } from "./story";

const MOST_GROUPS = 5;

/** From so many on, what is made once hardly shows in an average. */
const MANY_PASSES = 100;

/** The story, a few short paragraphs. The version and "simulated" stand on the first line. */
export function storyText(story: Story): string {
  return [
    heading(story),
    ending(story),
    "",
    ...lineTable(story),
    "",
    ...collectionWords(story),
    ...leakWords(story),
    "",
  ].join("\n");
}

function heading({ file, python }: Story): string {
  return `Memory story of ${file}: simulated, CPython ${python}`;
}

function ending({ stop, exitCode, iterations, loopLine }: Story): string {
  const passes =
    iterations > 0 ? ` The loop at line ${loopLine} went round ${count(iterations, "time")}.` : "";
  if (stop !== null) return `Stopped at line ${stop.line}: ${stop.reason}.${passes}`;
  return `Came to its end with exit code ${exitCode}.${passes}`;
}

/** One row for each line that made objects. */
function lineTable({ lines, text }: Story): string[] {
  const rows = lines.filter(({ born }) => born > 0);
  const head = ["line", "executed", "born", "died", "alive", "garbage"];
  const cells = rows.map((row) =>
    [row.line, row.executed, row.born, row.died, row.reachable, row.garbage].map(number),
  );
  const widths = head.map((word, i) => Math.max(word.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) => row.map((cell, i) => cell.padStart(widths[i]!)).join("  ");
  return [line(head), ...cells.map((row, i) => `${line(row)}  ${sourceOf(text, rows[i]!)}`)];
}

function sourceOf(text: readonly string[], { line }: LineStory): string {
  return (text[line - 1] ?? "").trim().slice(0, 60);
}

function collectionWords({ collections, gc }: Story): string[] {
  if (collections.length === 0) return [`The collector is ${gc} and never ran.`];
  const runs = [0, 1, 2].map(
    (generation) => collections.filter((one) => one.generation === generation).length,
  );
  const found = collections.reduce((sum, { collected }) => sum + collected, 0);
  return [
    `The collector ran ${count(collections.length, "time")} (${runs.map((n, g) => `generation ${g}: ${number(n)}`).join(", ")}) and reclaimed ${count(found, "object")}.`,
  ];
}

function leakWords(story: Story): string[] {
  const { garbage, gc } = story;
  const objects = garbage.reduce((sum, group) => sum + group.objects, 0);
  const bytes = garbage.reduce((sum, group) => sum + group.bytes, 0);
  if (objects === 0) return ["Nothing is garbage: it leaks nothing."];
  const amount = `${count(objects, "object")}, ${byteText(bytes)}`;
  const verdict =
    gc === "on"
      ? `It leaks nothing: ${amount} wait for the next collection, never more than ${byteText(story.bytesAtMost)} were in use.`
      : `It leaks: ${amount} are garbage that reference counting cannot free, and the collector is off${perPass(story)}.`;
  return [verdict, ...garbage.slice(0, MOST_GROUPS).map((group) => groupWords(group))];
}

function perPass({ bytesLeft, iterations }: Story): string {
  return iterations >= MANY_PASSES ? `: ${(bytesLeft / iterations).toFixed(2)} bytes in each pass` : "";
}

function groupWords({ type, line, objects, bytes, chain }: GarbageGroup): string {
  const kept =
    chain.length === 0
      ? ""
      : `, kept by ${chain.map((link) => `${link.type}${link.reference}`).join(" -> ")} -> ${chain[0]!.type}`;
  return `  line ${line}: ${number(objects)} ${type}, ${byteText(bytes)}${kept}`;
}

function count(n: number, word: string): string {
  return `${number(n)} ${word}${n === 1 ? "" : "s"}`;
}

function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

function byteText(bytes: number): string {
  if (bytes < 10_000) return `${number(Math.round(bytes))} bytes`;
  return bytes < 10_000_000 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

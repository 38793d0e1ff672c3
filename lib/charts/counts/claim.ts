/** The words of a count chart, computed from its columns. */

import type { CountTimeline } from "../../sim/count-timeline";
import type { ChartWords } from "../chart";
import { counted } from "../quantity";
import { type CountColumn, type CountStretch, endsAsGarbage, type Freed } from "./column";

/** The words around the picture. */
export function countWords(timeline: CountTimeline, columns: readonly CountColumn[]): ChartWords {
  const title = claim(columns, timeline.statements.length);
  const source = `CPython ${timeline.python}, ${timeline.source}`;
  const garbage = columns.some((column) => column.stretches.some((stretch) => !stretch.reachable));
  const amber = garbage ? " Amber, dashed edge: no name does, yet references remain." : "";
  return {
    title,
    subtitle: [
      `Reference count of each object after every executed line. ${source}.`,
      `Blue: some name reaches the object.${amber}`,
    ],
    caption: `${title} (reference counts after every executed line, ${source}).`,
    alt: `Reference counts beside ${counted(timeline.statements.length, "executed line")}. ${columns.map(life).join(" ")} ${source}.`,
  };
}

/** One sentence, true of these columns, in at most 75 characters. */
function claim(columns: readonly CountColumn[], statements: number): string {
  const garbage = columns.filter((column) => endsAsGarbage(column, statements));
  const [first, ...others] = garbage.map((column) => column.stretches[column.stretches.length - 1]!.refcnt);
  if (first !== undefined && garbage.length === columns.length && others.every((count) => count === first))
    return `${allCounts(columns.length)} at ${first}: no name is left, and 0 never comes`;
  if (garbage.length > 0)
    return `${garbage.length} of ${counted(columns.length, "object")} ${garbage.length === 1 ? "ends" : "end"} as garbage: 0 never comes`;
  return freedClaim(columns);
}

/** The claim when nothing is garbage at the end. */
function freedClaim(columns: readonly CountColumn[]): string {
  const freedBy = (by: Freed["by"]): number =>
    columns.filter((column) => column.freed.some((freed) => freed.by === by)).length;
  const [byCount, byCollector] = [freedBy("count"), freedBy("collector")];
  if (byCount === columns.length) return "Every count reaches 0, and each object is freed at once";
  if (byCollector === columns.length) return "No count reaches 0 by itself: the collector frees the objects";
  if (byCount + byCollector === 0) return "Some name reaches every object, and every count stays above 0";
  return `Of ${counted(columns.length, "object")}, ${byCount} ${byCount === 1 ? "is" : "are"} freed at count 0 and ${byCollector} by the collector`;
}

function allCounts(objects: number): string {
  if (objects === 1) return "The count sticks";
  if (objects === 2) return "Both counts stick";
  return `All ${["three", "four", "five", "six"][objects - 3] ?? objects} counts stick`;
}

/** "pair 1, A: 1 at line 1, 2 at line 4, garbage with 1 at line 6." */
function life({ label, stretches, freed }: CountColumn): string {
  const steps = [
    ...stretches.map((stretch) => ({ at: stretch.from, text: state(stretch) })),
    ...freed.map(({ at, by }) => ({ at, text: by === "count" ? "0 and freed" : "collected" })),
  ].sort((one, other) => one.at - other.at);
  return `${label}: ${steps.map(({ at, text }) => `${text} at line ${at + 1}`).join(", ")}.`;
}

function state(stretch: CountStretch): string {
  return stretch.reachable ? String(stretch.refcnt) : `garbage with ${stretch.refcnt}`;
}

/** One object's count along the statements, as stretches of equal count. */

import type { CountTimeline } from "../../sim/count-timeline";

/** Statements during which neither the count nor the reachability of an object changes. */
export interface CountStretch {
  /** Index of the first statement. */
  readonly from: number;
  /** Index after the last statement. */
  readonly to: number;
  readonly refcnt: number;
  readonly reachable: boolean;
}

/** The end of an object. */
export interface Freed {
  /** Index of the statement after which it was gone. */
  readonly at: number;
  /** Its count reached 0 while a name still reached it, or it was garbage that the collector found. */
  readonly by: "count" | "collector";
}

/** The life of one object, or of several that bear the same label one after the other. */
export interface CountColumn {
  readonly label: string;
  readonly stretches: readonly CountStretch[];
  readonly freed: readonly Freed[];
}

/** One column for each label, in the order in which the labels appear. */
export function countColumns(timeline: CountTimeline): readonly CountColumn[] {
  const labels = new Set(timeline.statements.flatMap(({ objects }) => objects.map((object) => object.label)));
  return [...labels].map((label) => columnOf(label, timeline));
}

function columnOf(label: string, { statements }: CountTimeline): CountColumn {
  const stretches: CountStretch[] = [];
  const freed: Freed[] = [];
  statements.forEach(({ objects }, index) => {
    const last = stretches[stretches.length - 1];
    const wasThere = last?.to === index;
    const object = objects.find((candidate) => candidate.label === label);
    if (object === undefined) {
      if (wasThere) freed.push({ at: index, by: last.reachable ? "count" : "collector" });
      return;
    }
    const { refcnt, reachable } = object;
    if (wasThere && last.refcnt === refcnt && last.reachable === reachable)
      stretches[stretches.length - 1] = { ...last, to: index + 1 };
    else stretches.push({ from: index, to: index + 1, refcnt, reachable });
  });
  return { label, stretches, freed };
}

/** Garbage at the end of the timeline: unreachable, and still there. */
export function endsAsGarbage(column: CountColumn, statements: number): boolean {
  const last = column.stretches[column.stretches.length - 1];
  return last !== undefined && last.to === statements && !last.reachable;
}

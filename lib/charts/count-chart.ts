/** Reference counts along a listing: which line changes which count, and which counts never reach 0. */

import { BadInputError } from "../bad-input";
import type { CountTimeline } from "../sim/count-timeline";
import { type Chart, makeChart } from "./chart";
import { countWords } from "./counts/claim";
import { codePanel } from "./counts/code-panel";
import { countColumns } from "./counts/column";
import { columnPanel } from "./counts/column-panel";
import { countLayout, SPACING_PX } from "./counts/layout";

/** More columns than this are too narrow to read. */
const MAX_OBJECTS = 6;

/**
 * Draw the counts of one to six objects beside the executed lines.
 *
 * @param timeline - The counts after each statement, simulated or measured.
 * @throws {BadInputError} When the timeline has no object or more than six.
 * @example
 * show(countChart(timeline)); // "Both counts stick at 1: no name is left, and 0 never comes"
 */
export function countChart(timeline: CountTimeline): Chart {
  const columns = countColumns(timeline);
  if (columns.length === 0 || columns.length > MAX_OBJECTS)
    throw new BadInputError(
      `countChart draws 1 to ${MAX_OBJECTS} objects side by side, and this timeline has ${columns.length}. Give it the statements that concern the objects to show.`,
    );
  const code = timeline.statements.map((statement) => statement.code);
  const layout = countLayout(columns, code);
  return makeChart(countWords(timeline, columns), {
    hconcat: [codePanel(code, layout), ...columns.map((column) => columnPanel(column, layout))],
    spacing: SPACING_PX,
    bounds: "flush",
  });
}

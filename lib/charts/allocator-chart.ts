/** What pymalloc does with memory, predicted and measured: pages, arenas, and survivors that keep them. */

import type { AllocatorRuns } from "../sim/alloc/memory-run";
import { allocatorWords } from "./allocator/claim";
import { allocatorFacts } from "./allocator/facts";
import { growthPanel } from "./allocator/growth-panel";
import { pagePanel } from "./allocator/page-panel";
import { requireComparable } from "./allocator/runs";
import { survivorPanel } from "./allocator/survivor-panel";
import { type Chart, makeChart } from "./chart";

/**
 * Draw a prediction over what was measured on a real CPython of the same version line.
 *
 * The upper panel shows the leak loop with gc off: memory mapped in arenas, and resident in pages. The middle one
 * enlarges a stretch until single pages can be seen. The lower one shows what stays of many objects when some survive.
 * All words are computed from the runs.
 *
 * @param simulated - The lines and bars.
 * @param measured - The rings: the same programs.
 * @throws {BadInputError} When the two are not of one version line, or did not run the same programs.
 * @example
 * show(allocatorChart(simulated, measured)); // "Predicted to the page: what the allocator holds, and what it gives back"
 */
export function allocatorChart(simulated: AllocatorRuns, measured: AllocatorRuns): Chart {
  requireComparable(simulated, measured);
  const facts = allocatorFacts(simulated, measured);
  return makeChart(allocatorWords(simulated, measured, facts), {
    vconcat: [
      growthPanel(simulated.leak, measured.leak),
      pagePanel(simulated.leak, measured.leak),
      survivorPanel(simulated.survivors, measured.survivors),
    ],
  });
}

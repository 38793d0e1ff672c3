/** The words of an allocator chart, computed from its runs. */

import type { AllocatorRuns, SurvivorMemory } from "../../sim/alloc/memory-run";
import type { ChartWords } from "../chart";
import { counted, grouped, memory } from "../quantity";
import type { AllocatorFacts } from "./facts";

/** A share of difference up to which a prediction may be called one. */
const WELL_PREDICTED = 0.01;

/** The words around the picture. */
export function allocatorWords(
  simulated: AllocatorRuns,
  measured: AllocatorRuns,
  facts: AllocatorFacts,
): ChartWords {
  const title = claim(facts);
  const source = `CPython ${simulated.leak.python}; lines and bars simulated, rings measured on ${measured.leak.python}`;
  const agreement = `${residentWords(facts)}, ${arenaWords(facts)}`;
  return {
    title,
    subtitle: [`${upper(agreement)}.`, `${source}.`],
    caption: `${title}: ${agreement} (${source}).`,
    alt: `${growthAlt(simulated, measured)} ${simulated.survivors.map(survivorAlt).join(" ")} ${source}.`,
  };
}

/** One sentence, true of these runs, in at most 75 characters. */
function claim({ share, pageIterations, sameArenas }: AllocatorFacts): string {
  const what = "what the allocator takes, and what it gives back";
  if (share === 0 && pageIterations === 0 && sameArenas) return `Predicted to the page: ${what}`;
  if (share <= WELL_PREDICTED && sameArenas) return `Predicted within ${percent(share)}: ${what}`;
  return `The predicted memory differs from the measured by up to ${percent(share)}`;
}

function residentWords({ share }: AllocatorFacts): string {
  return share === 0 ? "resident memory is the same" : `resident memory differs by at most ${percent(share)}`;
}

function arenaWords({ arenaIterations }: AllocatorFacts): string {
  if (arenaIterations === undefined) return "and the arenas are not as many";
  if (arenaIterations === 0) return "and every arena comes in the predicted iteration";
  return `and arenas come within ${counted(arenaIterations, "iteration")} of the prediction`;
}

function growthAlt({ leak }: AllocatorRuns, measured: AllocatorRuns): string {
  const end = leak.samples[leak.samples.length - 1]!.residentBytes;
  const { fromIteration, toIteration, pageSteps } = leak.zoom;
  return [
    `Memory of the leak loop with gc off, over ${counted(leak.iterations, "iteration")}: resident memory rises in a straight line to ${memory(end)},`,
    `mapped memory in ${counted(leak.arenaSteps.length, "step")} of ${arenaSize(leak.arenaBytes)}.`,
    `Between the iterations ${grouped(fromIteration)} and ${grouped(toIteration)} it becomes resident in ${counted(pageSteps.length, "page")} of 4 KiB; measured were ${grouped(measured.leak.zoom.pageSteps.length)}.`,
  ].join(" ");
}

function survivorAlt({ kept, objects, all, survivors }: SurvivorMemory): string {
  return `Of ${grouped(objects)} objects, which take ${memory(all.residentBytes)}, ${kept} kept: ${memory(survivors.residentBytes)} stay.`;
}

/** "1 MiB" or "256 KiB": arenas are one or the other. */
export function arenaSize(bytes: number): string {
  return bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20} MiB` : `${bytes / 1024} KiB`;
}

/** Rounded up, so that nothing differs by more. */
function percent(share: number): string {
  return `${grouped(Math.ceil(share * 10_000) / 100, 2)} %`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

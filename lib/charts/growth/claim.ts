/** The words of a growth chart: title, subtitle, caption, alt text and labels, all computed from the facts. */

import type { ChartWords } from "../chart";
import { counted, grouped, memory } from "../quantity";
import type { GrowthFacts, OffFacts, OnFacts } from "./facts";
import { type GrowthRuns, versionLine } from "./runs";

/**
 * The words around the picture.
 *
 * @param reduced - Were points left out of a series?
 */
export function growthWords(runs: GrowthRuns, facts: GrowthFacts, reduced: boolean): ChartWords {
  const title = claim(facts);
  const source = provenance(runs);
  const reduction = reduced ? " Long series are thinned out, with their peaks kept." : "";
  return {
    title,
    subtitle: [`${sentence(outcome(facts))}.`, `${source}.`],
    caption: `${title}: ${outcome(facts)} (${source}).${reduction}`,
    alt: `${altCurves(facts)} ${source}.`,
  };
}

/** One sentence, true of these runs, in at most 75 characters. */
function claim({ off, on, bounded, iterations }: GrowthFacts): string {
  if (off && on) {
    if (bounded && off.straight) return "The collector turns a straight line into a saw-tooth";
    if (on.collections === 0 && off.endTracked > 0 && off.endBytes === on.endBytes)
      return `In ${counted(iterations, "iteration")} the collector never runs, so gc on is gc off`;
    return `After ${counted(iterations, "iteration")} gc off holds ${memory(off.endBytes)} and gc on ${memory(on.endBytes)}`;
  }
  if (off)
    return off.straight
      ? `With gc off, every ${off.eachTime} costs ${perTime(off)} for ever`
      : `After ${counted(iterations, "iteration")} gc off holds ${memory(off.endBytes)}`;
  if (on!.collections === 0) return `In ${counted(iterations, "iteration")} the collector never runs`;
  if (on!.peakTracked !== undefined)
    return `With gc on, the loop never holds more than ${counted(on!.peakTracked, "object")}`;
  return `After ${counted(iterations, "iteration")} gc on holds ${memory(on!.endBytes)}`;
}

/** What stays and what is freed. */
function outcome({ off, on }: GrowthFacts): string {
  const stays = off && `${counted(off.endTracked, "object")} (${memory(off.endBytes)}) stay with gc off`;
  return [stays, on && freed(on, off ? grouped : objects)].filter((part) => part !== undefined).join("; ");
}

function objects(value: number): string {
  return counted(value, "object");
}

function freed(on: OnFacts, amount: (value: number) => string): string {
  if (on.collections === 0) return "no collection with gc on";
  return `${amount(on.collected)} are freed with gc on, in ${counted(on.collections, "collection")}`;
}

/** The label at the curve of gc off. */
export function offLabel(off: OffFacts): string {
  return `gc off: + ${perTime(off)} per ${off.eachTime}`;
}

/**
 * The label at the curve of gc on.
 *
 * @param tickStep - Every how many collections a tick is drawn; 1 when each has its own.
 */
export function onLabel(on: OnFacts, tickStep: number): string {
  if (on.collections === 0) return "gc on: no collection yet";
  const ticks = tickStep === 1 ? (on.collections === 1 ? "tick" : "ticks") : `1 in ${tickStep} ticked`;
  const peak = on.peakTracked === undefined ? "" : `, at most ${counted(on.peakTracked, "object")}`;
  return `gc on: ${counted(on.collections, "collection")} (${ticks})${peak}`;
}

function perTime(off: OffFacts): string {
  const bytes = off.bytesPerIteration;
  return `${grouped(bytes, Math.abs(bytes) < 10 ? 1 : 0)} bytes`;
}

/** Which CPython, and which marks are simulated, which measured. */
function provenance({ simulated, measured }: GrowthRuns): string {
  const model = simulated.off ?? simulated.on;
  const real = measured.off ?? measured.on;
  if (model === undefined) return `CPython ${real!.python}, measured as resident memory`;
  if (real === undefined) return `CPython ${model.python}, simulated`;
  return `CPython ${versionLine(model.python)}; lines simulated, rings measured on ${real.python} as resident memory`;
}

function altCurves({ off, on, iterations }: GrowthFacts): string {
  const parts = [`Memory of a loop above its start, over ${counted(iterations, "iteration")}.`];
  if (off)
    parts.push(
      `With gc off it ${off.straight ? "rises in a straight line to" : "ends at"} ${memory(off.endBytes)}, ${perTime(off)} per ${off.eachTime}.`,
    );
  if (on) parts.push(altOn(on));
  return parts.join(" ");
}

function altOn(on: OnFacts): string {
  if (on.collections === 0) return `With gc on no collection runs, and it ends at ${memory(on.endBytes)}.`;
  const stays = `With gc on it never goes above ${memory(on.peakBytes)}`;
  if (on.meanGap === undefined || on.peakTracked === undefined)
    return `${stays}; ${counted(on.collections, "collection")} ran.`;
  return `${stays}: a saw-tooth of tracked objects that rises to about ${grouped(on.peakTracked)} and falls back about every ${grouped(on.meanGap, 1)} iterations, ${grouped(on.collections)} times.`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

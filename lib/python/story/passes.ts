/** Samples of memory, one at each pass of the loop that goes round most often, thinned out as the run gets longer. */

import { liveObjects, trackedObjects, usedBytes } from "../../sim/alloc/usage";
import type { CollectionMark, GrowthSample } from "../../sim/growth";
import type { HeapState } from "../../sim/heap/heap-state";

/** More samples than this are thinned to half. */
const MOST_SAMPLES = 400;

/** The passes of a program, and what memory was at some of them. */
export class Passes {
  /** How often each loop has gone round, by the line at which it begins again. */
  private readonly rounds = new Map<number, number>();
  private stride = 1;
  samples: GrowthSample[] = [];
  readonly collections: CollectionMark[] = [];
  bytesAtMost = 0;
  private readonly before: { readonly tracked: number; readonly live: number; readonly bytes: number };
  private trackedBefore = 0;

  constructor(private readonly h: HeapState) {
    this.before = { tracked: trackedObjects(h), live: liveObjects(h), bytes: usedBytes(h) };
    this.samples.push(this.sample(0));
  }

  /** The line of the loop with most passes; 0 without any. */
  get line(): number {
    let most = 0;
    for (const [line, rounds] of this.rounds) if (rounds > (this.rounds.get(most) ?? 0)) most = line;
    return most;
  }

  get count(): number {
    return this.rounds.get(this.line) ?? 0;
  }

  /** A loop goes round. */
  goRound(line: number): void {
    const rounds = (this.rounds.get(line) ?? 0) + 1;
    this.rounds.set(line, rounds);
    if (rounds < this.count || rounds % this.stride !== 0) return;
    this.samples.push(this.sample(rounds));
    if (this.samples.length > MOST_SAMPLES) this.thin();
  }

  /** A collection begins or has ended. */
  collect(phase: "start" | "stop", generation: number, collected: number): void {
    if (phase === "start") {
      this.trackedBefore = trackedObjects(this.h) - this.before.tracked;
      this.bytesAtMost = Math.max(this.bytesAtMost, usedBytes(this.h) - this.before.bytes);
    } else
      this.collections.push({
        iteration: this.count,
        generation,
        collected,
        trackedBefore: this.trackedBefore,
      });
  }

  /** The program has ended or was stopped. @returns the bytes that are left. */
  end(): number {
    const last = this.sample(this.count);
    this.samples = [...this.samples.filter(({ iteration }) => iteration < last.iteration), last];
    return last.bytes;
  }

  private sample(iteration: number): GrowthSample {
    const { before, h } = this;
    const bytes = usedBytes(h) - before.bytes;
    this.bytesAtMost = Math.max(this.bytesAtMost, bytes);
    return {
      iteration,
      trackedObjects: trackedObjects(h) - before.tracked,
      liveObjects: liveObjects(h) - before.live,
      bytes,
    };
  }

  private thin(): void {
    this.stride *= 2;
    this.samples = this.samples.filter(({ iteration }) => iteration % this.stride === 0);
  }
}

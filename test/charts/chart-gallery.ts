/** The charts whose pictures are pinned: every kind of input that changes what is drawn. */

import type { Chart } from "../../lib/charts/chart";
import { countChart } from "../../lib/charts/count-chart";
import { growthChart } from "../../lib/charts/growth-chart";
import { measured, round, simulated, timeline, twoRounds } from "./leak-loop-runs";

/** File name to chart. */
export const gallery: Readonly<Record<string, () => Chart>> = {
  "growth-3.11": () => growthChart(...simulated(200_000, "3.11"), ...measured("3.11")),
  "growth-short": () => growthChart(...simulated(1500)),
  "growth-shortest": () => growthChart(...simulated(10)),
  "growth-off": () => growthChart(simulated(60_000)[0]),
  "growth-on": () => growthChart(simulated(20_000)[1]),
  "growth-measured": () => growthChart(...measured("3.12")),
  "counts-of-two-rounds": () => countChart(twoRounds),
  "counts-of-one-round": () =>
    countChart(timeline(round, { A: [1, 1, 1, 2, 1, "1"], B: [0, 1, 2, 2, 2, "1"] })),
  "counts-to-zero": () =>
    countChart(
      timeline(
        ["cart = []", "cart.append(cart)", "cart = None", "gc.collect()", "apple = []", "apple = None"],
        {
          cart: [1, 2, "1", 0, 0, 0],
          apple: [0, 0, 0, 0, 1, 0],
        },
      ),
    ),
};

/** The picture at the top of the README: simulated 3.13 over the recording of 3.13. */
export function readmeChart(): Chart {
  return growthChart(...simulated(200_000), ...measured("3.13"));
}

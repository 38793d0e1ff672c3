/** Shows a chart in the notebook cell that asks for it. */

import type { Chart } from "../charts/chart";
import { sendOutput } from "./kernel-output";
import { renderSvg } from "./render-svg";

const VEGA_LITE = "application/vnd.vegalite.v5+json";

/**
 * Show a chart as one output of the running cell.
 *
 * JupyterLab draws the vega-lite specification and makes it interactive; GitHub, nbviewer and nbconvert take the SVG
 * of the same chart; everything else the caption and the alt text. Outside a notebook those two are printed.
 *
 * @param chart - What a chart builder returned.
 * @throws {BadInputError} When the chart has no caption or no alt text.
 */
export function show(chart: Chart): void {
  const text = `${chart.caption}\n\n${chart.alt}`;
  const forms = { [VEGA_LITE]: chart.spec, "image/svg+xml": renderSvg(chart), "text/plain": text };
  // SVG instead of a canvas: each mark has its label, and no menu covers the picture.
  const hints = { [VEGA_LITE]: { embed_options: { actions: false, renderer: "svg" } } };
  if (!sendOutput(forms, hints)) console.log(text);
}

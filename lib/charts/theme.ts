/** How every chart of the kit looks: the `config` of its vega-lite specification. */

import { INK, NEUTRAL } from "./palette";

/** Arial's metrics on every system, so that a picture drawn here and one drawn in a browser have the same layout. */
export const SANS = "Helvetica, Arial, 'Liberation Sans', sans-serif";

/** For Python code. */
export const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** Width of a plot in pixels; with its axis a picture stays below 680, what a notebook shows without scrolling. */
export const PLOT_WIDTH = 600;

/**
 * The theme. It sets no background and no colour of text: JupyterLab's dark theme supplies `background: #333`, and
 * the parameters `ink` and `paper` are computed from the background, so one specification reads in both themes.
 */
export const theme: Readonly<Record<string, unknown>> = {
  font: SANS,
  padding: 8,
  params: [
    { name: "ink", expr: "luminance(background) < 0.5 ? '#ffffff' : '#1a1a1a'" },
    { name: "paper", expr: "background" },
  ],
  view: { stroke: null },
  concat: { spacing: 24 },
  title: {
    anchor: "start",
    frame: "group",
    fontSize: 15,
    fontWeight: 600,
    lineHeight: 19,
    offset: 12,
    subtitleFontSize: 12,
    subtitleLineHeight: 16,
    subtitlePadding: 5,
  },
  style: { "guide-label": { fontSize: 11 }, "guide-title": { fontSize: 11, fontWeight: "normal" } },
  axis: {
    domainColor: NEUTRAL,
    gridColor: NEUTRAL,
    gridOpacity: 0.25,
    labelFontSize: 11,
    labelPadding: 4,
    tickColor: NEUTRAL,
    tickSize: 4,
    titleFontSize: 11,
    titleFontWeight: "normal",
  },
  axisX: { grid: false, titlePadding: 6 },
  axisY: {
    domain: false,
    ticks: false,
    titleAlign: "left",
    titleAnchor: "end",
    titleAngle: 0,
    titleBaseline: "bottom",
    titleX: 0,
    titleY: -10,
  },
  line: { strokeWidth: 2.5, strokeJoin: "round" },
  point: { size: 44, strokeWidth: 1.8, opacity: 1 },
  rect: { strokeWidth: 0 },
  rule: { color: NEUTRAL },
  text: { color: INK, fontSize: 11 },
};

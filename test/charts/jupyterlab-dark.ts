/** What JupyterLab's dark theme puts below a chart's own configuration: the theme "dark" of vega-themes. */
export const jupyterlabDark: Readonly<Record<string, unknown>> = {
  background: "#333",
  view: { stroke: "#888" },
  title: { color: "#fff", subtitleColor: "#fff" },
  style: { "guide-label": { fill: "#fff" }, "guide-title": { fill: "#fff" } },
  axis: { domainColor: "#fff", gridColor: "#888", tickColor: "#fff" },
};

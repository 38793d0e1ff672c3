/** What each colour means, in every chart of the kit. Colour never speaks alone: a word, a shape or a dash says it too. */

/** Reachable from a name, or kept small by the collector; also: safe, passed. */
export const ALIVE = "#4C9FD8";

/** Unreachable but still there; also: memory that only grows. */
export const GARBAGE = "#E5A52E";

/** Neutral: guides, collections, freed memory. Contrast 3.5 on white and on JupyterLab's dark #333. */
export const NEUTRAL = "#888888";

/** Text on a block of {@link ALIVE} or {@link GARBAGE}, in both themes. */
export const ON_COLOUR = "#000000";

/** Reads on the background of the moment: almost black on a light one, white on a dark one. */
export const INK: { readonly expr: string } = { expr: "ink" };

/** The background of the moment: the inside of a ring. */
export const PAPER: { readonly expr: string } = { expr: "paper" };

/** Contrast of the texts in a picture, by the formula of the Web Content Accessibility Guidelines. */

import { ALIVE, GARBAGE, ON_COLOUR } from "../../lib/charts/palette";

/** A text and what it stands on. */
export interface TextColour {
  readonly text: string;
  readonly behind: string;
}

/** The colours of all texts; the colour for texts on a bar stands on the bars, all others on the background. */
export function textColours(svg: string, background: string): readonly TextColour[] {
  const fills = [...svg.matchAll(/<text [^>]*?fill="(#[0-9a-f]+|\w+)"/gi)].map(([, fill]) => fill!);
  return [...new Set(fills)].flatMap((text) =>
    text === ON_COLOUR
      ? [
          { text, behind: ALIVE },
          { text, behind: GARBAGE },
        ]
      : [{ text, behind: background }],
  );
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function channels(colour: string): number[] {
  if (colour === "black") return [0, 0, 0];
  const digits = colour.slice(1);
  const size = digits.length / 3;
  return [0, 1, 2].map((index) => {
    const part = digits.slice(index * size, (index + 1) * size);
    return Number.parseInt(size === 1 ? part + part : part, 16) / 255;
  });
}

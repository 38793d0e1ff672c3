/** Shapes of containers that are made all the time, under a fixed name: looking one up makes no text. */

import type { HeapState } from "../heap/heap-state";

/** Remember a shape under a name in `HeapState.builtinShapes`. @param name - Not two numbers, as the other keys there. @returns the shape. */
export function rememberShape(h: HeapState, name: string, shape: number): number {
  h.builtinShapes.set(name, shape);
  return shape;
}

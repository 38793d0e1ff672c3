/** What a test of an exercise may say of itself: `test("...", { meta: { points: 1 } }, () => { ... })`. */
import "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** What the test gives when it passes. */
    points?: number;
  }
}

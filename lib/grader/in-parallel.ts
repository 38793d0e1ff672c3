/** Doing many jobs, a few at a time. */

/**
 * Run `work` on every item, at most `width` at once, starting them in order.
 *
 * When one throws, no further item is started, those running are awaited, and the first error is thrown.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    while (next < items.length && errors.length === 0) {
      const item = items[next++] as Item;
      await work(item).catch((error: unknown) => errors.push(error));
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (errors.length > 0) throw errors[0];
}

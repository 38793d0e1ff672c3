/** How far a run of several notebooks is, as one line. */

/** Where a run of notebooks stands. */
export interface RunProgress {
  /** The notebook that runs now. */
  readonly name: string;
  /** Cells finished so far and in all, in all notebooks. */
  readonly done: number;
  readonly total: number;
  /** Since the first notebook was started. */
  readonly elapsedMs: number;
}

/** For example `05-the-leak-loop  cell 12 of 80  about 20 s left`. Says nothing of the time before there is a measure of it. */
export function progressLine({ name, done, total, elapsedMs }: RunProgress): string {
  const position = `${name}  cell ${done} of ${total}`;
  if (done === 0 || done === total) return position;
  const secondsLeft = Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
  const left = secondsLeft < 90 ? `${secondsLeft} s` : `${Math.ceil(secondsLeft / 60)} min`;
  return `${position}  about ${left} left`;
}

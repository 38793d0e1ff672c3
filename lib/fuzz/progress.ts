/** What a fuzzing run says while it works. */

/** Where progress goes: standard error, or anything that takes text. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Make the listener that writes progress with the rate and the time left: on a terminal one line that is overwritten,
 * else a line for each tenth of the programs.
 *
 * @param nowMs - The clock, in milliseconds.
 */
export function fuzzProgress(
  output: ProgressOutput,
  programs: number,
  nowMs: () => number,
): (done: number) => void {
  const startedMs = nowMs();
  let tenths = 0;
  return (done) => {
    const perSecond = done / Math.max((nowMs() - startedMs) / 1000, 0.001);
    const leftSeconds = Math.ceil((programs - done) / perSecond);
    const line = `${done} of ${programs} programs, ${Math.round(perSecond)} a second, about ${leftSeconds} s left`;
    if (output.isTTY === true) {
      output.write(`\r\x1b[2K${done === programs ? "" : line}`);
      return;
    }
    if (Math.floor((10 * done) / programs) === tenths) return;
    tenths = Math.floor((10 * done) / programs);
    output.write(`${line}\n`);
  };
}

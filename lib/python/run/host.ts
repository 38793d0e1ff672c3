/** What a program reaches outside of the simulated interpreter, given by whoever runs it. */

/** Two streams and a budget. */
export interface Host {
  /** Standard output. */
  write(text: string): void;
  /** Standard error. */
  writeError(text: string): void;
  /**
   * Asked now and then, at backward jumps and calls: may the program go on?
   *
   * @param instructions - Executed since the start, about.
   */
  mayGoOn(instructions: number): boolean;
}

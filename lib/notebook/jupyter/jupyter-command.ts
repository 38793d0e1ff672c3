/** How to start a JupyterLab, wherever it comes from. */

/** A command that takes the arguments of `jupyter lab`. */
export interface JupyterCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Which JupyterLab this is, for the person at the keyboard. */
  readonly title: string;
}

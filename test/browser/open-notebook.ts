/** One notebook in JupyterLab, driven through the application's own commands and models. */
import type { Locator, Page } from "playwright-core";

/** A cell as JupyterLab has it in memory. */
export interface CellModel {
  readonly cell_type: string;
  readonly source: string;
  readonly outputs?: readonly {
    readonly output_type: string;
    readonly text?: string;
    readonly ename?: string;
    readonly traceback?: readonly string[];
    readonly data?: Readonly<Record<string, unknown>>;
  }[];
}

/** The parts of JupyterLab that are used inside the page. */
interface LabWindow {
  readonly jupyterapp: {
    readonly commands: { execute(id: string, args?: object): Promise<unknown> };
    readonly shell: {
      readonly currentWidget: {
        readonly context: { readonly path: string; readonly model: { readonly dirty: boolean } };
        readonly sessionContext: {
          readonly isReady: boolean;
          readonly session: {
            readonly kernel: {
              readonly status: string;
              readonly connectionStatus: string;
              interrupt(): Promise<void>;
            };
          } | null;
        };
        readonly content: {
          activeCellIndex: number;
          readonly widgets: readonly {
            readonly node: HTMLElement;
            readonly model: {
              toJSON(): CellModel;
              readonly type: string;
              readonly executionCount?: number | null;
              readonly sharedModel: { setSource(source: string): void };
            };
          }[];
          deselectAll(): void;
          scrollToItem(index: number, align: string): Promise<void>;
        };
      };
    };
  };
}
declare const window: LabWindow;

/** The first kernel of a fresh checkout reads all its files from the disk: on a busy machine that takes a while. */
const KERNEL_READY_MS = 90_000;

/** The notebook that the page shows. */
export class OpenNotebook {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Open the notebook at `path` and wait until its kernel is idle. */
  static async at(page: Page, path: string): Promise<OpenNotebook> {
    await page.evaluate((path) => window.jupyterapp.commands.execute("docmanager:open", { path }), path);
    await page.waitForFunction((path) => {
      const shown = window.jupyterapp.shell.currentWidget;
      return shown?.context?.path === path && shown.content.widgets.length > 0;
    }, path);
    const notebook = new OpenNotebook(page);
    await notebook.untilIdle();
    return notebook;
  }

  /** Run a command of JupyterLab; its result when that is a truth value. */
  command(id: string, args: object = {}): Promise<boolean | null> {
    return this.page.evaluate(
      async ([id, args]) => {
        const result = await window.jupyterapp.commands.execute(id, args);
        return typeof result === "boolean" ? result : null;
      },
      [id, args] as const,
    );
  }

  /** Run all cells to their end, each of which must have code. True when none failed, not even one that is meant to. */
  async runAll(): Promise<boolean> {
    const allWell = await this.command("notebook:run-all-cells");
    // JupyterLab gives its answer at the first failure; after one that is meant to be, the other cells still run.
    await this.page.waitForFunction(() =>
      window.jupyterapp.shell.currentWidget.content.widgets.every(
        ({ model }) => model.type !== "code" || model.executionCount !== null,
      ),
    );
    return allWell === true;
  }

  /** Start one cell and do not wait for it. */
  async startCell(index: number): Promise<void> {
    await this.page.evaluate((index) => {
      const { content } = window.jupyterapp.shell.currentWidget;
      content.deselectAll();
      content.activeCellIndex = index;
      void window.jupyterapp.commands.execute("notebook:run-cell");
    }, index);
  }

  /** Run one cell to its end, and tell what is then in it. */
  async runCell(index: number): Promise<CellModel> {
    await this.page.evaluate((index) => {
      const { content } = window.jupyterapp.shell.currentWidget;
      content.deselectAll();
      content.activeCellIndex = index;
      return window.jupyterapp.commands.execute("notebook:run-cell").then(() => null);
    }, index);
    return this.cell(index);
  }

  /** Replace what is written in a cell. */
  async write(index: number, source: string): Promise<void> {
    await this.page.evaluate(
      ([index, source]) =>
        window.jupyterapp.shell.currentWidget.content.widgets[index]?.model.sharedModel.setSource(source),
      [index, source] as const,
    );
  }

  /** All cells as JupyterLab has them now. */
  cells(): Promise<CellModel[]> {
    return this.page.evaluate(() =>
      window.jupyterapp.shell.currentWidget.content.widgets.map(({ model }) => model.toJSON()),
    );
  }

  async cell(index: number): Promise<CellModel> {
    const cell = (await this.cells())[index];
    if (cell === undefined) throw new Error(`The notebook has no cell ${index}.`);
    return cell;
  }

  /** The index of the first code cell with this text. */
  async find(text: string): Promise<number> {
    const index = (await this.cells()).findIndex(
      ({ cell_type, source }) => cell_type === "code" && source.includes(text),
    );
    if (index < 0) throw new Error(`No code cell of the notebook contains: ${text}`);
    return index;
  }

  /** Bring a cell into view; JupyterLab draws only cells that are near. */
  async scrollTo(index: number): Promise<Locator> {
    await this.page.evaluate(
      (index) => window.jupyterapp.shell.currentWidget.content.scrollToItem(index, "start"),
      index,
    );
    return this.page.locator(`.jp-Notebook .jp-Cell[data-windowed-list-index="${index}"]`);
  }

  /** Wait until the kernel runs nothing. */
  async untilIdle(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const { isReady, session } = window.jupyterapp.shell.currentWidget.sessionContext;
        const kernel = session?.kernel;
        return isReady && kernel?.status === "idle" && kernel.connectionStatus === "connected";
      },
      undefined,
      { timeout: KERNEL_READY_MS },
    );
  }

  /** Is there something to save? */
  dirty(): Promise<boolean> {
    return this.page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty);
  }
}

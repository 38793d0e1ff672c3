/** A JupyterLab on a copy of the notebooks and a Chromium page on it, as `npm start` would open it. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { findJupyter } from "../../lib/notebook/jupyter/find-jupyter";
import { freePort } from "../../lib/notebook/jupyter/free-port";
import { jupyterHome, makeHome } from "../../lib/notebook/jupyter/jupyter-home";
import { startLab } from "../../lib/notebook/jupyter/lab-server";
import { findChromium } from "./find-chromium";
import { checkout, copyWorkshop } from "./workshop-copy";

/** A browser that draws on the processor and asks nobody for updates. */
const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the tests of one file share. */
export interface Lab {
  readonly page: Page;
  /** The folder that JupyterLab serves. */
  readonly root: string;
  /** Every address outside this machine that the page asked for. */
  readonly foreignRequests: readonly string[];
  /** Keep a picture of the page in `artefacts/browser`. */
  screenshot(name: string): Promise<void>;
  /** End browser and server, remove the copy. */
  close(): Promise<void>;
}

/** Start both. Installs JupyterLab where `npm start` would, if there is none. */
export async function openLab(): Promise<Lab> {
  const executablePath = findChromium();
  const copy = copyWorkshop();
  const closers: (() => unknown)[] = [copy.remove];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const home = { ...jupyterHome(copy.root), venv: jupyterHome(checkout).venv };
    makeHome(home);
    const jupyter = findJupyter(home, (sentence) => process.stderr.write(`${sentence}\n`));
    const server = await startLab(jupyter, home, {
      root: copy.root,
      port: await freePort(),
      openBrowser: false,
      args: ["--LabApp.expose_app_in_browser=True"],
    });
    closers.push(server.stop);
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    closers.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
    const foreignRequests = watchRequests(page);
    await page.goto(`${server.url}&reset`);
    await untilRestored(page);
    return { page, root: copy.root, foreignRequests, screenshot: (name) => screenshot(page, name), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function watchRequests(page: Page): readonly string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && hostname !== "127.0.0.1") foreign.push(request.url());
  });
  return foreign;
}

/** Asked again and again, because JupyterLab may load the page a second time while it starts. */
async function untilRestored(page: Page): Promise<void> {
  await page.waitForFunction(`
    window.jupyterapp?.restored.then(() => { window.labIsRestored = true; }),
    window.labIsRestored && window.jupyterapp.commands.hasCommand("docmanager:open")`);
}

async function screenshot(page: Page, name: string): Promise<void> {
  const dir = join(checkout, "artefacts/browser");
  mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: join(dir, `${name}.png`) });
}

/** What is written for Jupyter. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { jupyterEnvironment } from "../../../lib/notebook/jupyter/environment";
import { writeSettings } from "../../../lib/notebook/jupyter/write-settings";
import { inEmptyCheckout } from "./checkout-copy";

const readJson = (...path: string[]): Record<string, Record<string, unknown>> =>
  JSON.parse(readFileSync(join(...path), "utf8"));

describe("writeSettings", () => {
  test("the kernel is started by this Node and the kit's launcher, both named in full", () => {
    inEmptyCheckout(({ root, home }) => {
      writeSettings(home, root);
      const { argv, display_name } = readJson(home.share, "kernels/tslab/kernel.json") as unknown as {
        argv: string[];
        display_name: string;
      };
      expect(argv[0]).toBe(process.execPath);
      const launcher = argv.slice(1).findIndex((argument) => !argument.startsWith("--")) + 1;
      expect(existsSync(argv[launcher] ?? "")).toBe(true);
      expect(argv.slice(launcher + 1)).toEqual(["kernel", "--config-path", "{connection_file}"]);
      expect(display_name).toBe("TypeScript");
    });
  });

  test("the TypeScript kernel is the only one offered, and no news is fetched", () => {
    inEmptyCheckout(({ root, home }) => {
      writeSettings(home, root);
      const server = readJson(home.config, "jupyter_server_config.json");
      expect(server.KernelSpecManager?.allowed_kernelspecs).toEqual(["tslab"]);
      expect(server.LabApp?.news_url).toBe(null);
      expect(server.ServerApp?.root_dir).toBe(root);
    });
  });

  test("everything is below .leakloop", () => {
    inEmptyCheckout(({ root, home }) => {
      writeSettings(home, root);
      expect(readdirSync(root).sort()).toEqual([".leakloop", "bin"]);
    });
  });
});

describe("jupyterEnvironment", () => {
  test("sends each kind of Jupyter's files below .leakloop, and keeps the user's settings out", () => {
    inEmptyCheckout(({ home }) => {
      vi.stubEnv("JUPYTER_CONFIG_PATH", "/elsewhere");
      vi.stubEnv("JUPYTERLAB_SETTINGS_DIR", "/elsewhere");
      const environment = Object.entries(jupyterEnvironment(home));
      const places = environment.filter(([name]) => /^JUPYTER.*(PATH|DIR)$/.test(name));
      expect(places.map(([name]) => name).sort()).toEqual([
        "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_PATH",
        "JUPYTER_RUNTIME_DIR",
      ]);
      for (const [, place] of places) expect(place).toContain(home.dir);
    });
  });
});

describe("the lock", () => {
  test("has one version of each package for a platform and Python, no host, and not the Python kernel", () => {
    const lock = readFileSync(join(__dirname, "../../../lib/notebook/jupyter/requirements.txt"), "utf8");
    for (const line of lock.trimEnd().split("\n")) expect(line).toMatch(/^[a-z0-9-]+==[\w.]+( ; [^/]+)?$/);
    expect(lock).not.toMatch(/^(ipykernel|jupyter-lsp|rfc3987-syntax)=/m);
  });

  test.runIf(hasGit())("is not ignored, while .leakloop is", () => {
    const ignored = (path: string): boolean => {
      try {
        execFileSync("git", ["check-ignore", "--quiet", path], { cwd: join(__dirname, "../../..") });
        return true;
      } catch {
        return false;
      }
    };
    expect(ignored("lib/notebook/jupyter/requirements.txt")).toBe(false);
    expect(ignored(".leakloop/venv")).toBe(true);
  });
});

function hasGit(): boolean {
  return existsSync(join(__dirname, "../../../.git"));
}

/** The settings of the server and of JupyterLab: one kernel, no news, no request to another host. */

import { kernelName } from "./kernel-spec";

/**
 * `jupyter_server_config.json`.
 *
 * @param root - The folder that the file browser shows.
 */
export function serverSettings(root: string): object {
  return {
    ServerApp: {
      root_dir: root,
      ip: "127.0.0.1",
      port_retries: 0,
      // lsp may be there in a Jupyter that is not ours; the shim serves an older Notebook's settings.
      jpserver_extensions: { jupyter_lsp: false, notebook_shim: false },
    },
    KernelSpecManager: { allowed_kernelspecs: [kernelName], ensure_native_kernel: false },
    MappingKernelManager: { default_kernel_name: kernelName },
    // How long a kernel that loops may hold up the end of the server, in seconds.
    KernelManager: { shutdown_wait_time: 1 },
    LabApp: {
      news_url: null,
      check_for_updates_class: "jupyterlab.handlers.announcements.NeverCheckForUpdate",
      extension_manager: "readonly",
      custom_css: true,
    },
  };
}

/** `labconfig/default_setting_overrides.json`: what a learner finds until changing it. */
export function labSettings(): object {
  return {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    "@jupyterlab/apputils-extension:sessionDialogs": { skipKernelRestartDialog: true },
    "@jupyterlab/docmanager-extension:plugin": { autosave: true, autosaveInterval: 60 },
    // The first completion waits for the compiler to read the library.
    "@jupyterlab/completer-extension:manager": { providerTimeout: 5000 },
  };
}

/** `labconfig/page_config.json`: no parts that need the Python kernel, the language server or the network. */
export function pageSettings(): object {
  return {
    disabledExtensions: {
      "@jupyterlab/lsp-extension": true,
      "@jupyterlab/debugger-extension": true,
      "@jupyterlab/extensionmanager-extension": true,
    },
  };
}

// Tells the service worker which files the page is made of. Called by vite.config.ts.
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Puts `builtShell` (pwa/shell.ts) in front of sw.js: a version that changes with any of the files, and their addresses. */
export const shellList = (): Plugin => ({
  name: "shell-list",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler: (_, bundle) => {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("vite made no sw.js");
      // Browsers load a worker as one plain script.
      if (worker.imports.length > 0) throw new Error(`sw.js imports ${worker.imports.join(", ")}`);
      const assets = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
      const page = bundle["index.html"];
      const html = page?.type === "asset" ? String(page.source) : "";
      const files = assets.toSorted();
      const version = createHash("sha256").update(html).update(files.join("\n")).digest("hex");
      const shell = {
        version: version.slice(0, 12),
        files: ["/", ...files.map((name) => `/${name}`)],
      };
      worker.code = `const builtShell = ${JSON.stringify(shell)};\n${worker.code}`;
    },
  },
});

// Builds the page from web/ into web/dist, which the gateway serves. Called by `npx vite build web` (npm start does it).
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { shellList } from "./shell-list.ts";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), shellList()],
  logLevel: "warn",
  clearScreen: false,
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // The page's security policy allows no inline content: every asset is a file of its own, with a hash in its name.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        index: join(import.meta.dirname, "index.html"),
        sw: join(import.meta.dirname, "sw.ts"),
      },
      output: {
        // A service worker rules over the folder it is in, and keeps its name: browsers ask for it anew.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});

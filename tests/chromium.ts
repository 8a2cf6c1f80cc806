// Where the browser for the page's tests is. Called by the browser tests, the screenshot script and tests/main.ts.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What a person reads when there is none. */
export const noChromium =
  "no Chromium was found, so the browser tests are skipped: install it (Debian: apt-get install chromium) or name it by CHROMIUM_PATH";

/** Absolute path of a Chromium or Chrome: CHROMIUM_PATH, else the PATH, else where macOS has it; null when there is none. */
export const findChromium = (
  env: Record<string, string | undefined> = process.env,
): string | null => {
  const given = env["CHROMIUM_PATH"];
  if (given) return existsSync(given) ? given : null;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...elsewhere].find(isProgram) ?? null;
};

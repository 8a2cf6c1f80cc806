// `npm run icons`: draws the icons of the installed app from web/icon.svg into web/public. Run again when the mark changes; needs Chromium.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findChromium, noChromium } from "./chromium.ts";

const web = fileURLToPath(new URL("../web/", import.meta.url));
const paper = "#f6f3ec";
const mark = "#1f5f4f";

/**
 * `share`: how much of the square the mark takes. A maskable icon is cut to any shape, of which a circle of 80 % is safe; iOS fills what is
 * transparent with black.
 */
const icons = [
  { name: "icon-192", size: 192, share: 1, ground: "transparent" },
  { name: "icon-512", size: 512, share: 1, ground: "transparent" },
  { name: "icon-maskable-512", size: 512, share: 0.8, ground: mark },
  { name: "apple-touch-icon", size: 180, share: 0.84, ground: paper },
];

const executablePath = findChromium();
if (executablePath === null) throw new Error(noChromium);
const svg = Buffer.from(readFileSync(`${web}icon.svg`)).toString("base64");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const { name, size, share, ground } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0;background:${ground};display:grid;place-items:center;height:100vh}</style>
       <img alt="" style="width:${share * 100}%" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.screenshot({
      path: `${web}public/${name}.png`,
      omitBackground: ground === "transparent",
    });
    await page.close();
  }
} finally {
  await browser.close();
}

// A language model at work, seen from the page: its words as they come, who answered, and the rules when it falls silent.
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../chromium.ts";
import { signUp } from "../client.ts";
import { type OpenAiServer, startOpenAiServer } from "../openai-server.ts";
import { type Stack, startStack } from "../stack.ts";
import { chromiumFlags, isLive, signInAs, withoutChromium } from "./visitors.ts";

const startMs = 180_000;
const question = "Any thoughts on how I could get through this week more calmly?";

describe.skipIf(withoutChromium)("with a model", () => {
  let model: OpenAiServer;
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    model = await startOpenAiServer();
    const env = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "test", OPENAI_TIMEOUT_MS: "3000" };
    stack = await startStack({ env });
    const executablePath = findChromium();
    if (executablePath !== null)
      browser = await chromium.launch({ executablePath, args: chromiumFlags });
  }, startMs);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    await model?.close();
  }, startMs);

  const openPage = async (): Promise<Page> => {
    const context = await browser.newContext({ timezoneId: "Europe/Berlin", locale: "en-GB" });
    await signInAs(context, await signUp(stack.url));
    const page = await context.newPage();
    await page.goto(stack.url);
    await isLive(page);
    return page;
  };
  const ask = async (page: Page): Promise<void> => {
    await page.getByLabel("Message to Punctual").fill(question);
    await page.getByLabel("Message to Punctual").press("Enter");
  };

  test("its answer says that it is the model's", async () => {
    model.play({ text: "Put the hardest thing first." });
    const page = await openPage();
    await ask(page);
    await page.locator(".bubble--reply", { hasText: "Put the hardest thing first." }).waitFor();
    await page.getByText("by the model", { exact: true }).waitFor();
    expect(await page.locator(".bubble--words").count()).toBe(0);
  });

  test("its words show while they come; when it falls silent the rules answer, and say so", async () => {
    model.play({ hang: "within", text: "Put the hardest" });
    const page = await openPage();
    await ask(page);
    const words = page.locator(".bubble--words", { hasText: "Put the hardest" });
    await words.waitFor();
    await words.waitFor({ state: "detached" });
    const answer = page.locator(".exchange .bubble--reply").last();
    expect(await answer.innerText()).toContain("read by the built-in rules");
    expect(await answer.innerText()).not.toContain("Put the hardest");
    expect(await page.getByText("by the model", { exact: true }).count()).toBe(0);
  });
});

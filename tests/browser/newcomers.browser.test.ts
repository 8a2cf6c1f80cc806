// Where accounts are made by invitation and no mail server is set up, in a real browser: the first one, a code to keep, an invitation.
import { afterAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { startStack } from "../stack.ts";
import { faultsOf } from "./axe.ts";
import { isLive, useVisitors, withoutChromium } from "./visitors.ts";

const env = { SIGNUP: "invite", SMTP_URL: "", MAIL_FROM: "" };
const stack = withoutChromium ? null : await startStack({ env });
const url = stack?.url ?? "";
afterAll(() => stack?.stop(), 60_000);

const password = "correct horse battery";

const join = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase()}@example.com`);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
};

describe.skipIf(withoutChromium)("newcomers", () => {
  const visitors = useVisitors(url);

  test("the first is told so, keeps a code, invites the second, and comes back by the code", async () => {
    const ada = await visitors.open();
    await ada.getByText("Nobody has an account here yet: yours is the first.").waitFor();
    await ada.getByRole("button", { name: "Create an account" }).click();
    await join(ada, "Ada");
    await ada.getByRole("heading", { name: "Keep this code" }).waitFor();
    const code = await ada.getByLabel("Recovery code", { exact: true }).innerText();
    await ada.getByRole("button", { name: "I have written it down" }).click();
    await isLive(ada);

    const stranger = await visitors.open();
    await stranger.getByRole("button", { name: "Create an account" }).click();
    await stranger.getByLabel("Invitation").waitFor();
    await join(stranger, "Eve");
    await stranger.getByText("This is needed to make an account here.").waitFor();

    await ada.getByRole("button", { name: "Account of Ada" }).click();
    const part = ada.getByRole("region", { name: "Invite somebody" });
    await part.getByRole("button", { name: "Make an invitation" }).click();
    const link = await part.getByLabel("Invitation", { exact: true }).innerText();
    await ada.getByRole("dialog").getByRole("button", { name: "Close" }).click();

    const bob = await visitors.open();
    await bob.goto("about:blank");
    await bob.goto(link);
    await bob.getByRole("heading", { name: "Create your account" }).waitFor();
    expect(await bob.getByLabel("Invitation").inputValue()).not.toBe("");
    await join(bob, "Bob");
    await bob.getByRole("button", { name: "I have written it down" }).click();
    await isLive(bob);

    const token = await ada.evaluate(async () => {
      const headers = { "content-type": "application/json" };
      const asked = { method: "POST", headers, body: JSON.stringify({ name: "a program" }) };
      const made = await fetch("/api/v1/tokens", asked);
      return ((await made.json()) as { token: string }).token;
    });
    const withToken = () =>
      fetch(`${url}/tasks`, { headers: { authorization: `Bearer ${token}` } });
    expect((await withToken()).status).toBe(200);

    const lost = await visitors.open();
    await lost.getByRole("button", { name: "Forgot your password?" }).click();
    await lost.getByLabel("Code").fill(code.toLowerCase());
    await lost.getByLabel("New password").fill("another horse battery");
    await lost.getByLabel("End the tokens of assistants and programs, too").check();
    expect(await faultsOf(lost)).toEqual([]);
    await lost.getByRole("button", { name: "Change the password" }).click();
    await lost.getByText("Sign in with ada@example.com and your new password.").waitFor();
    expect((await withToken()).status).toBe(401);
    expect(await lost.getByLabel("Recovery code", { exact: true }).innerText()).not.toBe(code);
    await ada.getByText("Your session has ended. Sign in again.").waitFor();
  });
});

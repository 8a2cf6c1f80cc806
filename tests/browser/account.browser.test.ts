// The account in a real browser: devices that end at once, a second step, a passkey, a lost password, and the end of it all.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type MailServer, startMailServer } from "../mail-server.ts";
import { sharedStack } from "../stack.ts";
import { totpOf } from "../totp.ts";
import { faultsOf } from "./axe.ts";
import { isLive, phone, useVisitors, wide, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();
const smtpPort = Number(process.env["PUNCTUAL_TEST_SMTP_PORT"]);
const password = "correct horse battery";

const openAccount = async (page: Page) => {
  await page.getByRole("button", { name: /^Account of/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "Who you are" }).waitFor();
  return dialog;
};

const signInAt = async (page: Page, email: string, shown = password): Promise<void> => {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(shown);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
};

let mail: MailServer | null = null;
afterEach(async () => {
  await mail?.close();
  mail = null;
});

describe.skipIf(withoutChromium)("the account page", () => {
  const visitors = useVisitors(url);

  test("a device that is signed out here closes at once there, and so do all others after a new password", async () => {
    const person = await signUp(url);
    const here = await visitors.openAs(person);
    const there = await visitors.open();
    await signInAt(there, person.email);
    await isLive(there);
    const dialog = await openAccount(here);
    await dialog.getByRole("button", { name: /^Sign out Chrome/ }).click();
    await there.getByText("Your session has ended. Sign in again.").waitFor();
    await signInAt(there, person.email);
    await isLive(there);
    await dialog.getByLabel("Present password").fill(password);
    await dialog.getByLabel("New password").fill("another horse battery");
    await dialog.getByRole("button", { name: "Change the password" }).click();
    await dialog.getByText("Changed. All your other devices have been signed out.").waitFor();
    await there.getByText("Your session has ended. Sign in again.").waitFor();
    await dialog.getByText("The password was changed").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await isLive(here);
    expect(await here.getByRole("dialog").count()).toBe(0);
  });

  test.each([
    ["wide", wide],
    ["dark", { ...wide, colorScheme: "dark" as const }],
    ["on a phone", phone],
    ["at 320 px", { viewport: { width: 320, height: 640 } }],
  ])("axe finds nothing on it, %s, and nothing sticks out", async (_, options) => {
    const person = await signUp(url);
    const page = await visitors.openAs(person, options);
    await page.goto(`${url}/account`);
    const dialog = page.getByRole("dialog");
    await dialog.getByText("The account was made").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sticksOut()).toBeLessThanOrEqual(0);
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.waitForURL(`${url}/`);
    const out = await visitors.open(options);
    await out.getByRole("button", { name: "Forgot your password?" }).click();
    await out.getByRole("button", { name: "I have a code" }).click();
    await out.getByLabel("Code").waitFor();
    expect(await faultsOf(out)).toEqual([]);
  });

  test("a name is changed, and a common password is refused in words", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person, phone);
    const other = await visitors.openAs(person);
    const dialog = await openAccount(page);
    await dialog.getByLabel("Name", { exact: true }).fill("Augusta");
    await dialog.getByRole("button", { name: "Change the name" }).click();
    await page
      .getByRole("button", { name: "Account of Augusta", includeHidden: true })
      .waitFor({ state: "attached" });
    await dialog.getByLabel("Present password").fill(password);
    await dialog.getByLabel("New password").fill("password123");
    await dialog.getByRole("button", { name: "Change the password" }).click();
    const alert = dialog.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toBe(
      "This is one of the passwords that are guessed first; choose another.",
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    // The name stays, here and where the page was open under the old one.
    await page.goto(url);
    await page.getByRole("button", { name: "Account of Augusta" }).waitFor();
    await other.reload();
    await other.getByRole("button", { name: "Account of Augusta" }).waitFor();
  });

  test("a second step is turned on while the page stays live, and asked for at the next sign-in", async () => {
    const person = await signUp(url);
    const page = await visitors.openAs(person);
    const dialog = await openAccount(page);
    const part = dialog.getByRole("region", { name: "Second step" });
    await part.getByLabel("Your password").fill(password);
    await part.getByRole("button", { name: "Set it up" }).click();
    await part.getByRole("img", { name: "The key for your authenticator app" }).waitFor();
    const secret = await part.getByLabel("Key", { exact: true }).innerText();
    const [backup = ""] = (
      await part.getByLabel("Backup codes", { exact: true }).innerText()
    ).split(" ");
    await part.getByLabel("The code the app shows now").fill(totpOf(secret));
    await part.getByRole("button", { name: "Turn it on" }).click();
    await part.getByText("On: after the password").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await isLive(page);

    const other = await visitors.open();
    await signInAt(other, person.email);
    await other.getByLabel("The code your app shows now").fill("000000");
    await other.getByRole("button", { name: "Go on" }).click();
    await other.getByRole("alert").waitFor();
    await other.getByRole("button", { name: "Use a backup code" }).click();
    await other.getByLabel("A backup code").fill(backup);
    await other.getByRole("button", { name: "Go on" }).click();
    await isLive(other);
    expect(await other.getByRole("button", { name: "Account of Ada" }).count()).toBe(1);
  });

  test("a passkey of this device signs in without a password", async () => {
    const person = await signUp(url);
    const page = await visitors.open(wide);
    // Passkeys are bound to a name: on this machine the page is opened as localhost.
    const byName = url.replace("127.0.0.1", "localhost");
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(byName);
    await signInAt(page, person.email);
    await isLive(page);
    const dialog = await openAccount(page);
    const part = dialog.getByRole("region", { name: "Passkeys" });
    await part.getByLabel("Your password").fill(password);
    await part.getByRole("button", { name: "Add a passkey of this device" }).click();
    await part.getByRole("listitem").filter({ hasText: "Chrome on Linux" }).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await isLive(page);
    expect(await page.getByRole("button", { name: "Account of Ada" }).count()).toBe(1);
  });

  test("a forgotten password comes back by the link of a letter", async () => {
    mail = await startMailServer({}, smtpPort);
    const letters = mail.letters;
    const person = await signUp(url);
    const page = await visitors.open();
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByRole("button", { name: "Forgot your password?" }).click();
    expect(await page.getByLabel("E-mail").inputValue()).toBe(person.email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("a letter is on its way").waitFor();
    const link = await until("the letter", async () => {
      const letter = letters.find(
        ({ to, text }) => to.includes(person.email) && text.includes("#reset"),
      );
      const text = letter?.text.replaceAll("=\r\n", "").replaceAll("=3D", "=") ?? "";
      return /#reset=[0-9A-Z-]+/.exec(text)?.[0];
    });
    await page.goto(`${url}/${link}`);
    await page.reload();
    await page.goto("about:blank");
    await page.goto(`${url}/${link}`);
    await page.getByLabel("New password").fill("a third horse battery");
    expect(await page.evaluate(() => location.hash)).toBe("");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("Your password is changed").waitFor();
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await signInAt(page, person.email, "a third horse battery");
    await isLive(page);
  });

  test("everything is taken along, and then the account is gone", async () => {
    const person = await signUp(url);
    await person.create({ title: "Water plants" });
    const page = await visitors.openAs(person);
    await page.getByLabel("New task").fill("half a secret");
    await page.evaluate(() => localStorage.setItem("punctual.look.list/tag/secret", "{}"));
    const dialog = await openAccount(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("link", { name: "Everything (JSON)" }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), "utf8")) as {
      tasks: { title: string }[];
    };
    expect(file.tasks.map(({ title }) => title)).toEqual(["Water plants"]);
    await dialog.getByRole("button", { name: "Delete my account…" }).click();
    const part = dialog.getByRole("region", { name: "Delete the account" });
    await part.getByLabel("Your password").fill("not this one");
    await part.getByRole("button", { name: "Delete it for good" }).click();
    await part.getByText("This is not your password.").waitFor();
    await part.getByLabel("Your password").fill(password);
    await part.getByRole("button", { name: "Delete it for good" }).click();
    await page.getByText("Your account is deleted.").waitFor();
    const left = await page.evaluate(() => [
      ...Object.keys(localStorage).filter((key) => /draft|list/.test(key)),
      ...Object.keys(sessionStorage).filter((key) => key.startsWith("punctual.chat")),
    ]);
    expect(left).toEqual([]);
    const body = { email: person.email, password };
    expect((await send(url, "POST", "/api/auth/sign-in/email", { body })).status).toBe(401);
  });
});

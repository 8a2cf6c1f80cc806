// The form before the page, in a real browser: what is wrong is said, at the field it is about.
import { describe, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { enter, useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

describe.skipIf(withoutChromium)("the sign-in form", () => {
  const visitors = useVisitors(url);

  test("a wrong password is said at the password, and the right one lets the person in", async () => {
    const person = await signUp(url);
    const page = await visitors.open();
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password").fill("wrong horse battery");
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toBe("The e-mail or the password is not right.");
    const password = page.getByLabel("Password");
    expect(await password.getAttribute("aria-invalid")).toBe("true");
    expect(await password.getAttribute("aria-describedby")).toBe(await alert.getAttribute("id"));
    expect(await password.evaluate((input) => input === document.activeElement)).toBe(true);
    await enter(page, person);
  });

  test("an address that has an account already is said at the e-mail", async () => {
    const person = await signUp(url);
    const page = await visitors.open();
    await page.getByRole("button", { name: "Create an account" }).click();
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password").fill("another horse");
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.getByText("There is an account with this e-mail already.").waitFor();
    expect(await page.getByLabel("E-mail").getAttribute("aria-invalid")).toBe("true");
  });

  test("an empty or impossible input is said before anything is sent", async () => {
    const page = await visitors.open();
    let sent = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") sent += 1;
    });
    await page.getByRole("button", { name: "Create an account" }).click();
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.getByText("What should we call you?").waitFor();
    await page.getByLabel("Name").fill("Ada");
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.getByText("Enter an e-mail address such as ada@example.org.").waitFor();
    await page.getByLabel("E-mail").fill("ada@example.org");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.getByRole("alert").getByText("Use at least 8 characters.").waitFor();
    expect(sent).toBe(0);
  });
});

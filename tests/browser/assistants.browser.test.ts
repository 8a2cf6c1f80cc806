// Letting an assistant in by the settings: a token is made, works, is listed, and is void once ended.
import { describe, expect, test } from "vitest";
import { send, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";
import { useVisitors, withoutChromium } from "./visitors.ts";

const { url } = sharedStack();

describe.skipIf(withoutChromium)("assistants", () => {
  const visitors = useVisitors(url);

  test("a token is shown once, works, and is void when it is ended", async () => {
    const person = await signUp(url);
    await person.create({ title: "Water plants" });
    const page = await visitors.openAs(person);
    await page.getByRole("button", { name: "Settings" }).click();
    const part = page.getByRole("region", { name: "Assistants" });
    expect(await part.getByLabel("MCP address", { exact: true }).innerText()).toBe(`${url}/mcp`);
    await part.getByLabel("For whom").fill("Claude");
    await part.getByLabel("It may").selectOption("only look");
    await part.getByRole("button", { name: "Make a token" }).click();
    const token = await part.getByLabel("Token", { exact: true }).innerText();
    const ask = (method: string) =>
      send(url, method, "/tasks", {
        headers: { authorization: `Bearer ${token}` },
        ...(method === "POST" && { body: { title: "Not allowed" } }),
      });
    expect((await ask("GET")).status).toBe(200);
    expect((await ask("POST")).status).toBe(403);

    await page.reload(); // the settings have an address, and are open again
    const row = part.getByRole("listitem").filter({ hasText: "Claude" });
    await row.getByText("may only look").waitFor();
    expect(await part.getByLabel("Token", { exact: true }).count()).toBe(0);
    await row.getByRole("button", { name: "End the token Claude" }).click();
    await row.getByRole("button", { name: "Yes, end it" }).click();
    await row.waitFor({ state: "detached" });
    expect((await ask("GET")).status).toBe(401);
  });
});

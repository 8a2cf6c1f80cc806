// The client of web/client as a second device of a person, from Node: it hears what others do, comes back by itself, and sends what was ordered meanwhile.
import { afterEach, describe, expect, test } from "vitest";
import { type Client, openClient } from "../../web/client/client.ts";
import { openLine, type Line } from "../chaos/line.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
let opened: { client: Client; line: Line }[] = [];
afterEach(async () => {
  const ended = opened;
  opened = [];
  for (const { client } of ended) client.close();
  await Promise.all(ended.map(({ line }) => line.close()));
});

/** A device of a person on a line of its own. */
const open = async (person: Person) => {
  const line = await openLine(() => [stack.url]);
  const client = openClient({ url: line.url, token: person.token, device: "second" });
  opened.push({ client, line });
  await client.until("the device is live", ({ connection }) => connection === "live");
  return { client, line };
};
const titles = (client: Client): string[] =>
  client
    .tasks()
    .map(({ title }) => title)
    .toSorted();
const shows = (client: Client, ...expected: string[]) =>
  client.until(
    `it shows ${expected.join(", ")}`,
    () => titles(client).join() === expected.toSorted().join(),
    30_000,
  );

describe("a client", () => {
  test("shows what is there, what others do, and does things itself", async () => {
    const person = await signUp(stack.url);
    const { id } = await person.create({ title: "bread" });
    const { client } = await open(person);
    await shows(client, "bread");
    await person.patch(id, { title: "rye bread" });
    await shows(client, "rye bread");
    expect(await client.wishes.create({ title: "milk" })).toBe(true);
    const list = await person.list();
    expect(list.map(({ title }) => title).toSorted()).toEqual(["milk", "rye bread"]);
  });

  test("whose line is cut comes back, has missed nothing, and sends what was ordered without it", async () => {
    const person = await signUp(stack.url);
    const { client, line } = await open(person);
    line.cut();
    await client.until("it has lost its line", ({ connection }) => connection === "reconnecting");
    const done = client.wishes.create({ title: "ordered in the dark" });
    await person.create({ title: "meanwhile" });
    expect(titles(client)).toEqual(["ordered in the dark"]);
    line.heal();
    client.nudge();
    await shows(client, "meanwhile", "ordered in the dark");
    expect(await done).toBe(true);
    expect(client.store.read().pending).toEqual([]);
    expect(await person.list()).toHaveLength(2);
  });

  test("outlives a restart of its gateway", async () => {
    const person = await signUp(stack.url);
    const { client } = await open(person);
    await stack.kill("gateway");
    await client.until("it has lost its line", ({ connection }) => connection === "reconnecting");
    const done = client.wishes.create({ title: "after the restart" });
    await stack.waitHealthy();
    expect(await done).toBe(true);
    await shows(client, "after the restart");
  });

  test("whose token is ended hears of it and stays closed", async () => {
    const person = await signUp(stack.url);
    const line = await openLine(() => [stack.url]);
    const { promise: signedOut, resolve } = Promise.withResolvers<void>();
    const client = openClient({ url: line.url, token: person.token, onSignedOut: resolve });
    opened.push({ client, line });
    await client.until("the device is live", ({ connection }) => connection === "live");
    await person.call("POST", "/api/auth/sign-out", { body: {} });
    await expect(signedOut).resolves.toBeUndefined();
  });
});

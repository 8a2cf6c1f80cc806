// E-mail over a real SMTP server: what arrives, and what is said when it does not.
import { afterEach, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import {
  startMailServer,
  startSilentServer,
  type Behaviour,
  type MailServer,
} from "../../tests/mail-server.ts";
import type { Message } from "./channel.ts";
import { createEmail } from "./email.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const from = "Punctual <punctual@example.org>";
const to = { address: "ada@example.com" };

const serve = async (behaviour?: Behaviour): Promise<MailServer> => {
  const server = await startMailServer(behaviour);
  closing.push(server.close);
  return server;
};

const aMessage = (named: Partial<Message> = {}): Message => ({
  id: newId(),
  kind: "reminder",
  title: "buy groceries",
  lines: ["Due today 17:00"],
  at: "2026-12-01T16:00:00.000Z",
  link: "https://todo.example.org",
  data: {},
  ...named,
});

const send = (url: string, message = aMessage(), deadlineMs = 8_000) =>
  createEmail({ url, from })(message, to, { deadlineMs });

/** A header's value in a letter, unfolded. */
const header = (text: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "im").exec(text)?.[1]?.replaceAll(/\r\n/g, "");

test("a letter arrives with title, words and link as text and HTML, and is marked as automatic", async () => {
  const { url, letters } = await serve();
  expect(await send(url)).toEqual({ ok: true, at: expect.stringMatching(/Z$/) });
  const [letter] = letters;
  expect(letter?.to).toEqual(["ada@example.com"]);
  const text = letter?.text ?? "";
  expect(header(text, "Subject")).toBe("buy groceries");
  expect(header(text, "From")).toBe(from);
  expect(header(text, "Auto-Submitted")).toBe("auto-generated");
  expect(text).toContain("buy groceries\r\n\r\nDue today 17:00\r\n\r\nhttps://todo.example.org");
  expect(text).toContain("<p><strong>buy groceries</strong></p>");
});

test("every try of a notification has one Message-ID, another notification another", async () => {
  const { url, letters } = await serve();
  const message = aMessage();
  await send(url, message);
  await send(url, message);
  await send(url);
  const ids = letters.map(({ text }) => header(text, "Message-ID"));
  expect(ids[0]).toBe(`<${message.id}.email@example.org>`);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test("a title can neither add headers nor markup", async () => {
  const { url, letters } = await serve();
  const title = 'a\r\nBcc: eve@example.com\r\n\r\n<img src=x onerror="alert(1)">&';
  await send(url, aMessage({ title, lines: ["<script>"], link: null }));
  const text = letters[0]?.text ?? "";
  expect(letters[0]?.to).toEqual(["ada@example.com"]);
  expect(text.slice(0, text.indexOf("\r\n\r\n"))).not.toMatch(/^Bcc:/im);
  const html = text.slice(text.indexOf("text/html")).replaceAll("=\r\n", "");
  expect(html).not.toMatch(/<(img|script)/);
  expect(html).toContain("&#60;script&#62;");
});

const refuse = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });

test.each([
  ["an unknown mailbox", 550, true],
  ["a mailbox that is full for now", 452, false],
])("%s is answered with the server's words", async (_, code, permanent) => {
  const { url, letters } = await serve({
    onRcptTo: (_address, _session, done) => done(refuse(code, "not this one")),
  });
  expect(await send(url)).toEqual({
    ok: false,
    reason: `the mail server answered ${code} not this one`,
    permanent,
  });
  expect(letters).toEqual([]);
});

test("a server that turns everyone away may let us in later", async () => {
  const { url } = await serve({
    onConnect: (_session, done) => done(refuse(421, "too busy")),
  });
  expect(await send(url)).toMatchObject({
    ok: false,
    reason: expect.stringContaining("421"),
    permanent: false,
  });
});

test("a server that is not there may come back", async () => {
  const server = await startMailServer();
  await server.close();
  expect(await send(server.url)).toEqual({
    ok: false,
    reason: "the mail server could not be reached: ESOCKET",
    permanent: false,
  });
});

test("a server that hangs costs no more than the deadline, and the line to it is cut", async () => {
  const silent = await startSilentServer();
  closing.push(silent.close);
  const began = performance.now();
  expect(await send(`smtp://127.0.0.1:${silent.port}`, aMessage(), 300)).toEqual({
    ok: false,
    reason: "the mail server did not answer in time",
    permanent: false,
  });
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("a server that falls silent in the middle counts as a failure that may heal", async () => {
  let hang = true;
  const { url, letters } = await serve({
    onRcptTo: (_address, _session, done) => {
      if (!hang) done();
    },
  });
  expect(await send(url, aMessage(), 300)).toMatchObject({ ok: false, permanent: false });
  hang = false;
  expect(await send(url)).toMatchObject({ ok: true });
  expect(letters).toHaveLength(1);
});

test("a server that drops the line before it took the letter is tried again, and has it once", async () => {
  let drops = 2;
  const kept: string[] = [];
  const { url } = await serve({
    afterData: (cut) => {
      drops -= 1;
      if (drops >= 0) cut();
      else kept.push("letter");
    },
  });
  const message = aMessage();
  const outcomes = [await send(url, message), await send(url, message), await send(url, message)];
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, true]);
  expect(outcomes[0]).toMatchObject({ permanent: false });
  expect(kept).toHaveLength(1);
});

test("a server that took the letter but could not say so gets it again under the same Message-ID", async () => {
  let cuts = 1;
  const { url, letters } = await serve({
    afterData: (cut) => {
      if (cuts > 0) cut();
      cuts -= 1;
    },
  });
  const message = aMessage();
  expect(await send(url, message)).toMatchObject({ ok: false, permanent: false });
  expect(await send(url, message)).toMatchObject({ ok: true });
  const ids = letters.map(({ text }) => header(text, "Message-ID"));
  expect(ids).toEqual([ids[0], ids[0]]);
});

test("without a mail server every try fails for good and says why", async () => {
  const email = createEmail(null);
  expect(await email(aMessage(), to, { deadlineMs: 1_000 })).toEqual({
    ok: false,
    reason: "no mail server is configured",
    permanent: true,
  });
});

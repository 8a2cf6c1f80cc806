// A forgotten password and a new address, by letters of a real SMTP server and by a code on paper; on a real PostgreSQL.
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { issueSecret } from "../../database/secrets/issue-secret.ts";
import { Problem } from "../../domain/problem.ts";
import { until } from "../../tests/dapr.ts";
import { createTestApp, publicUrl, type TestApp } from "../../tests/gateway-app.ts";
import { type MailServer, startMailServer } from "../../tests/mail-server.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { createGuesses } from "./guesses.ts";
import { createLetters } from "./letters.ts";

let postgres: TestPostgres;
let db: Database;
let mail: MailServer;
let byMail: TestApp;
let onPaper: TestApp;
const log = pino({ level: "silent" });
const from = "Punctual <punctual@example.org>";
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  mail = await startMailServer();
  byMail = await createTestApp(db, {
    letters: createLetters({ url: mail.url, from }, { publicUrl, log }),
  });
  onPaper = await createTestApp(db);
});
afterAll(async () => {
  await mail.close();
  await postgres.stop();
});
beforeEach(() => void mail.letters.splice(0));

const old = "correct horse battery";
const fresh = "another horse battery";

const signIn = (email: string, password: string) =>
  byMail.call("POST", "/api/auth/sign-in/email", { body: { email, password } });
const forgot = (gateway: TestApp, email: string) =>
  gateway.call("POST", "/api/auth/forgot-password", { body: { email } });
const reset = (code: string, newPassword = fresh) =>
  byMail.call("POST", "/api/auth/reset-password", { body: { code, newPassword } });
const confirm = (code: string) =>
  byMail.call("POST", "/api/auth/confirm-email", { body: { code } });
const fieldOf = async (answer: Response) => {
  expect(answer.status).toBe(422);
  return Problem.parse(await answer.json()).fields?.[0]?.path;
};

/** The code in the link of the last letter to an address. */
const codeTo = async (address: string, what: "reset" | "confirm"): Promise<string> => {
  const found = () =>
    mail.letters
      .filter(({ to }) => to.includes(address))
      .map(
        ({ text }) =>
          new RegExp(`#${what}=([0-9A-Z-]+)`).exec(
            text.replaceAll("=\r\n", "").replaceAll("=3D", "="),
          )?.[1],
      )
      .findLast((code) => code !== undefined);
  await until("the letter is there", async () => found() !== undefined);
  return found() ?? "";
};

test("a link by mail chooses a new password once, and ends all sessions", async () => {
  const { email, token } = await byMail.signUp();
  const answer = await forgot(byMail, email.toUpperCase());
  expect([answer.status, await answer.json()]).toEqual([200, { byMail: true }]);
  const code = await codeTo(email, "reset");
  expect(await fieldOf(await reset(code, "short"))).toBe("newPassword");
  expect(await fieldOf(await reset(code, "password123"))).toBe("newPassword");
  const changed = await reset(code);
  expect([changed.status, await changed.json()]).toEqual([200, { email, passkeys: 0, tokens: 0 }]);
  expect(await fieldOf(await reset(code))).toBe("code");
  expect((await byMail.call("GET", "/tasks", { token })).status).toBe(401);
  expect((await signIn(email, old)).status).toBe(401);
  expect((await signIn(email, fresh)).status).toBe(200);
});

test("the answer says how many passkeys and tokens still hold; tokens end with the password where that is asked for", async () => {
  const { email, token, userId } = await byMail.signUp();
  const made = await byMail.call("POST", "/tokens", { token, body: { name: "a program" } });
  const { token: program } = (await made.json()) as { token: string };
  await db.query(
    `insert into "passkey" ("id", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
     values ($1, 'k', $1, $1, 0, 'singleDevice', false)`,
    [userId],
  );
  const choose = async (more: object) => {
    const { secret: code } = await issueSecret(db, { kind: "reset", userId, seconds: 60 });
    const body = { code, newPassword: fresh, ...more };
    return byMail.call("POST", "/api/auth/reset-password", { body });
  };
  expect(await (await choose({})).json()).toEqual({ email, passkeys: 1, tokens: 1 });
  expect((await byMail.call("GET", "/tasks", { token: program })).status).toBe(200);
  expect(await fieldOf(await choose({ endTokens: "yes" }))).toBe("endTokens");
  expect(await (await choose({ endTokens: true })).json()).toMatchObject({ tokens: 0 });
  expect((await byMail.call("GET", "/tasks", { token: program })).status).toBe(401);
});

test("who asks for an address that nobody has is told the same, and nothing is sent", async () => {
  const answer = await forgot(byMail, "nobody-at-all@example.com");
  expect([answer.status, await answer.json()]).toEqual([200, { byMail: true }]);
  const { email } = await byMail.signUp();
  await forgot(byMail, email);
  await codeTo(email, "reset");
  // Others' letters about changes may still come.
  const links = mail.letters.filter(({ text }) => text.includes("A new password for Punctual"));
  expect(links.map(({ to }) => to)).toEqual([[email]]);
});

test("letters to one address are few, and a new one voids the one before", async () => {
  const { email } = await byMail.signUp();
  await forgot(byMail, email);
  const first = await codeTo(email, "reset");
  mail.letters.splice(0);
  await forgot(byMail, email);
  const second = await codeTo(email, "reset");
  await forgot(byMail, email);
  expect((await forgot(byMail, email)).status).toBe(429);
  expect(await fieldOf(await reset(first))).toBe("code");
  expect(second).not.toBe(first);
});

test("without a mail server a code on paper does it: shown at the sign-up, replaced when it was used", async () => {
  const body = { name: "Ada", email: "paper@example.com", password: old };
  const made = await onPaper.call("POST", "/api/auth/sign-up/email", { body });
  const { recoveryCode, token } = (await made.json()) as { recoveryCode: string; token: string };
  expect(await (await forgot(onPaper, body.email)).json()).toEqual({ byMail: false });
  const answer = await reset(recoveryCode.toLowerCase());
  const next = (await answer.json()) as { email: string; recoveryCode: string };
  expect(next.email).toBe(body.email);
  expect(await fieldOf(await reset(recoveryCode))).toBe("code");
  expect((await onPaper.call("GET", "/tasks", { token })).status).toBe(401);
  expect((await reset(next.recoveryCode, "a third horse battery")).status).toBe(200);
});

test("a new code from the account page asks for the password and voids the one before", async () => {
  const body = { name: "Ada", email: "paper2@example.com", password: old };
  const made = await onPaper.call("POST", "/api/auth/sign-up/email", { body });
  const { recoveryCode, token } = (await made.json()) as { recoveryCode: string; token: string };
  const ask = (password: string) =>
    onPaper.call("POST", "/account/recovery-code", { token, body: { password } });
  expect(await fieldOf(await ask("not this one"))).toBe("password");
  const renewed = (await (await ask(old)).json()) as { recoveryCode: string };
  expect(await fieldOf(await reset(recoveryCode))).toBe("code");
  expect((await reset(renewed.recoveryCode)).status).toBe(200);
});

test("the database holds no code, and one that is over opens nothing", async () => {
  const { userId } = await byMail.signUp();
  const { secret } = await issueSecret(db, { kind: "reset", userId, seconds: 60 });
  const { rows } = await db.query("select s::text as row from one_time_secrets s");
  expect(JSON.stringify(rows)).not.toContain(secret.replaceAll("-", ""));
  expect(JSON.stringify(rows)).not.toContain(secret);
  const over = await issueSecret(db, { kind: "reset", userId, seconds: -1 });
  expect(await fieldOf(await reset(over.secret))).toBe("code");
  expect(await fieldOf(await reset(secret))).toBe("code");
});

test("a new address is signed in with once its letter was answered; the old one is told", async () => {
  const { email, token } = await byMail.signUp();
  const moved = `moved-${email}`;
  const change = (password: string) =>
    byMail.call("POST", "/account/email", { token, body: { email: moved, password } });
  expect(await fieldOf(await change("not this one"))).toBe("password");
  const asked = await change(old);
  expect([asked.status, await asked.json()]).toEqual([200, { email, sentTo: moved }]);
  const waiting = await byMail.call("GET", "/account", { token });
  expect(await waiting.json()).toMatchObject({ email, newEmail: moved, emailVerified: false });
  expect((await signIn(moved, old)).status).toBe(401);
  const code = await codeTo(moved, "confirm");
  expect(await (await confirm(code)).json()).toEqual({ email: moved });
  expect(await fieldOf(await confirm(code))).toBe("code");
  expect((await signIn(moved, old)).status).toBe(200);
  const after = await byMail.call("GET", "/account", { token });
  expect(await after.json()).toMatchObject({ email: moved, newEmail: null, emailVerified: true });
  await until("the old address is told", async () =>
    mail.letters.some(({ to, text }) => to.includes(email) && text.includes("From now on")),
  );
});

test("letters to new addresses are few: of one person to whomever, and of whomever to one address", async () => {
  const move = (token: string, email: string) =>
    byMail.call("POST", "/account/email", { token, body: { email, password: old } });
  const ada = await byMail.signUp();
  for (let n = 0; n < 3; n += 1)
    expect((await move(ada.token, `${n}-${ada.email}`)).status).toBe(200);
  const refused = await move(ada.token, `3-${ada.email}`);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Problem.parse(await refused.json()).detail).toContain("too many letters");
  const victim = `victim-${ada.email}`;
  for (let n = 0; n < 3; n += 1)
    expect((await move((await byMail.signUp()).token, victim)).status).toBe(200);
  expect((await move((await byMail.signUp()).token, victim.toUpperCase())).status).toBe(429);
});

test("an address that somebody has taken meanwhile is not taken over", async () => {
  const { email, token } = await byMail.signUp();
  const wanted = `wanted-${email}`;
  await byMail.call("POST", "/account/email", { token, body: { email: wanted, password: old } });
  const code = await codeTo(wanted, "confirm");
  const body = { name: "Bob", email: wanted, password: old };
  await byMail.call("POST", "/api/auth/sign-up/email", { body });
  expect(await fieldOf(await confirm(code))).toBe("code");
});

test("a mail server that is away is said, and nothing is changed", async () => {
  const gone = await startMailServer();
  await gone.close();
  const letters = createLetters({ url: gone.url, from }, { publicUrl, log });
  const gateway = await createTestApp(db, { letters });
  const { email, token } = await gateway.signUp();
  const answer = await gateway.call("POST", "/account/email", {
    token,
    body: { email: `gone-${email}`, password: old },
  });
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  const account = await gateway.call("GET", "/account", { token });
  expect(await account.json()).toMatchObject({ email, newEmail: null });
  expect((await forgot(gateway, email)).status).toBe(200);
  expect((await signIn(email, old)).status).toBe(200);
});

test("who is guessed at is told once, when further guesses are refused", async () => {
  const { email } = await byMail.signUp();
  for (let n = 0; n < 11; n += 1) await signIn(email, "wrong one");
  await until("the letter is there", async () => mail.letters.length > 0);
  expect(mail.letters.map(({ to }) => to)).toEqual([[email]]);
  expect(mail.letters[0]?.text).toContain("Subject: Wrong passwords at your Punctual account");
});

test("who is guessed at for a long time is told once a day", async () => {
  const limits = { perAccount: 1, perAddress: 100, windowMs: 1 };
  const gateway = await createTestApp(db, {
    letters: createLetters({ url: mail.url, from }, { publicUrl, log }),
    guesses: createGuesses(limits),
  });
  const { email } = await gateway.signUp();
  const body = { email, password: "wrong one" };
  for (let n = 0; n < 4; n += 1) {
    const answer = await gateway.call("POST", "/api/auth/sign-in/email", { body });
    expect(answer.status).toBe(401);
  }
  const warnings = () => mail.letters.filter(({ text }) => text.includes("Wrong passwords"));
  await until("the letter is there", async () => warnings().length > 0);
  // A letter that was asked for later is there: none that was to come before it is on its way.
  await forgot(gateway, email);
  await codeTo(email, "reset");
  expect(warnings()).toHaveLength(1);
});

test("what whoever got in does to stay in is told by letter", async () => {
  const { email, token } = await byMail.signUp();
  const ask = (path: string, body: object) => byMail.call("POST", path, { token, body });
  expect((await ask("/tokens", { name: "a program" })).status).toBe(201);
  expect((await ask("/account/recovery-code", { password: old })).status).toBe(200);
  await ask("/api/auth/two-factor/enable", { password: old });
  expect((await ask("/api/auth/two-factor/disable", { password: old })).status).toBe(200);
  const told = () => mail.letters.filter(({ to }) => to.includes(email)).map(({ text }) => text);
  for (const said of ["A token was made", "A new recovery code", "The second step at the sign-in"])
    await until(said, async () => told().some((text) => text.includes(said)));
});

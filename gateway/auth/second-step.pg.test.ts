// The second step of a sign-in, by codes of an app and by backup codes; on a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import { changePassword } from "../../database/accounts/change-password.ts";
import { type Database, inTransaction } from "../../database/pool.ts";
import { removeSecondStep } from "../../database/accounts/remove-second-step.ts";
import { until } from "../../tests/dapr.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { totpOf } from "../../tests/totp.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { createGuesses } from "./guesses.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db, { trustedProxyHops: 1 });
});
afterAll(() => postgres.stop());

const password = "correct horse battery";
const origin = { origin: "http://127.0.0.1:8420" };

const codeOf = (totpUri: string): string =>
  totpOf(new URL(totpUri).searchParams.get("secret") ?? "");

/** better-auth allows three of these in ten seconds from one address: each person here has another. */
let people = 0;
const aPerson = async () => {
  people += 1;
  const address = `203.0.113.${people}`;
  const { email, cookie } = await gateway.signUp();
  const jar = new Map<string, string>();
  const put = (line: string): void => {
    const [pair = ""] = line.split(";");
    jar.set(pair.slice(0, pair.indexOf("=")), pair);
  };
  put(cookie);
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const headers = { ...origin, cookie: [...jar.values()].join("; "), "x-forwarded-for": address };
    const answer = await gateway.call(method, path, { headers, ...(body && { body }) });
    for (const line of answer.headers.getSetCookie()) put(line);
    return answer;
  };
  const turnOn = async () => {
    const enabled = await ask("POST", "/api/auth/two-factor/enable", { password });
    const { totpURI, backupCodes } = (await enabled.json()) as {
      totpURI: string;
      backupCodes: string[];
    };
    const code = codeOf(totpURI);
    const verified = await ask("POST", "/api/auth/two-factor/verify-totp", { code });
    expect(verified.status).toBe(200);
    return { totpURI, backupCodes };
  };
  const signIn = () => ask("POST", "/api/auth/sign-in/email", { email, password });
  const account = async () =>
    (await (await ask("GET", "/account")).json()) as { id: string; twoFactor: boolean };
  /** Signs in with a code, and is asked for none on this device from then on. */
  const trust = async (totpURI: string) => {
    await ask("POST", "/api/auth/sign-out");
    await signIn();
    const body = { code: codeOf(totpURI), trustDevice: true };
    expect((await ask("POST", "/api/auth/two-factor/verify-totp", body)).status).toBe(200);
    await ask("POST", "/api/auth/sign-out");
    expect(await (await signIn()).json()).toHaveProperty("token");
  };
  return { ask, turnOn, signIn, trust, account, email };
};

test("a second step is on when a first code was right, and then asked for at each sign-in", async () => {
  const ada = await aPerson();
  expect(await ada.account()).toMatchObject({ twoFactor: false });
  const { totpURI } = await ada.turnOn();
  expect(await ada.account()).toMatchObject({ twoFactor: true });
  await ada.ask("POST", "/api/auth/sign-out");
  const asked = await ada.signIn();
  expect(await asked.json()).toEqual({ twoFactorRedirect: true, twoFactorMethods: ["totp"] });
  expect((await ada.ask("GET", "/tasks")).status).toBe(401);
  const code = codeOf(totpURI);
  const wrong = await ada.ask("POST", "/api/auth/two-factor/verify-totp", {
    code: code === "000000" ? "111111" : "000000",
  });
  expect(wrong.status).toBe(401);
  const right = await ada.ask("POST", "/api/auth/two-factor/verify-totp", { code });
  expect(right.status).toBe(200);
  expect((await ada.ask("GET", "/tasks")).status).toBe(200);
});

test("a backup code is good once", async () => {
  const ada = await aPerson();
  const { backupCodes } = await ada.turnOn();
  expect(backupCodes).toHaveLength(10);
  const [code] = backupCodes;
  await ada.ask("POST", "/api/auth/sign-out");
  await ada.signIn();
  expect((await ada.ask("POST", "/api/auth/two-factor/verify-backup-code", { code })).status).toBe(
    200,
  );
  await ada.ask("POST", "/api/auth/sign-out");
  await ada.signIn();
  expect((await ada.ask("POST", "/api/auth/two-factor/verify-backup-code", { code })).status).toBe(
    401,
  );
});

test("turning it on or off takes the password, and what happened is written down", async () => {
  const ada = await aPerson();
  const wrong = await ada.ask("POST", "/api/auth/two-factor/enable", { password: "not this one" });
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { fields: [{ path: "password" }] },
  ]);
  await ada.turnOn();
  expect((await ada.ask("POST", "/api/auth/two-factor/disable", { password })).status).toBe(200);
  expect(await ada.account()).toMatchObject({ twoFactor: false });
  const answer = await ada.ask("GET", "/account/events");
  const { events } = (await answer.json()) as { events: { type: string }[] };
  expect(events.map(({ type }) => type).slice(0, 2)).toEqual(["two-factor-off", "two-factor-on"]);
});

const isAsked = async (answer: Response) =>
  ((await answer.json()) as { twoFactorRedirect?: boolean }).twoFactorRedirect === true;

test("a right password without its code is written down, and so is each wrong code; a right one while it is on is not", async () => {
  const ada = await aPerson();
  const { totpURI } = await ada.turnOn();
  const code = codeOf(totpURI);
  expect((await ada.ask("POST", "/api/auth/two-factor/verify-totp", { code })).status).toBe(200);
  await ada.ask("POST", "/api/auth/sign-out");
  expect(await isAsked(await ada.signIn())).toBe(true);
  const wrong = await ada.ask("POST", "/api/auth/two-factor/verify-backup-code", { code: "no" });
  expect(wrong.status).toBe(401);
  expect(
    (await ada.ask("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI) })).status,
  ).toBe(200);
  const answer = await ada.ask("GET", "/account/events");
  const { events } = (await answer.json()) as { events: { type: string }[] };
  expect(events.map(({ type }) => type)).toEqual([
    "signed-in",
    "second-step-refused",
    "second-step-asked",
    "two-factor-on",
    "signed-up",
  ]);
});

test("a device that is asked for no code is asked again after a new password, and where everywhere else is signed out", async () => {
  const ada = await aPerson();
  const { totpURI } = await ada.turnOn();
  await ada.trust(totpURI);
  expect((await ada.ask("POST", "/account/sessions/end-others")).status).toBe(200);
  expect(await isAsked(await ada.signIn())).toBe(true);
  const bob = await aPerson();
  await bob.trust((await bob.turnOn()).totpURI);
  const change = { currentPassword: password, newPassword: "another horse battery" };
  expect((await bob.ask("POST", "/account/password", change)).status).toBe(204);
  const body = { email: bob.email, password: "another horse battery" };
  expect(await isAsked(await bob.ask("POST", "/api/auth/sign-in/email", body))).toBe(true);
});

test("a sign-in that waits for its code when the password is replaced goes on no more", async () => {
  const ada = await aPerson();
  const { totpURI } = await ada.turnOn();
  const { id: userId } = await ada.account();
  await ada.ask("POST", "/api/auth/sign-out");
  await ada.signIn();
  await inTransaction(db, (connection) =>
    changePassword(connection, { userId, hash: "another", keep: null, endTokens: false }),
  );
  const body = { code: codeOf(totpURI) };
  expect((await ada.ask("POST", "/api/auth/two-factor/verify-totp", body)).status).toBe(401);
});

test("a code that is looked at while the password is replaced opens nothing", async () => {
  const ada = await aPerson();
  const { totpURI } = await ada.turnOn();
  const { id } = await ada.account();
  await ada.ask("POST", "/api/auth/sign-out");
  await ada.signIn();
  const sessions = async () =>
    (await db.query(`select from "session" where "userId" = $1`, [id])).rowCount;
  // As far as changePassword gets before it deletes what the code is taken for.
  const answer = await inTransaction(db, async (connection) => {
    await connection.query(`update "account" set "password" = 'another' where "userId" = $1`, [id]);
    await connection.query(`delete from "session" where "userId" = $1`, [id]);
    const shown = ada.ask("POST", "/api/auth/two-factor/verify-totp", { code: codeOf(totpURI) });
    await until("the session by the code", async () => (await sessions()) === 1);
    return { shown };
  });
  expect((await answer.shown).status).toBe(401);
  expect(await sessions()).toBe(0);
});

test("a second step that was taken away and is turned on anew is asked for on every device", async () => {
  const ada = await aPerson();
  await ada.trust((await ada.turnOn()).totpURI);
  await removeSecondStep(db, (await ada.account()).id);
  const { rows } = await db.query(`select from "verification" where "value" = $1`, [
    (await ada.account()).id,
  ]);
  expect(rows).toEqual([]);
});

test("whoever is signed in may guess the password here as seldom as elsewhere, and the right one in the wrong shape is no guess", async () => {
  const limits = { perAccount: 2, perAddress: 100, windowMs: 60_000 };
  const strict = await createTestApp(db, {
    guesses: createGuesses(limits),
    trustedProxyHops: 1,
  });
  const { token } = await strict.signUp();
  let asked = 0;
  const guess = async (name: string, shown: unknown) => {
    asked += 1; // from another address each time: better-auth's own count is by address
    const answer = await strict.call("POST", `/api/auth/two-factor/${name}`, {
      token,
      body: { password: shown },
      headers: { "x-forwarded-for": `198.51.100.${asked}` },
    });
    return answer.status;
  };
  for (let n = 0; n < 3; n += 1) expect(await guess("enable", 7)).toBe(422);
  expect(await guess("enable", "wrong one")).toBe(422);
  expect(await guess("enable", password)).toBe(200);
  expect(await guess("disable", "wrong one")).toBe(422);
  expect(await guess("enable", "wrong one")).toBe(422);
  for (const name of ["enable", "disable", "generate-backup-codes"])
    expect([name, await guess(name, password)]).toEqual([name, 429]);
});

test("who runs it can take a lost second step away", async () => {
  const ada = await aPerson();
  await ada.turnOn();
  await removeSecondStep(db, (await ada.account()).id);
  await ada.ask("POST", "/api/auth/sign-out");
  expect(await (await ada.signIn()).json()).toHaveProperty("token");
});

test("nobody who is not signed in reaches what belongs to an account", async () => {
  for (const [method, path] of [
    ["POST", "/api/auth/two-factor/enable"],
    ["POST", "/api/auth/two-factor/disable"],
    ["POST", "/api/auth/passkey/generate-register-options"],
    ["GET", "/api/auth/passkey/list-user-passkeys"],
    ["POST", "/api/auth/passkey/delete-passkey"],
  ] as const) {
    const answer = await gateway.call(
      method,
      path,
      method === "POST" ? { body: { password } } : {},
    );
    expect([path, answer.status]).toEqual([path, 401]);
  }
});

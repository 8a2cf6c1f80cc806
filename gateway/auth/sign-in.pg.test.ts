// How often a sign-in may be tried, whom others' tries do not lock out, and which passwords nobody may have; on a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import { changePassword } from "../../database/accounts/change-password.ts";
import { type Database, inTransaction } from "../../database/pool.ts";
import { Problem } from "../../domain/problem.ts";
import { until } from "../../tests/dapr.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { createGuesses } from "./guesses.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
});
afterAll(() => postgres.stop());

const right = "correct horse battery";
const limits = { perAccount: 3, perAddress: 6, windowMs: 900_000 };
const strict = (): Promise<TestApp> =>
  createTestApp(db, { guesses: createGuesses(limits), trustedProxyHops: 1 });

const attempt = (
  gateway: TestApp,
  email: string,
  { password = "wrong one", address = "203.0.113.7", cookie = "" } = {},
) =>
  gateway.call("POST", "/api/auth/sign-in/email", {
    body: { email, password },
    headers: {
      "x-forwarded-for": address,
      ...(cookie && { cookie, origin: "http://127.0.0.1:8420" }),
    },
  });

const deviceOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith("punctual.device="))
    ?.split(";")[0] ?? "";

test("wrong passwords for an account count wherever they come from; 429 says how long to wait", async () => {
  const gateway = await strict();
  const { email } = await gateway.signUp();
  for (const address of ["203.0.113.1", "203.0.113.2", "203.0.113.3"])
    expect((await attempt(gateway, email, { address })).status).toBe(401);
  const refused = await attempt(gateway, email.toUpperCase(), { address: "203.0.113.4" });
  expect(refused.status).toBe(429);
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(800);
  expect(seconds).toBeLessThanOrEqual(900);
  const problem = Problem.parse(await refused.json());
  expect(problem.code).toBe("rate_limited");
  expect(problem.detail).toMatch(/^too many wrong passwords; try again in 1[45] minutes$/);
});

test("an address that tries many accounts is held back, those accounts are not", async () => {
  const gateway = await strict();
  const { email } = await gateway.signUp();
  for (let n = 0; n < 6; n += 1)
    expect((await attempt(gateway, `nobody-${n}@example.com`)).status).toBe(401);
  expect((await attempt(gateway, email, { password: right })).status).toBe(429);
  const elsewhere = { password: right, address: "203.0.113.8" };
  expect((await attempt(gateway, email, elsewhere)).status).toBe(200);
});

test("a device that signed in before, and an address the account is signed in from, are let in meanwhile", async () => {
  const gateway = await strict();
  const { email } = await gateway.signUp();
  const home = { password: right, address: "198.51.100.1" };
  const device = deviceOf(await attempt(gateway, email, home));
  expect(device).not.toBe("");
  for (let n = 0; n < 3; n += 1) await attempt(gateway, email);
  expect((await attempt(gateway, email, { password: right })).status).toBe(429);
  expect((await attempt(gateway, email, home)).status).toBe(200);
  const abroad = { password: right, address: "198.51.100.99", cookie: device };
  expect((await attempt(gateway, email, abroad)).status).toBe(200);
});

test.each([
  ["2001:db8:7:8::1", "2001:db8:7:8:aaaa::2", "2001:db8:7:9::1"],
  ["::ffff:198.51.100.7", "198.51.100.7", "198.51.100.8"],
])(
  "who is signed in from %s is let in from %s meanwhile, not from %s",
  async (home, same, other) => {
    const gateway = await strict();
    const { email } = await gateway.signUp();
    await attempt(gateway, email, { password: right, address: home });
    for (let n = 0; n < 3; n += 1) await attempt(gateway, email);
    const from = async (address: string) =>
      (await attempt(gateway, email, { password: right, address })).status;
    expect([await from(other), await from(same)]).toEqual([429, 200]);
  },
);

test("what makes a device known does so for one account, and cannot be made up", async () => {
  const gateway = await strict();
  const ada = await gateway.signUp();
  const eve = await gateway.signUp("Eve");
  const eves = deviceOf(await attempt(gateway, eve.email, { password: right }));
  for (let n = 0; n < 3; n += 1) await attempt(gateway, ada.email, { address: "203.0.113.9" });
  for (const cookie of [eves, "punctual.device=a.b", "punctual.device=", `${eves}x`]) {
    const asked = { password: right, address: "203.0.113.10", cookie };
    expect((await attempt(gateway, ada.email, asked)).status).toBe(429);
  }
});

test("a known device has a limit as well", async () => {
  const gateway = await strict();
  const { email } = await gateway.signUp();
  const cookie = deviceOf(await attempt(gateway, email, { password: right }));
  for (let n = 0; n < 3; n += 1) await attempt(gateway, email, { cookie });
  expect((await attempt(gateway, email, { cookie })).status).toBe(429);
});

test("many wrong ones at the same time are counted before they are looked at", async () => {
  const gateway = await strict();
  const { email } = await gateway.signUp();
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(gateway, email)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
});

test("a sign-in by the old password that is under way when a new one is chosen leads nowhere", async () => {
  const gateway = await strict();
  const { email, userId } = await gateway.signUp();
  const sessions = async () =>
    (await db.query(`select from "session" where "userId" = $1`, [userId])).rowCount;
  const hash = await (await gateway.auth.$context).password.hash("another horse battery");
  const answer = await inTransaction(db, async (connection) => {
    await changePassword(connection, { userId, hash, keep: null, endTokens: false });
    // It reads the old hash, which holds until this is committed, and writes a session beside the one that was signed up with.
    const signIn = attempt(gateway, email, { password: right });
    await until("the session by the old password", async () => (await sessions()) === 2);
    return { signIn };
  });
  expect((await answer.signIn).status).toBe(401);
  expect(await sessions()).toBe(0);
  const fresh = { password: "another horse battery" };
  expect((await attempt(gateway, email, fresh)).status).toBe(200);
});

test("whoever signs in in a browser where somebody else was in ends that session, and its sockets", async () => {
  const gateway = await strict();
  const [ada, eve] = [await gateway.signUp(), await gateway.signUp("Eve")];
  const closed: string[] = [];
  for (const { token } of [ada, eve])
    gateway.deps.hub.add({
      session: () => ({ token }),
      close: (code: string) => void closed.push(`${token} ${code}`),
    } as never);
  const browser = { password: right, cookie: ada.cookie };
  expect((await attempt(gateway, eve.email, browser)).status).toBe(200);
  expect(closed).toEqual([`${ada.token} unauthenticated`]);
  // One's own other tabs go on.
  const again = { password: right, cookie: eve.cookie };
  expect((await attempt(gateway, eve.email, again)).status).toBe(200);
  expect(closed).toHaveLength(1);
  expect((await gateway.call("GET", "/tasks", { token: ada.token })).status).toBe(401);
  expect((await gateway.call("GET", "/tasks", { token: eve.token })).status).toBe(200);
});

test("sign-ins and refused ones are in the account's journal, with the address and the device", async () => {
  const gateway = await strict();
  const { email, token } = await gateway.signUp();
  await attempt(gateway, email);
  await attempt(gateway, email, { password: right });
  const events = await until("all three, of which one comes behind the answer", async () => {
    const answer = await gateway.call("GET", "/account/events", { token });
    const page = (await answer.json()) as { events: { type: string; address: string }[] };
    return page.events.length === 3 && page.events;
  });
  expect(events.map(({ type }) => type)).toEqual(["signed-in", "sign-in-failed", "signed-up"]);
  expect(events[1]?.address).toBe("203.0.113.7");
});

test.each([
  "password",
  "12345678",
  "PassWord1!",
  "qwertyuiop",
  "aaaaaaaaaa",
  "iloveyou",
  "football123",
])("%s is refused as a password, since it is guessed first", async (password) => {
  const gateway = await createTestApp(db);
  const body = { name: "Ada", email: "common@example.com", password };
  const answer = await gateway.call("POST", "/api/auth/sign-up/email", { body });
  expect(answer.status).toBe(422);
  expect(Problem.parse(await answer.json()).fields?.[0]).toMatchObject({
    path: "password",
    message: "is one of the passwords that are guessed first; choose another",
  });
});

test("one's own address or name is no password", async () => {
  const gateway = await createTestApp(db);
  const account = { name: "Augusta Ada King", email: "augusta.king@example.com" };
  for (const password of ["augusta.king@example.com", "Augusta.King", "augusta ada king"]) {
    const answer = await gateway.call("POST", "/api/auth/sign-up/email", {
      body: { ...account, password },
    });
    expect(answer.status).toBe(422);
    expect(Problem.parse(await answer.json()).detail).toContain("must not be your name or address");
  }
});

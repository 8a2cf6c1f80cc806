// Who may make an account: open, by invitation, or nobody; and the first one always. On a real PostgreSQL.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { issueSecret } from "../../database/secrets/issue-secret.ts";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { createTestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { SignUpMode } from "./sign-up.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  db = await postgres.openDatabase();
});

const doors = async (signUp: SignUpMode) => {
  const gateway = await createTestApp(db, { signUp });
  const ask = async (invitation?: string, email = `${newId()}@example.com`) => {
    const body = { name: "Ada", email, password: "correct horse battery" };
    return gateway.call("POST", "/api/auth/sign-up/email", {
      body: { ...body, ...(invitation === undefined ? {} : { invitation }) },
    });
  };
  const read = async () => (await gateway.call("GET", "/api/auth/doors")).json();
  return { ...gateway, ask, read };
};

const said = async (answer: Response) => {
  const { code, fields, detail } = Problem.parse(await answer.json());
  return { status: answer.status, code, path: fields?.[0]?.path, detail };
};

test.each(["invite", "closed"] as const)(
  "the first account can be made though sign-ups are %s, and only one is the first",
  async (mode) => {
    const { ask, read } = await doors(mode);
    expect(await read()).toEqual({
      signUp: mode,
      isFirst: true,
      mail: false,
      passkeyHost: "localhost",
    });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await read()).toEqual({
      signUp: mode,
      isFirst: false,
      mail: false,
      passkeyHost: "localhost",
    });
  },
);

test("where sign-ups are closed nobody else gets in, with an invitation neither", async () => {
  const { ask } = await doors("closed");
  await ask();
  const { secret } = await issueSecret(db, { kind: "invitation", userId: null, seconds: 60 });
  for (const invitation of [undefined, secret])
    expect(await said(await ask(invitation))).toMatchObject({ status: 403, code: "forbidden" });
});

test("an invitation makes one account, also where two use it at the same time", async () => {
  const { ask } = await doors("invite");
  const first = (await (await ask()).json()) as { token: string };
  expect(await said(await ask())).toMatchObject({ status: 422, path: "invitation" });
  expect(await said(await ask("nonsense"))).toMatchObject({ status: 422, path: "invitation" });
  const { call } = await doors("invite");
  const made = await call("POST", "/account/invitations", { token: first.token, body: {} });
  expect(made.status).toBe(201);
  const { code, link } = (await made.json()) as { code: string; link: string };
  expect(link).toBe(`http://127.0.0.1:8420/#invite=${code}`);
  const answers = await Promise.all([ask(code), ask(code.toLowerCase())]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
});

test("an invitation is not used up by a sign-up that fails", async () => {
  const { ask } = await doors("invite");
  await ask(undefined, "first@example.com");
  const { secret } = await issueSecret(db, { kind: "invitation", userId: null, seconds: 60 });
  expect(await said(await ask(secret, "first@example.com"))).toMatchObject({ code: "conflict" });
  expect((await ask(secret)).status).toBe(200);
});

test("an invitation that is over, or was taken back, opens nothing", async () => {
  const { ask, call } = await doors("invite");
  const { token } = (await (await ask()).json()) as { token: string };
  const made = await call("POST", "/account/invitations", { token, body: { days: 1 } });
  const { id, code } = (await made.json()) as { id: string; code: string };
  const listed = await (await call("GET", "/account/invitations", { token })).json();
  expect(listed).toMatchObject({ invitations: [{ id }] });
  expect(JSON.stringify(listed)).not.toContain(code);
  expect((await call("DELETE", `/account/invitations/${id}`, { token })).status).toBe(204);
  expect(await said(await ask(code))).toMatchObject({ path: "invitation" });
  const { secret } = await issueSecret(db, { kind: "invitation", userId: null, seconds: -1 });
  expect(await said(await ask(secret))).toMatchObject({ path: "invitation" });
});

test("where sign-ups are closed nobody can be invited, where anybody may come nobody has to be", async () => {
  const shut = await doors("closed");
  const { token } = (await (await shut.ask()).json()) as { token: string };
  const made = await shut.call("POST", "/account/invitations", { token, body: {} });
  expect(await said(made)).toMatchObject({ status: 409, code: "conflict" });
  expect((await (await doors("open")).ask()).status).toBe(200);
});

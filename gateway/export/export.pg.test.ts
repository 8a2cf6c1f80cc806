// Everything a person takes along: whole, theirs alone, and in pieces; on a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageRows } from "../../database/export/page-rows.ts";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());

const create = async (token: string, body: object): Promise<{ id: string }> =>
  (await (await gateway.call("POST", "/tasks", { token, body })).json()) as { id: string };
const take = async (token: string, query = ""): Promise<Response> =>
  gateway.call("GET", `/account/export${query}`, { token });

test("the document has every part, is theirs alone, and holds nothing that signs in", async () => {
  const ada = await gateway.signUp();
  const eve = await gateway.signUp("Eve");
  await create(eve.token, { title: "Eve's own" });
  const task = await create(ada.token, { title: "Ada's own", tags: ["x"] });
  const binned = await create(ada.token, { title: "in the trash" });
  await gateway.call("DELETE", `/tasks/${binned.id}`, { token: ada.token });
  const made = await gateway.call("POST", "/tokens", { token: ada.token, body: { name: "prog" } });
  const program = ((await made.json()) as { token: string }).token;
  const answer = await take(ada.token);
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="punctual-.*json"$/,
  );
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  for (const secret of [ada.token, program, "Eve's own"]) expect(text).not.toContain(secret);
  const document = JSON.parse(text) as Record<string, { id: string }[]>;
  expect(document).toMatchObject({
    format: "punctual.export.v1",
    account: { email: ada.email },
    settings: { timeZone: expect.any(String) },
    directory: { version: 0, projects: [] },
    tokens: [{ name: "prog" }],
    reminders: [],
    occurrences: [],
    conversation: [],
    history: [],
  });
  expect(document["tasks"]?.map(({ id }) => id)).toEqual([task.id, binned.id]);
});

test("a long list comes whole, page by page", async () => {
  const ada = await gateway.signUp();
  const count = 1_234;
  await db.query(
    `insert into tasks (id, owner_id, version, doc, tag_keys, search)
     select gen_random_uuid(), $1, 1, jsonb_build_object('n', n, 'status', case n % 3 when 0 then 'done' else 'open' end,
       'priority', 4, 'position', n % 7, 'updatedAt', '2026-01-01T00:00:00.000Z'), '{}', ''
     from generate_series(1, $2) n`,
    [ada.userId, count],
  );
  const { tasks } = (await (await take(ada.token)).json()) as { tasks: { n: number }[] };
  expect(new Set(tasks.map(({ n }) => n)).size).toBe(count);
  expect(tasks).toHaveLength(count);
});

test("what is moved, ticked or reopened while it is read is there once, as it was or as it is", async () => {
  const ada = await gateway.signUp();
  const count = 1_100;
  await db.query(
    `insert into tasks (id, owner_id, version, doc, tag_keys, search)
     select gen_random_uuid(), $1, 1, jsonb_build_object('n', n, 'status', case n % 2 when 0 then 'done' else 'open' end,
       'priority', 4, 'position', n, 'updatedAt', '2026-01-01T00:00:00.000Z'), '{}', ''
     from generate_series(1, $2) n`,
    [ada.userId, count],
  );
  const seen: number[] = [];
  for await (const doc of pageRows(db, "tasks", ada.userId)) {
    seen.push((doc as { n: number }).n);
    if (seen.length % 500 === 0)
      await db.query(
        `update tasks set doc = doc || jsonb_build_object('position', -(doc ->> 'position')::int,
           'status', case doc ->> 'status' when 'done' then 'open' else 'done' end) where owner_id = $1`,
        [ada.userId],
      );
  }
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n + 1));
});

test("tasks come as CSV that a spreadsheet reads and does not run", async () => {
  const ada = await gateway.signUp();
  await create(ada.token, {
    title: '=HYPERLINK("http://evil.example")',
    description: "two\nlines, and a comma",
    tags: ["a", "b"],
    due: { kind: "fixed", at: "2030-01-01T09:00", zone: "Europe/Berlin" },
  });
  const text = await (await take(ada.token, "?format=csv")).text();
  const [names, ...rest] = text.split("\r\n");
  expect(
    names?.startsWith("id,title,description,status,priority,project,tags") ||
      names?.startsWith("\uFEFFid,title"),
  ).toBe(true);
  expect(rest.join("\r\n")).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(rest.join("\r\n")).toContain('"two\nlines, and a comma"');
  expect(rest.join("\r\n")).toContain('"a, b"');
  expect(rest.join("\r\n")).toContain("2030-01-01T09:00,fixed,Europe/Berlin");
  expect((await take(ada.token, "?format=xml")).status).toBe(422);
});

test("the history is in it, all of it", async () => {
  const ada = await gateway.signUp();
  const count = 1_100;
  await db.query(
    `insert into audit (event_id, type, subject, owner_id, actor_id, origin, command_id, correlation_id, causation_id,
       version, occurred_at, changes)
     select gen_random_uuid(), 'punctual.task.changed.v1', $2::uuid, $1::uuid, $1::uuid, 'rest', $2::uuid, $2::uuid, $2::uuid, n,
       timestamptz '2026-01-01T00:00:00Z' + (n / 5) * interval '1 second', '{}'
     from generate_series(1, $3) n`,
    [ada.userId, newId(), count],
  );
  const { history } = (await (await take(ada.token)).json()) as { history: { version: number }[] };
  expect(new Set(history.map(({ version }) => version)).size).toBe(count);
});

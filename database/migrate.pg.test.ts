// The tables come into being once, also when two processes start at the same time.
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./pool.ts";

const names = readdirSync(new URL("./migrations/", import.meta.url)).toSorted();

let postgres: TestPostgres;
beforeAll(async () => (postgres = await startPostgres()), 60_000);
afterAll(() => postgres.stop());

test("two processes that migrate an empty database at once apply each migration once", async () => {
  const url = await postgres.createDatabase();
  const [one, two] = [openDatabase(url), openDatabase(url)];
  const applied = await Promise.all([migrate(one), migrate(two)]);
  expect(applied.flat()).toEqual(names);
  expect(await migrate(one)).toEqual([]);
  await Promise.all([one.end(), two.end()]);
});

test("a migration that was edited after it was applied is refused by its name", async () => {
  const db = await postgres.openDatabase();
  await db.query("update migrations set hash = 'other' where name = '0002-tasks.sql'");
  await expect(migrate(db)).rejects.toThrow("database/migrations/0002-tasks.sql was edited");
});

test("the command says what it applied, and what is wrong with its environment", async () => {
  const run = (url: string) =>
    promisify(execFile)(process.execPath, ["database/migrate.ts"], {
      env: { ...process.env, DATABASE_URL: url },
    });
  const { stdout } = await run(await postgres.createDatabase());
  expect(stdout).toBe(`applied ${names.join(", ")}\n`);
  await expect(run("mysql://nowhere")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/must be a PostgreSQL URL[^]*DATABASE_URL/),
  });
});

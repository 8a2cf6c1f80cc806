// A database that goes away is told from a statement that is wrong, and no lost connection ends the process.
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { isDatabaseDown } from "./is-database-down.ts";
import { ping } from "./ping.ts";
import { inTransaction, openDatabase } from "./pool.ts";

let postgres: TestPostgres;
beforeAll(async () => (postgres = await startPostgres()), 60_000);
afterAll(() => postgres.stop());

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a refused connection means the database is down", async () => {
  const db = openDatabase("postgres://a:b@127.0.0.1:1/none");
  expect(isDatabaseDown(await failure(ping(db)))).toBe(true);
});

test("a server that accepts and then says nothing means down, within three seconds", async () => {
  const silent: Server = createServer(() => undefined);
  const port = await new Promise<number>((resolve) => {
    silent.listen(0, "127.0.0.1", () => resolve((silent.address() as { port: number }).port));
  });
  const db = openDatabase(`postgres://a:b@127.0.0.1:${port}/none`);
  const began = performance.now();
  expect(isDatabaseDown(await failure(ping(db)))).toBe(true);
  expect(performance.now() - began).toBeLessThan(3_000);
  silent.close();
});

test("a connection that the server ends means down, and the next statement gets a new one", async () => {
  const url = await postgres.createDatabase();
  const [db, other] = [openDatabase(url, { max: 1 }), openDatabase(url)];
  const running = failure(db.query("select pg_sleep(4)"));
  const end = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query`;
  const endAll = `${end} like 'select pg_sleep%'`;
  await expect.poll(async () => (await other.query(endAll)).rowCount).toBe(1);
  expect(isDatabaseDown(await running)).toBe(true);
  await ping(db);
  const idle = `${end} = 'select 1'`;
  expect((await other.query(idle)).rowCount).toBe(1);
  await expect.poll(() => db.totalCount).toBe(0);
  await ping(db);
  await Promise.all([db.end(), other.end()]);
});

test("a statement that runs too long means down", async () => {
  const db = openDatabase(await postgres.createDatabase(), { statementTimeoutMs: 50 });
  expect(isDatabaseDown(await failure(db.query("select pg_sleep(5)")))).toBe(true);
  await db.end();
});

test("a wrong statement or value does not mean down", async () => {
  const db = openDatabase(await postgres.createDatabase());
  expect(isDatabaseDown(await failure(db.query("select * from nothing")))).toBe(false);
  expect(isDatabaseDown(await failure(db.query("select 'x'::uuid")))).toBe(false);
  expect(isDatabaseDown(new Error("a bug"))).toBe(false);
  expect(isDatabaseDown(undefined)).toBe(false);
  await db.end();
});

test("a transaction whose work throws leaves nothing behind", async () => {
  const db = openDatabase(await postgres.createDatabase(), { max: 1 });
  await db.query("create table things (id int)");
  const work = inTransaction(db, async (connection) => {
    await connection.query("insert into things values (1)");
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect((await db.query("select id from things")).rows).toEqual([]);
  await db.end();
});

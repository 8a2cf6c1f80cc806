import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPorts } from "../ports.ts";
import { type Guarding, startGuarding } from "../supervisor/guarding.ts";
import { Supervisor } from "../supervisor/supervisor.ts";
import { createTaskRunner } from "../supervisor/task.ts";
import { accountIn } from "./as-user.ts";
import { databaseUrl, postgresPart } from "./part.ts";

const password = "a-password-of-tests";

let dataDir: string;
let port: number;
let guarding: Guarding;
let supervisor: Supervisor;
const said: string[] = [];

const begin = async (): Promise<void> => {
  guarding = startGuarding();
  const logsDir = join(dataDir, "logs");
  supervisor = new Supervisor({
    guarding,
    logsDir,
    say: (line) => void said.push(line),
    onChange: () => {},
  });
  const task = createTaskRunner(guarding, logsDir, new AbortController().signal);
  const directory = join(dataDir, "postgres");
  await supervisor.start(await postgresPart({ directory, dataDir, password, port, task }));
};

const end = async (): Promise<void> => {
  await supervisor.stop();
  guarding.leave();
};

const query = async (sql: string, as = password): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({
    connectionString: databaseUrl(as, port),
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

beforeEach(async () => {
  // mktemp makes it 0700: as root, the user that PostgreSQL runs as must still get in
  dataDir = mkdtempSync(join(tmpdir(), "punctual-postgres-"));
  const ports = createPorts();
  port = await ports.chooseWeb(0);
  await ports.releaseAll();
  said.length = 0;
});

afterEach(async () => {
  await end();
  rmSync(dataDir, { recursive: true, force: true });
});

test("the first start makes a database that only the password opens, and the next start finds its data", async () => {
  await begin();
  await query("CREATE TABLE kept AS SELECT 42 AS answer");
  await expect(query("SELECT 1", "wrong")).rejects.toThrow(/password authentication failed/);
  await end();
  await begin();
  expect(await query("SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  expect(existsSync(join(dataDir, "postgres.new"))).toBe(false);
});

test.runIf(process.platform === "linux")("it never runs as root", async () => {
  await begin();
  const status = readFileSync(`/proc/${supervisor.states()["postgres"]?.pid}/status`, "utf8");
  expect(status).toMatch(/^Uid:\t[1-9]\d*\t[1-9]/m);
});

test("other users cannot read its files", async () => {
  await begin();
  expect(statSync(join(dataDir, "postgres")).mode & 0o077).toBe(0);
});

test("text is UTF-8 and sorted alike on every machine", async () => {
  await begin();
  const [row] = await query(
    "SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider FROM pg_database WHERE datname = 'punctual'",
  );
  expect(row).toEqual({ encoding: "UTF8", provider: "b" });
});

test("killed in the middle of its work it comes back with everything that was committed", async () => {
  await begin();
  await query("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
  const pid = supervisor.states()["postgres"]?.pid ?? 0;
  process.kill(pid, "SIGKILL");
  const isBack = (): void => expect(said.at(-1)).toMatch(/^postgres is back/);
  await vi.waitFor(isBack, { timeout: 30_000, interval: 20 });
  expect(await query("SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 1000 }]);
});

test("a lock file whose number now belongs to another process does not keep it from starting", async () => {
  await begin();
  await end();
  const directory = join(dataDir, "postgres");
  // of the same user, and not our own process: PostgreSQL itself passes over those
  const other = spawn("sleep", ["600"], { uid: statSync(directory).uid, stdio: "ignore" });
  writeFileSync(
    join(directory, "postmaster.pid"),
    `${other.pid}\n${directory}\n0\n${port}\n\n127.0.0.1\n\nready   \n`,
  );
  await begin().finally(() => other.kill("SIGKILL"));
  expect(supervisor.states()["postgres"]?.ready).toBe(true);
  expect(said).toEqual([]);
});

test("files of another major version are refused in one sentence", async () => {
  await begin();
  await end();
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "17\n");
  await expect(begin()).rejects.toThrow(
    /holds a database of PostgreSQL 17, and this is PostgreSQL 18/,
  );
});

test("as root it borrows the account postgres where there is one, else nobody", () => {
  expect(accountIn("root:x:0:0::/:\nnobody:x:65534:65533::/:\npostgres:x:105:110::/:\n")).toEqual({
    uid: 105,
    gid: 110,
  });
  expect(accountIn("root:x:0:0::/:\nnobody:x:65534:65533::/:\n")).toEqual({
    uid: 65_534,
    gid: 65_533,
  });
});

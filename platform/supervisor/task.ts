// Supervision: a process that does one thing and ends (initdb, migrations, the web build). Called by parts/ and stack.ts.
import { spawn } from "node:child_process";
import { seconds } from "../print.ts";
import type { Guarding } from "./guarding.ts";
import { openPartLog } from "./part-log.ts";
import { signalGroup } from "./processes.ts";

/** What to run. `name` is the log's file name; `input` goes to its standard input. */
export type Task = {
  name: string;
  file: string;
  args: readonly string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  input?: string;
  withinMs: number;
};

/** Runs tasks with a log file each; they end with us, however we end. */
export type TaskRunner = (task: Task) => Promise<void>;

/** The tasks of this stack. A task that fails or takes too long rejects with a sentence that names its log. */
export const createTaskRunner =
  (guarding: Guarding, logsDir: string, signal: AbortSignal): TaskRunner =>
  async (task) => {
    signal.throwIfAborted();
    const log = openPartLog(logsDir, task.name);
    const child = spawn(task.file, [...task.args], {
      ...(task.cwd === undefined ? {} : { cwd: task.cwd }),
      env: task.env ?? process.env,
      detached: true,
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => {});
    child.stdin.end(task.input ?? "");
    log.follow(child.stdout);
    log.follow(child.stderr);
    const { pid } = child;
    if (pid !== undefined) guarding.add(pid, "SIGTERM");
    const end = (): void => void (pid !== undefined && signalGroup(pid, "SIGKILL"));
    let late = false;
    const deadline = setTimeout(() => {
      late = true;
      end();
    }, task.withinMs);
    signal.addEventListener("abort", end, { once: true });
    const outcome = await new Promise<string | null>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("close", (code, by) => resolve(code === 0 ? null : `ended with ${by ?? code}`));
    });
    clearTimeout(deadline);
    signal.removeEventListener("abort", end);
    if (pid !== undefined) guarding.remove(pid);
    log.close();
    signal.throwIfAborted();
    if (outcome === null) return;
    const what = late ? `took longer than ${seconds(task.withinMs)}` : outcome;
    throw new Error(`${task.name} ${what}: ${log.lastWords()} (its log: ${log.file})`);
  };

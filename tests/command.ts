// Runs a command of ours as its own process and gives what it printed and how it ended.
import { execFile } from "node:child_process";

export type Ran = { code: number; stdout: string; stderr: string };

/** Runs `node <script> <args>` from the clone's root with the environment given over ours; ends it after 60 s. */
export const run = (script: string, args: string[], env: Record<string, string>): Promise<Ran> =>
  new Promise((resolve) => {
    const options = {
      env: { ...process.env, ...env },
      timeout: 60_000,
      killSignal: "SIGKILL" as const,
    };
    const child = execFile(process.execPath, [script, ...args], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

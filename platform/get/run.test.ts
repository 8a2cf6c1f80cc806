// Tools we start: they end with their answer, at their deadline, when called off, and when we die.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Machine, machine, script } from "./fixtures/machine.ts";
import { run, ToolFailed } from "./run.ts";

let here: Machine;
let tool: string;
beforeEach(async () => {
  here = await machine("sleep");
  tool = join(here.dir, "bin", "tool");
});
afterEach(() => here.remove());

const start = (more: Partial<Parameters<typeof run>[0]> = {}) =>
  run({ command: "tool", args: ["a b", "c"], env: here.ctx.env, timeoutMs: 8_000, ...more });

/** A tool that starts a child, says both process ids and goes on for a minute. */
const lasting = () => script(tool, 'sleep 60 & echo "$! $$" >"$HOME/pids"', "echo started", "wait");
const pids = async (): Promise<number[]> =>
  (await readFile(join(here.dir, "home", "pids"), "utf8")).trim().split(" ").map(Number);
/** A zombie is gone: only its parent has not looked yet. */
const isRunning = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return !/\) [ZX] /.test(stat);
};
const allGone = async () =>
  vi.waitFor(async () => {
    for (const pid of await pids()) expect(await isRunning(pid)).toBe(false);
  }, 5_000);

describe("a tool", () => {
  it("gives what it printed on both streams, and its arguments are passed as they are", async () => {
    await script(tool, 'echo "[$1][$2]"', "echo careful >&2");
    const log = join(here.dir, "log");
    const output = await start({ log });
    expect(output).toContain("[a b][c]");
    expect(output).toContain("careful");
    await vi.waitFor(async () => expect(await readFile(log, "utf8")).toContain("careful"));
  });

  it("that fails is an error with its code, its last line and the file with all it printed", async () => {
    await script(tool, "echo out of luck >&2", "exit 3");
    await expect(start({ log: join(here.dir, "log") })).rejects.toThrow(
      `tool a b c failed with 3 (out of luck); all it printed is in ${here.dir}/log`,
    );
  });

  it("that is not installed is told apart from one that fails", async () => {
    const error: unknown = await start({ command: "no-such-tool" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ToolFailed);
    expect(error).toMatchObject({ missing: true, message: "there is no no-such-tool on the PATH" });
  });

  it("that does not end is stopped at its deadline with all its children", async () => {
    await lasting();
    await expect(start({ timeoutMs: 300 })).rejects.toThrow("did not end within");
    await allGone();
  });

  it("that is called off is stopped with all its children, and the reason is the caller's", async () => {
    await lasting();
    const off = new AbortController();
    const say = { progress: () => off.abort(new Error("Ctrl-C")), label: "Tool", everyMs: 50 };
    await expect(start({ signal: off.signal, say })).rejects.toThrow("Ctrl-C");
    await allGone();
  });

  it("does not outlive us, even when we are killed", async () => {
    await lasting();
    const module = fileURLToPath(new URL("run.ts", import.meta.url));
    const us = `const { run } = await import(${JSON.stringify(module)});
      const say = { progress: (line) => line.includes("started") && process.kill(process.pid, "SIGKILL"), label: "", everyMs: 20 };
      await run({ command: "tool", args: [], env: process.env, timeoutMs: 60000, say });`;
    const child = promisify(execFile)(process.execPath, ["--input-type=module", "-e", us], {
      env: here.ctx.env,
      timeout: 9_000,
    });
    await expect(child).rejects.toMatchObject({ signal: "SIGKILL" });
    await allGone();
  });

  it("that takes long is spoken of with the time it took and its last line", async () => {
    await script(tool, "echo compiling", "sleep 60");
    const off = new AbortController();
    const lines: string[] = [];
    const progress = (line: string) => {
      lines.push(line);
      if (line.includes("compiling")) off.abort(new Error("seen"));
    };
    const say = { progress, label: "Engine: building", everyMs: 20 };
    await expect(start({ say, signal: off.signal })).rejects.toThrow("seen");
    expect(lines.at(-1)).toMatch(/^Engine: building \(\d+ s\): compiling$/);
  });
});

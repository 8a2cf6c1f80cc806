// Before step 1: runs a tool (tar, go, mvn, java) that can neither hang nor outlive us. Called by the parts' routes.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { calmly, duration } from "./progress.ts";

/** `timeoutMs` ends the tool with all its children. `log`: file that gets all it prints. `say`: what a person reads. */
export type Run = {
  command: string;
  args: readonly string[];
  cwd?: string;
  env: Record<string, string | undefined>;
  timeoutMs: number;
  log?: string;
  say?: { progress: (line: string) => void; label: string; everyMs?: number };
  signal?: AbortSignal | undefined;
};

/** A tool that is not there (`code` null, `missing`), failed, or took too long. `output` is the end of what it printed. */
export class ToolFailed extends Error {
  override readonly name = "ToolFailed";
  readonly missing: boolean;
  readonly output: string;
  constructor(message: string, missing: boolean, output: string) {
    super(message);
    this.missing = missing;
    this.output = output;
  }
}

// The tool runs in a process group of its own. Its guard reads a pipe that only we hold: when we end, however that
// happens, the pipe closes and the guard kills the group, so a compiler never runs on after a crash of the supervisor.
const guarded = `exec 3<&0
"$@" </dev/null 3<&- & tool=$!
( read -r _ <&3; kill -KILL -$$ ) & guard=$!
wait "$tool"; code=$?
kill "$guard" 2>/dev/null
exit "$code"`;

const notFound = new Set([126, 127]);
const outputKept = 20_000;

/** Resolves with what the tool printed (the last 20,000 characters of both streams); throws `ToolFailed`. */
export const run = async (wanted: Run): Promise<string> => {
  wanted.signal?.throwIfAborted();
  const startedAt = performance.now();
  const child = spawn("/bin/sh", ["-c", guarded, "guarded", wanted.command, ...wanted.args], {
    cwd: wanted.cwd,
    env: wanted.env,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const log = wanted.log ? createWriteStream(wanted.log, { flags: "a" }) : null;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log?.write(text);
      output = (output + text).slice(-outputKept);
    });
  }
  const stop = () => child.stdin.destroy();
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    stop();
  }, wanted.timeoutMs);
  const reporter = report(wanted, startedAt, () => output);
  wanted.signal?.addEventListener("abort", stop, { once: true });
  try {
    const code = await ended(child);
    wanted.signal?.throwIfAborted();
    if (code === 0) return output;
    throw failure(wanted, code, late, output);
  } finally {
    clearTimeout(deadline);
    clearInterval(reporter);
    wanted.signal?.removeEventListener("abort", stop);
    stop();
    log?.end();
  }
};

const ended = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdin?.on("error", () => {}); // the pipe breaks when the tool ends first
    child.once("close", resolve);
  });

const report = (
  { say }: Run,
  startedAt: number,
  output: () => string,
): NodeJS.Timeout | undefined => {
  if (!say) return undefined;
  const calm = calmly(say.progress, 0);
  return setInterval(() => {
    const last = output().trimEnd().split("\n").at(-1)?.slice(0, 80) ?? "";
    const elapsed = duration(performance.now() - startedAt);
    calm(() => `${say.label} (${elapsed})${last === "" ? "" : `: ${last}`}`);
  }, say.everyMs ?? 10_000);
};

const failure = (wanted: Run, code: number | null, late: boolean, output: string): ToolFailed => {
  const what = [wanted.command, ...wanted.args.slice(0, 2)].join(" ");
  const where = wanted.log ? `; all it printed is in ${wanted.log}` : "";
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  if (code !== null && notFound.has(code)) {
    return new ToolFailed(`there is no ${wanted.command} on the PATH`, true, output);
  }
  if (late) {
    return new ToolFailed(
      `${what} did not end within ${duration(wanted.timeoutMs)}${where}`,
      false,
      output,
    );
  }
  return new ToolFailed(
    `${what} failed with ${code ?? "a signal"} (${last})${where}`,
    false,
    output,
  );
};

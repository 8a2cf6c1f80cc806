// python-dateutil as an oracle for recurrence rules: one process for all questions. Called by *.oracle.test.ts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** One rule for the oracle. `rule` has no EXDATE lines; `exdates` are RFC 5545 values. It searches until `lastYear`. */
export type Question = {
  rule: string;
  exdates: string[];
  start: string;
  zone: string;
  limit: number;
  lastYear: number;
  /** Ask dateutil as it is, without putting the question so that it reads the rule as the RFC does. */
  plain?: boolean;
};

/** Asks for the wall clocks of many rules at once; one list for each question. */
export type Oracle = (questions: Question[]) => Promise<string[][]>;

const script = fileURLToPath(new URL("expand.py", import.meta.url));
const wanted = ["python-dateutil==2.9.0.post0", "six==1.17.0"];

/**
 * The oracle, or a sentence why there is none on this machine. Installs python-dateutil beside the other downloads
 * (`PUNCTUAL_CACHE_DIR`, or `~/.cache/punctual`) when it is not there yet.
 */
export const findOracle = async (): Promise<Oracle | string> => {
  const cache = process.env["PUNCTUAL_CACHE_DIR"] ?? join(homedir(), ".cache", "punctual");
  const packages = join(cache, "python", "dateutil-2.9.0.post0");
  const version = await python(["--version"], 20_000);
  if (version.code !== 0) return `there is no python3 to run python-dateutil: ${version.errors}`;
  if (!existsSync(join(packages, "dateutil"))) {
    const failed = await install(packages);
    if (failed !== null) return `python-dateutil could not be installed: ${failed}`;
  }
  return async (questions) => {
    const answer = await python([script], 150_000, JSON.stringify(questions), packages);
    if (answer.code !== 0) throw new Error(`tests/oracle/expand.py failed: ${answer.errors}`);
    return z.array(z.array(z.string())).parse(JSON.parse(answer.output));
  };
};

/** Null when it went well, else what was wrong. */
const install = async (target: string): Promise<string | null> => {
  const pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check"];
  const { code, errors } = await python([...pip, "--target", target, ...wanted], 60_000);
  return code === 0 ? null : (errors.trim().split("\n").at(-1) ?? "no reason was given");
};

type Ended = { code: number | null; output: string; errors: string };

/** Runs python3 to its end; `code` is null when there is no python3 or it took longer than `timeoutMs`. */
const python = (args: string[], timeoutMs: number, input = "", packages?: string): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...(packages === undefined ? {} : { PYTHONPATH: packages }) };
    const child = spawn("python3", args, { env, timeout: timeoutMs, killSignal: "SIGKILL" });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => void (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (errors += text));
    child.once("error", (error) => resolve({ code: null, output, errors: error.message }));
    child.once("close", (code, signal) =>
      resolve({ code, output, errors: errors || (signal ? `ended by ${signal}` : "") }),
    );
    child.stdin.on("error", () => undefined); // it may end before it has read all; the exit code says so
    child.stdin.end(input);
  });

// Python packages as second sources: installs what an oracle needs and runs its script. Called by dateutil.ts and zones.ts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A folder of packages beside the other downloads (`PUNCTUAL_CACHE_DIR`, or `~/.cache/punctual`), and what pip puts there. */
export type Packages = { folder: string; wanted: string[]; holds: string; anew?: boolean };

/**
 * Installs packages where they are not there yet (`anew`: in any case, as long as they can be had). Returns the folder for PYTHONPATH,
 * or a sentence why there is none on this machine.
 */
export const findPackages = async (
  packages: Packages,
): Promise<{ path: string } | { reason: string }> => {
  const cache = process.env["PUNCTUAL_CACHE_DIR"] ?? join(homedir(), ".cache", "punctual");
  const path = join(cache, "python", packages.folder);
  const version = await python(["--version"], 20_000);
  if (version.code !== 0) return { reason: `there is no python3: ${version.errors}` };
  const isThere = existsSync(join(path, packages.holds));
  if (isThere && !packages.anew) return { path };
  const failed = await install(path, packages.wanted);
  if (failed === null || isThere) return { path };
  return { reason: `${packages.wanted.join(" and ")} could not be installed: ${failed}` };
};

/** Runs a script with such a folder, JSON in and JSON out. Throws with what it complained of. */
export const askPython = async (
  script: string,
  path: string,
  question: unknown,
): Promise<unknown> => {
  const answer = await python([script], 150_000, JSON.stringify(question), path);
  if (answer.code !== 0) throw new Error(`${script} failed: ${answer.errors}`);
  return JSON.parse(answer.output);
};

/** Null when it went well, else what was wrong. */
const install = async (target: string, wanted: string[]): Promise<string | null> => {
  const pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check"];
  const { code, errors } = await python(
    [...pip, "--upgrade", "--target", target, ...wanted],
    60_000,
  );
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

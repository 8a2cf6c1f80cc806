// Where and on what the figures were measured. Called by the benchmark.
import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";

const git = (...args: string[]): string => execFileSync("git", args, { encoding: "utf8" }).trim();

const commit = (): string => {
  const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
  return `${git("rev-parse", "--short", "HEAD")}${changed ? " with changes" : ""}`;
};

/** One line each: machine, load by others before the run, Node, commit, time. */
export const machine = (): string => {
  const [cpu] = cpus();
  const gib = (totalmem() / 2 ** 30).toFixed(0);
  return [
    `- machine: ${cpu?.model.trim() ?? "unknown"}, ${cpus().length} cores, ${gib} GiB, ${process.platform} ${process.arch}`,
    `- load average before the run: ${loadavg()[0]?.toFixed(1)}`,
    `- node ${process.version}, commit ${commit()}, ${new Date().toISOString()}`,
  ].join("\n");
};

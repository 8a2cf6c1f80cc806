// kubectl and helm as functions, each with a deadline, on the cluster that KUBECONFIG names. Called by the real install.
import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { parse } from "yaml";
import { setTimeout as sleep } from "node:timers/promises";
import type { Piece } from "./resources.ts";
import { findTool, helm as helmTool } from "./tools.ts";

const exec = promisify(execFile);
const longestMs = 10 * 60_000;

type Failed = Error & { stdout?: string; stderr?: string };

const run = async (file: string, args: string[], input?: string): Promise<string> => {
  const child = exec(file, args, { timeout: longestMs, maxBuffer: 64 * 1024 * 1024 });
  child.child.stdin?.end(input);
  const { stdout } = await child.catch((error: Failed) => {
    const said = `${error.stdout ?? ""}${error.stderr ?? ""}`.slice(-4_000);
    throw new Error(`${file} ${args.slice(0, 4).join(" ")} … failed: ${said}`, { cause: error });
  });
  return stdout;
};

/** What kubectl prints; `input` is its standard input. */
export const kubectl = (args: string[], input?: string): Promise<string> =>
  run("kubectl", args, input);

/** What helm prints. */
export const helm = async (args: string[]): Promise<string> => run(await findTool(helmTool), args);

/** The resources that a `kubectl get` finds. */
export const get = async (...args: string[]): Promise<Piece[]> => {
  const found = parse(await kubectl(["get", ...args, "-o", "json"])) as Piece;
  return (found["items"] as Piece[] | undefined) ?? [found];
};

export type Forward = { port: number; stop: () => void };

/** A free local port that leads to a port of a pod, also one that listens on the pod's loopback alone. Stop it. */
export const forward = async (namespace: string, pod: string, port: number): Promise<Forward> => {
  const args = ["-n", namespace, "port-forward", `pod/${pod}`, `:${port}`, "--address=127.0.0.1"];
  const child = spawn("kubectl", args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout });
  const open = new Promise<number>((resolve, reject) => {
    lines.on("line", (line) => {
      const found = /127\.0\.0\.1:(\d+) ->/.exec(line)?.[1];
      if (found) resolve(Number(found));
    });
    child.once("exit", () => reject(new Error(`no port-forward to ${pod}:${port}`)));
  });
  const late = sleep(15_000, undefined, { ref: false }).then(() => {
    throw new Error(`the port-forward to ${pod}:${port} did not open within 15 s`);
  });
  const stop = (): void => void child.kill();
  try {
    return { port: await Promise.race([open, late]), stop };
  } catch (error) {
    stop();
    throw error;
  }
};

/** Does `work` with a port-forward to the pod. */
export const through = async <T>(
  [namespace, pod, port]: [namespace: string, pod: string, port: number],
  work: (localPort: number) => Promise<T>,
): Promise<T> => {
  const open = await forward(namespace, pod, port);
  try {
    return await work(open.port);
  } finally {
    open.stop();
  }
};

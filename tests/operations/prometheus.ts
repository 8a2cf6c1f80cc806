// A real Prometheus that scrapes the three processes of a stack every second and evaluates our rules. Used by metrics.operations.test.ts.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { freePort, until } from "../dapr.ts";
import type { Stack } from "../running-stack.ts";
import type { App } from "../scrape.ts";
import { goTool } from "../tools/go-tools.ts";

/** The files that are checked. */
export const rulesFile = fileURLToPath(
  new URL("../../helm/punctual/files/alerts.yaml", import.meta.url),
);

const Sample = z.object({
  metric: z.record(z.string(), z.string()),
  value: z.tuple([z.number(), z.string()]),
});
const Answer = z.object({
  status: z.literal("success"),
  data: z.object({ result: z.array(Sample) }),
});
const Rules = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            name: z.string(),
            health: z.string(),
            state: z.string().optional(),
            lastError: z.string().optional(),
          }),
        ),
      }),
    ),
  }),
});

export type Prometheus = {
  /** An instant query: the samples, as numbers. Throws what Prometheus says of a query it refuses. */
  query(promql: string): Promise<{ labels: Record<string, string>; value: number }[]>;
  /** The rules as they were last evaluated. */
  rules(): Promise<z.infer<typeof Rules>["data"]["groups"][number]["rules"]>;
  stop(): Promise<void>;
};

const configOf = (stack: Stack, apps: readonly App[]): string => `
global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: [${JSON.stringify(rulesFile)}]
scrape_configs:
${apps
  .map(
    (app) => `
  - job_name: punctual-${app}
    static_configs: [{ targets: ["127.0.0.1:${stack.env[app]["METRICS_PORT"]}"] }]`,
  )
  .join("")}
`;

/** Runs promtool; gives what it printed. Throws with it when it fails. */
export const promtool = async (args: string[], input = ""): Promise<string> => {
  const program = join(await goTool("prometheus"), "promtool");
  const { status, stdout, stderr } = spawnSync(program, args, {
    input,
    encoding: "utf8",
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`promtool ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout + stderr;
};

/** Starts it on loopback with a folder of its own. */
export const startPrometheus = async (stack: Stack, apps: readonly App[]): Promise<Prometheus> => {
  const folder = mkdtempSync(join(tmpdir(), "punctual-prometheus-"));
  const config = join(folder, "prometheus.yaml");
  writeFileSync(config, configOf(stack, apps));
  await promtool(["check", "config", config]);
  const port = await freePort();
  const program = join(await goTool("prometheus"), "prometheus");
  const args = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(folder, "data")}`,
    `--web.listen-address=127.0.0.1:${port}`,
    "--log.level=error",
  ];
  const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], cwd: folder });
  const ask = async (path: string): Promise<unknown> => {
    const url = `http://127.0.0.1:${port}${path}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  await until("Prometheus is ready", async () => {
    const url = `http://127.0.0.1:${port}/-/ready`;
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  });
  return {
    query: async (promql) => {
      const answer = await ask(`/api/v1/query?${new URLSearchParams({ query: promql })}`);
      return Answer.parse(answer).data.result.map(({ metric, value: [, text] }) => ({
        labels: metric,
        value: Number(text),
      }));
    },
    rules: async () =>
      Rules.parse(await ask("/api/v1/rules")).data.groups.flatMap(({ rules }) => rules),
    stop: async () => {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

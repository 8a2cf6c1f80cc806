// Dashboard and alerts against real figures: a real Prometheus scrapes a stack under load, and each query finds what it asks for.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { until } from "../dapr.ts";
import { metricsUrl } from "../scrape.ts";
import { type Stack, startStack, tireless } from "../stack.ts";
import { beBusy } from "./load.ts";
import { type Prometheus, promtool, rulesFile, startPrometheus } from "./prometheus.ts";

const apps = ["actors", "gateway", "consumers"] as const;
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const Dashboard = z.object({
  panels: z.array(
    z.object({
      title: z.string(),
      targets: z.array(z.object({ expr: z.string() })).default([]),
    }),
  ),
});
const dashboard = Dashboard.parse(
  JSON.parse(readFileSync(file("../../helm/punctual/files/dashboard.json"), "utf8")),
);
let stack: Stack;
let prometheus: Prometheus;
beforeAll(async () => {
  stack = await startStack({ env: { ...tireless, NOTIFY_ALLOW_PRIVATE_ADDRESSES: "true" } });
  prometheus = await startPrometheus(stack, apps);
  await until("all are scraped", async () => (await prometheus.query("up == 1")).length === 3);
  await beBusy(stack, 100);
}, 300_000);
afterAll(async () => {
  await prometheus?.stop();
  await stack?.stop();
}, 60_000);

test("our own metrics are named and explained as Prometheus wants it", async () => {
  for (const app of apps) {
    const text = await (await fetch(metricsUrl(stack, app))).text();
    const ours = text.split("\n").filter((line) => /^(# \w+ )?punctual_/.test(line));
    expect(ours.length).toBeGreaterThan(10);
    expect(await promtool(["check", "metrics"], `${ours.join("\n")}\n`)).toBe("");
  }
});

test("the rules are sound, and say of made-up figures what they should", async () => {
  expect(await promtool(["check", "rules", "--lint=all", "--lint-fatal", rulesFile])).toContain(
    "SUCCESS",
  );
  expect(await promtool(["test", "rules", file("alerts.yaml")])).toContain("SUCCESS");
});

test("every metric that an alert or a panel asks for is served by one of the processes", async () => {
  const texts = await Promise.all(
    apps.map(async (app) => (await fetch(metricsUrl(stack, app))).text()),
  );
  const served = new Set(
    texts.flatMap((text) => [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)),
  );
  const asked = [
    readFileSync(rulesFile, "utf8"),
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ].join("\n");
  const names = [...asked.matchAll(/\b((?:punctual|nodejs|process)_\w+)/g)].map(([, name = ""]) =>
    name.replace(/_(bucket|count|sum)$/, ""),
  );
  expect(names.length).toBeGreaterThan(40);
  expect([...new Set(names)].filter((name) => !served.has(name))).toEqual([]);
});

test("every panel finds something in the figures of a load", async () => {
  const empty: string[] = [];
  const endless: string[] = [];
  for (const { title, targets } of dashboard.panels)
    for (const { expr } of targets) {
      const found = await prometheus.query(expr.replaceAll("$__rate_interval", "1m"));
      if (found.length === 0) empty.push(`${title}: ${expr}`);
      if (found.some(({ value }) => Math.abs(value) === Infinity)) endless.push(title);
    }
  expect({ empty, endless }).toEqual({ empty: [], endless: [] });
});

test("a query answers how late reminders are, and every rule works while nobody is woken", async () => {
  const [fired] = await until("reminder p99", async () => {
    const found = await prometheus.query("punctual:reminder_fired_lateness_seconds:p99");
    return found.length > 0 && Number.isFinite(found[0]?.value) ? found : undefined;
  });
  const [accepted] = await prometheus.query(
    'punctual:reminder_accepted_lateness_seconds:p99{channel="webhook"}',
  );
  process.stdout.write(
    `reminder p99 by Prometheus: fired ${fired?.value.toFixed(3)} s, accepted by webhook ${accepted?.value.toFixed(3)} s\n`,
  );
  expect(fired?.value).toBeGreaterThan(0);
  expect(accepted?.value).toBeGreaterThan(0);
  const count = 'sum(punctual_reminder_lateness_seconds_count{stage="fired"})';
  await until("all are counted", async () => (await prometheus.query(count))[0]?.value === 100);
  const rules = await prometheus.rules();
  expect(rules.length).toBeGreaterThanOrEqual(19);
  expect(rules.filter(({ health }) => health !== "ok")).toEqual([]);
  expect(rules.filter(({ state }) => state === "firing")).toEqual([]);
});

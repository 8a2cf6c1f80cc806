// All that the chart can make is held against the schemas of Kubernetes and the operators, nothing unknown allowed. Needs helm and kubeconform.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { stores, template, type Values } from "./helm.ts";
import { schemaLocation, writeSchemas } from "./schemas.ts";
import { findTool, kubeconform } from "./tools.ts";

const exec = promisify(execFile);

const operators: Values = {
  database: {
    cnpg: { enabled: true, imageName: "postgres:18", storage: { storageClass: "fast" } },
  },
  kafka: { strimzi: { enabled: true, version: "4.1.0", storage: { storageClass: "fast" } } },
};
const everything: Values = {
  ...operators,
  ingress: { enabled: true, host: "todo.example.com", tlsSecret: "todo-tls" },
  image: { pullSecrets: [{ name: "registry" }] },
  priorityClassName: "high",
  networkPolicy: {
    gatewayFrom: [{ namespaceSelector: { matchLabels: { name: "ingress" } } }],
    databaseTo: [{ ipBlock: { cidr: "10.1.0.0/16" } }],
    extraEgress: [{ to: [{ podSelector: {} }], ports: [{ protocol: "TCP", port: 4318 }] }],
  },
  metrics: {
    serviceMonitor: { enabled: true, labels: { release: "prometheus" } },
    alerts: { enabled: true },
    dashboards: { enabled: true },
  },
  gateway: { nodeSelector: { pool: "web" }, extraEnv: [{ name: "X", value: "y" }] },
};
const closed: Values = { networkPolicy: { metricsFrom: [], webPorts: [], mailPorts: [] } };
const production = { existingSecret: "mine" };
const renderings: [name: string, files: (string | Values)[]][] = [
  ["addresses", [stores]],
  ["operators", [operators]],
  ["everything", [everything]],
  ["a closed network", [stores, closed]],
  ["minikube", [stores, "values-minikube.yaml"]],
  ["Oracle's cloud in production", ["values-production.yaml", "values-oke.yaml", production]],
];
// Strimzi publishes its CRDs in no package that can be named here; that Kafka's resources fit is seen when its operator takes them.
const unpublished = "Kafka,KafkaNodePool";

let folder: string;
const texts = new Map<string, string>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "punctual-schemas-"));
  for (const [name, files] of renderings) texts.set(name, await template(files));
  const kinds = [...texts.values()]
    .flatMap((text) => parseAllDocuments(text))
    .map((one) => (one.toJS() as { kind?: string } | null)?.kind ?? "");
  await writeSchemas(folder, new Set(kinds));
});
afterAll(() => rmSync(folder, { recursive: true }));

const conform = async (text: string): Promise<string> => {
  const file = join(folder, "rendered.yaml");
  writeFileSync(file, text);
  const args = ["-strict", "-summary", "-skip", unpublished];
  const command = [...args, "-schema-location", schemaLocation(folder), file];
  const done = exec(await findTool(kubeconform), command, { timeout: 60_000 });
  const failed = (error: Error & { stdout?: string }) => error.stdout || error.message;
  return done.then(({ stdout }) => stdout, failed);
};

it.each(renderings)("%s: every resource is as its schema says", async (name) => {
  const summary = await conform(texts.get(name) ?? "");
  expect(summary).toMatch(
    /^Summary: \d{2,} resources found .* Invalid: 0, Errors: 0, Skipped: [02]$/m,
  );
});

it("a field that Kubernetes does not know is found", async () => {
  const text = texts.get("addresses")?.replace("automountServiceAccountToken", "automountToken");
  expect(await conform(text ?? "")).toMatch(/'automountToken' not allowed/);
});

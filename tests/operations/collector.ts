// A real OpenTelemetry collector in front of a receiver that keeps what it hands on. Used by traces.operations.test.ts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { freePort, until } from "../dapr.ts";
import { goTool } from "../tools/go-tools.ts";

const Value = z.object({ stringValue: z.string().optional() }).loose();
const Attributes = z.array(z.object({ key: z.string(), value: Value })).default([]);
const SentSpan = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().default(""),
  name: z.string(),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
});
/** OTLP in JSON, as far as it is looked at here (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). */
const Traces = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(SentSpan) })),
    }),
  ),
});

/** A span as the collector handed it on, with the service that made it. */
export type CollectedSpan = z.infer<typeof SentSpan> & { service: string };

export type Collector = {
  /** Where to send spans. */
  endpoint: string;
  /** All that came, in the order it came. */
  spans: CollectedSpan[];
  stop(): Promise<void>;
};

const spansOf = (body: string): CollectedSpan[] =>
  Traces.parse(JSON.parse(body)).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const name = resource.attributes.find(({ key }) => key === "service.name");
    const service = name?.value.stringValue ?? "";
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
  });

const configOf = (port: number, receiverPort: number): string => `
receivers: { otlp: { protocols: { http: { endpoint: "127.0.0.1:${port}" } } } }
exporters:
  otlp_http: { endpoint: "http://127.0.0.1:${receiverPort}", encoding: json, compression: none }
service:
  telemetry: { metrics: { level: none } }
  pipelines: { traces: { receivers: [otlp], exporters: [otlp_http] } }
`;

/** Starts both. `stop` ends them. */
export const startCollector = async (): Promise<Collector> => {
  const folder = mkdtempSync(join(tmpdir(), "punctual-otelcol-"));
  const spans: CollectedSpan[] = [];
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      spans.push(...spansOf(Buffer.concat(chunks).toString("utf8")));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await once(receiver.listen(0, "127.0.0.1"), "listening");
  const port = await freePort();
  const config = join(folder, "config.yaml");
  writeFileSync(config, configOf(port, (receiver.address() as AddressInfo).port));
  const program = join(await goTool("otelcol"), "otelcol");
  const child = spawn(program, ["--config", `file:${config}`], {
    stdio: ["ignore", "inherit", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const endpoint = `http://127.0.0.1:${port}`;
  const isUp = async () => {
    if (child.exitCode !== null) throw new Error(`the collector ended: ${said.slice(-2_000)}`);
    const headers = { "content-type": "application/json" };
    return (await fetch(`${endpoint}/v1/traces`, { method: "POST", headers, body: "{}" })).ok;
  };
  await until("the collector answers", isUp);
  return {
    endpoint,
    spans,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      receiver.close();
      receiver.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

// Which ways the network policies leave open: each test reads the rendered resources. Needs helm (tools.ts brings it).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { render, stores, type Values } from "./helm.ts";
import { apps, kindOf, type Piece, type Resource } from "./resources.ts";

const tcp = (...ports: (number | string)[]): Piece[] =>
  ports.map((port) => ({ protocol: "TCP", port }));
const inNamespace = (name: string): Piece => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
});
const matching = (matchLabels: Piece): Piece => ({ podSelector: { matchLabels } });
const ours = matching({
  "app.kubernetes.io/name": "punctual",
  "app.kubernetes.io/instance": "punctual",
});

/** The policies by name, without the release's. */
const policiesOf = async (...files: Values[]): Promise<Record<string, Piece>> => {
  const all = kindOf(await render(stores, ...files), "NetworkPolicy");
  const named = ({ metadata, spec }: Resource): [string, Piece] => [
    String(metadata["name"]).replace("punctual-", ""),
    spec,
  ];
  return Object.fromEntries(all.map(named));
};
/** Whom a policy concerns. */
const whom = (policy?: Piece): string[] | undefined =>
  policy?.["podSelector"].matchExpressions?.[0].values;

describe("the network", () => {
  it("is closed for every pod but for names", async () => {
    const { deny } = await policiesOf();
    expect(deny?.["podSelector"]).toEqual(ours["podSelector"]);
    expect(deny?.["policyTypes"]).toEqual(["Ingress", "Egress"]);
    expect(deny?.["ingress"]).toBeUndefined();
    expect(deny?.["egress"]).toEqual([{ ports: [{ protocol: "UDP", port: 53 }, ...tcp(53)] }]);
  });

  it("lets sidecars reach each other and Dapr's control plane", async () => {
    const { dapr } = await policiesOf();
    expect(whom(dapr)).toEqual([...apps]);
    expect(dapr?.["ingress"]).toEqual([{ from: [ours], ports: tcp(50002) }]);
    expect(dapr?.["egress"]).toEqual([
      { to: [ours], ports: tcp(50002) },
      { to: [inNamespace("dapr-system")] },
    ]);
  });

  it("leads to the stores on their ports, and no further where it is known where they are", async () => {
    const { stores: anywhere } = await policiesOf();
    expect(whom(anywhere)).toEqual([...apps, "migrate"]);
    expect(anywhere?.["policyTypes"]).toEqual(["Egress"]);
    expect(anywhere?.["egress"]).toEqual([{ ports: tcp(5432) }, { ports: tcp(9092) }]);
    const databaseTo = [{ ipBlock: { cidr: "10.1.0.0/16" } }];
    const { stores: there } = await policiesOf({
      networkPolicy: { databaseTo },
      kafka: { strimzi: { enabled: true } },
    });
    const strimzi = matching({ "strimzi.io/cluster": "punctual" });
    expect(there?.["egress"]).toEqual([
      { ports: tcp(5432), to: databaseTo },
      { ports: tcp(9092), to: [strimzi] },
    ]);
  });

  it("leads people to the gateway alone, and only those of gatewayFrom where it is given", async () => {
    const { people: everybody } = await policiesOf();
    expect(whom(everybody)).toEqual(["gateway"]);
    expect(everybody?.["ingress"]).toEqual([{ ports: tcp("app") }]);
    const gatewayFrom = [inNamespace("ingress-nginx")];
    const { people: some } = await policiesOf({ networkPolicy: { gatewayFrom } });
    expect(some?.["ingress"]).toEqual([{ ports: tcp("app"), from: [...gatewayFrom, ours] }]);
  });

  it("leads who is named to the metrics, and nobody where none is named or there are none", async () => {
    const { metrics } = await policiesOf();
    expect(whom(metrics)).toEqual([...apps]);
    expect(metrics?.["ingress"]).toEqual([
      { from: [inNamespace("monitoring")], ports: tcp(9464, 9090) },
    ]);
    expect(await policiesOf({ networkPolicy: { metricsFrom: [] } })).not.toHaveProperty("metrics");
    expect(await policiesOf({ metrics: { enabled: false } })).not.toHaveProperty("metrics");
  });

  it("leads the consumers out on the ports of mail and the web, and on none where none is given", async () => {
    const { outside } = await policiesOf();
    expect(whom(outside)).toEqual(["consumers"]);
    const [web, mail] = (outside?.["egress"] ?? []) as Piece[];
    expect(web?.["ports"]).toEqual(tcp(80, 443));
    expect(web?.["to"][0].ipBlock.except).toContain("10.0.0.0/8");
    expect(mail).toEqual({ ports: tcp(25, 465, 587) });
    const { outside: webOnly } = await policiesOf({ networkPolicy: { mailPorts: [] } });
    expect(webOnly?.["egress"]).toEqual([web]);
    const none = await policiesOf({ networkPolicy: { mailPorts: [], webPorts: [] } });
    expect(none).not.toHaveProperty("outside");
  });

  it("leads the gateway out only where a language model may be asked", async () => {
    const { outside } = await policiesOf({ secrets: { OPENAI_API_KEY: "sk-x" } });
    expect(whom(outside)).toEqual(["consumers", "gateway"]);
  });

  it("leads the gateway to a mail server only where one is configured", async () => {
    expect(await policiesOf()).not.toHaveProperty("letters");
    const secrets = { SMTP_URL: "smtp://mail.example.org" };
    const { letters } = await policiesOf({ secrets });
    expect(whom(letters)).toEqual(["gateway"]);
    expect(letters?.["egress"]).toEqual([{ ports: tcp(25, 465, 587) }]);
    const closed = await policiesOf({ secrets, networkPolicy: { mailPorts: [] } });
    expect(closed).not.toHaveProperty("letters");
  });

  it("leads all three apps where extraEgress says, as docs/kubernetes.md shows it", async () => {
    expect(await policiesOf()).not.toHaveProperty("extra");
    const docs = readFileSync(new URL("../../docs/kubernetes.md", import.meta.url), "utf8");
    const [shown = ""] = /^ +networkPolicy:\n +extraEgress:\n(?: {8,}.*\n)+/m.exec(docs) ?? [];
    const { extra } = await policiesOf(parse(shown) as Values);
    expect(whom(extra)).toEqual([...apps]);
    expect(extra?.["policyTypes"]).toEqual(["Egress"]);
    expect(extra?.["egress"]).toEqual([{ to: [inNamespace("monitoring")], ports: tcp(4318) }]);
  });

  it.each([
    ["an empty rule", {}],
    ["no destinations", { to: [] }],
    ["no ports", { ports: [] }],
    ["a misspelt name", { from: [ours] }],
  ])("is not opened by mistake: extraEgress with %s is refused", async (_, rule) => {
    const refused = policiesOf({ networkPolicy: { extraEgress: [rule] } });
    await expect(refused).rejects.toThrow("/networkPolicy/extraEgress/0");
  });
});

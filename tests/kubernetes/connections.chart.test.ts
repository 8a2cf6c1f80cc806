// All connections to PostgreSQL that the chart's pods may open are allowed by the database it asks for. Needs helm (tools.ts brings it).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { render } from "./helm.ts";
import { apps, one, type Piece, type Resource } from "./resources.ts";

const source = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const poolOf = (main: string): number => {
  const found = /openDatabase\(config\.DATABASE_URL, \{ max: (\d+) \}\)/.exec(source(main));
  if (!found) throw new Error(`${main} opens the database in another way: say here how many`);
  return Number(found[1]);
};

const poolOfSidecar = (): number => {
  const { spec } = parse(source("components/statestore.yaml")) as Resource;
  const given = (spec["metadata"] as Piece[]).find((each) => each["name"] === "maxConns");
  if (!given) throw new Error("components/statestore.yaml sets no maxConns");
  return Number(given["value"]);
};

/** The most connections that one pod of each app has open. */
const pools = {
  gateway: poolOf("gateway/main.ts"),
  actors: poolOfSidecar(),
  consumers: poolOf("consumers/main.ts"),
};
/** One for the migration, three that PostgreSQL keeps (superuser_reserved_connections). */
const others = 4;

/** Pods of an app at most: all that its scaler may start, else its replicas, and one more during an upgrade (maxSurge). */
const most = (all: Resource[], app: string): number => {
  const { spec } = one(all, "Deployment", `punctual-${app}`);
  const pods: unknown =
    spec["replicas"] ?? one(all, "HorizontalPodAutoscaler", `punctual-${app}`).spec["maxReplicas"];
  return Number(pods) + Number(spec["strategy"].rollingUpdate.maxSurge);
};

const operators = {
  database: { cnpg: { enabled: true } },
  kafka: { strimzi: { enabled: true } },
};

const count = (all: Resource[]): number =>
  apps.reduce((sum, app) => sum + pools[app] * most(all, app), others);

describe("connections to PostgreSQL", () => {
  it.each<[name: string, files: string[]]>([
    ["values.yaml", []],
    ["values-minikube", ["values-minikube.yaml"]],
    ["values-production", ["values-production.yaml"]],
    ["values-production with values-oke", ["values-production.yaml", "values-oke.yaml"]],
  ])("of all pods that %s may start are allowed by the operator's database", async (_, files) => {
    const all = await render(...files, operators);
    const { parameters } = one(all, "Cluster", "punctual-db").spec["postgresql"];
    expect(Number(parameters.max_connections)).toBeGreaterThanOrEqual(count(all));
  });

  it("that a database of one's own has to allow are those docs/kubernetes.md says", async () => {
    const said = source("docs/kubernetes.md").replaceAll(/\s+/g, " ");
    const usual = count(await render(operators));
    expect(said).toContain(`With two of each that are ${usual} of \`max_connections\``);
    const production = count(await render("values-production.yaml", operators));
    expect(said).toContain(`\`values-production.yaml\` may start ${production}.`);
  });
});

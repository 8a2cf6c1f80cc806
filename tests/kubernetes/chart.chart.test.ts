// What the chart makes of values: each test reads the rendered resources. Needs helm (tools.ts brings it).
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { render, stores } from "./helm.ts";
import { apps, container, kindOf, one, type Piece, podsOf, type Resource } from "./resources.ts";

const components = fileURLToPath(new URL("../../components/", import.meta.url));
describe("Dapr's resources", () => {
  it("are those of components/, but for the secret store, labels, where the secret is and more time to start", async () => {
    const all = await render(stores);
    for (const file of readdirSync(components)) {
      const source = parse(readFileSync(`${components}${file}`, "utf8")) as Resource;
      if (source.metadata["name"] === "secrets") continue;
      const { labels, ...metadata } = one(all, source.kind, source.metadata["name"]).metadata;
      expect(labels).toMatchObject({ "app.kubernetes.io/instance": "punctual" });
      expect(metadata).toEqual(source.metadata);
      const rendered = one(all, source.kind, source.metadata["name"]);
      const key = { name: "punctual", key: "DATABASE_URL" };
      const expected = JSON.parse(
        JSON.stringify(source["spec"], (name, value) => (name === "secretKeyRef" ? key : value)),
      );
      const more = source.kind === "Component" ? { initTimeout: "30s" } : {};
      expect(rendered["spec"]).toEqual({ ...expected, ...more });
      expect(rendered["scopes"]).toEqual(source["scopes"]);
      expect(rendered["auth"]).toEqual(source["auth"] && { secretStore: "kubernetes" });
    }
  });

  it("leave out the store that reads a local file", async () => {
    const types = kindOf(await render(stores), "Component").map((each) => each["spec"].type);
    expect(types).not.toContain("secretstores.local.file");
    expect(types).toContain("state.postgresql");
  });

  it("watch an app's health as the local stack does", async () => {
    const local = readFileSync(new URL("../../platform/parts/dapr.ts", import.meta.url), "utf8");
    for (const pod of podsOf(await render(stores))) {
      const found = pod.metadata["annotations"];
      if (found?.["dapr.io/enabled"] !== "true") continue;
      for (const what of ["path", "probe-interval", "probe-timeout"])
        expect(local).toContain(
          `--app-health-${what === "path" ? "check-path" : what}=${
            found[`dapr.io/app-health-${what === "path" ? "check-path" : what}`]
          }`,
        );
      expect(local).toContain(`--app-health-threshold=${found["dapr.io/app-health-threshold"]}`);
    }
  });
});

describe("every pod", () => {
  it("is of the security level restricted and gets no token of Kubernetes", async () => {
    const all = await render(stores);
    const pods = podsOf(all);
    expect(pods).toHaveLength(5);
    for (const { spec } of pods) {
      const { serviceAccountName, containers, volumes = [] } = spec;
      expect(spec.automountServiceAccountToken).toBe(false);
      expect(["punctual", "default"]).toContain(serviceAccountName);
      expect(spec.securityContext).toEqual({
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      });
      for (const each of containers) {
        expect(each.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        expect(Object.keys(each.resources)).toEqual(expect.arrayContaining(["requests", "limits"]));
      }
      for (const volume of volumes) expect(Object.keys(volume)).toEqual(["name", "emptyDir"]);
    }
  });

  it("shows no secret: passwords and tokens come by reference", async () => {
    const all = await render(stores, { secrets: { OPENAI_API_KEY: "sk-very-secret" } });
    const shown = JSON.stringify(all.filter((each) => each.kind !== "Secret"));
    expect(shown).not.toMatch(/punctual:secret@|sk-very-secret/);
    expect(shown).toContain('"secretKeyRef"');
  });
});

describe("an app", () => {
  it("is asked whether it starts, lives and is ready, has two replicas and a budget for disruption", async () => {
    const all = await render(stores);
    for (const app of apps) {
      const { startupProbe, livenessProbe, readinessProbe } = container(all, app);
      for (const probe of [startupProbe, livenessProbe, readinessProbe])
        expect(probe.httpGet.path).toMatch(/^\/health/);
      const { spec } = one(all, "Deployment", `punctual-${app}`);
      expect(spec.replicas).toBe(2);
      expect(spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
      expect(spec.template.spec.topologySpreadConstraints).toHaveLength(2);
      expect(one(all, "PodDisruptionBudget", `punctual-${app}`)["spec"].maxUnavailable).toBe(1);
    }
  });

  it("gets only the secrets it needs: the actors neither the database nor the key of sessions", async () => {
    const all = await render(stores);
    const names = (app: string): string[] =>
      container(all, app)
        .env.filter((each: Piece) => each["valueFrom"])
        .map((each: Piece) => String(each["name"]));
    expect(names("actors")).toEqual(["DAPR_API_TOKEN", "APP_API_TOKEN", "METRICS_TOKEN"]);
    expect(names("gateway")).toContain("AUTH_SECRET");
    expect(names("consumers")).not.toContain("AUTH_SECRET");
  });

  it("begins anew when its configuration changes", async () => {
    const sum = async (level: string): Promise<string> =>
      one(await render(stores, { config: { LOG_LEVEL: level } }), "Deployment", "punctual-actors")[
        "spec"
      ].template.metadata.annotations["checksum/config"];
    expect(await sum("info")).not.toBe(await sum("debug"));
  });

  it("scales by its own container's processor time where that is asked for, within the partitions", async () => {
    const all = await render(stores, "values-production.yaml", { existingSecret: "" });
    for (const app of apps) {
      const scaler = one(all, "HorizontalPodAutoscaler", `punctual-${app}`)["spec"];
      expect(scaler.metrics[0].containerResource.container).toBe(app);
      expect(one(all, "Deployment", `punctual-${app}`)["spec"].replicas).toBeUndefined();
    }
    const consumers = one(all, "HorizontalPodAutoscaler", "punctual-consumers");
    expect(consumers["spec"].maxReplicas).toBeLessThanOrEqual(6);
  });
});

// What people choose by values: where the stores are, the address, and what is refused. Needs helm (tools.ts brings it).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint, render, stores, template, type Values } from "./helm.ts";
import { apps, kindOf, one, variable } from "./resources.ts";

describe("database and Kafka", () => {
  it("by address: the migration is a hook with the address, before anything else", async () => {
    const all = await render(stores);
    const job = one(all, "Job", "punctual-migrate");
    expect(job.metadata["annotations"]["helm.sh/hook"]).toBe("pre-install,pre-upgrade");
    const secret = kindOf(all, "Secret").find(
      (each) => each.metadata["name"] === "punctual-migrate",
    );
    expect(secret?.metadata["annotations"]["helm.sh/hook-weight"]).toBe("-1");
    expect(atob(secret?.["data"].DATABASE_URL)).toContain("postgres://");
  });

  it("by address: the Job of the migration does not hold it, so a failed one may stay; docs say how to delete what may", async () => {
    const all = await render(stores);
    const policy = "before-hook-creation,hook-succeeded";
    const url = String((stores["database"] as Values)["url"]);
    const job = one(all, "Job", "punctual-migrate");
    expect(JSON.stringify(job)).not.toContain(url);
    expect(JSON.stringify(job)).not.toContain(btoa(url));
    // Helm deletes what came before a failed hook as something that succeeded, and of the failed hook itself nothing.
    for (const hook of [job, one(all, "Secret", "punctual-migrate")])
      expect(hook.metadata["annotations"]["helm.sh/hook-delete-policy"]).toBe(policy);
    const docs = readFileSync(new URL("../../docs/kubernetes.md", import.meta.url), "utf8");
    const [, left = ""] = /kubectl .* delete --ignore-not-found (.+)/.exec(docs) ?? [];
    const hooks = all.filter((each) => each.metadata["annotations"]?.["helm.sh/hook"]);
    const names = hooks.map(({ kind, metadata }) => `${kind.toLowerCase()}/${metadata["name"]}`);
    expect(left.split(" ").toSorted()).toEqual(names.toSorted());
  });

  it("by operators: their resources outlive an uninstall, and the first migration waits for them", async () => {
    const all = await render({
      database: { cnpg: { enabled: true } },
      kafka: { strimzi: { enabled: true } },
    });
    for (const [kind, name] of [
      ["Cluster", "punctual-db"],
      ["Kafka", "punctual"],
      ["KafkaNodePool", "punctual-nodes"],
    ] as const)
      expect(one(all, kind, name).metadata["annotations"]["helm.sh/resource-policy"]).toBe("keep");
    const job = one(all, "Job", "punctual-migrate");
    expect(job.metadata["annotations"]).toBeUndefined();
    expect(job["spec"].backoffLimit).toBeGreaterThan(10);
    const url = variable(all, "gateway", "DATABASE_URL");
    expect(url?.["valueFrom"].secretKeyRef).toEqual({ name: "punctual-db-app", key: "uri" });
    const { data } = one(all, "ConfigMap", "punctual");
    expect(data.KAFKA_BROKERS).toBe("punctual-kafka-bootstrap.todo.svc:9092");
  });

  it("are asked for by name when they are missing, and an upgrade migrates first even with operators", async () => {
    await expect(render({ kafka: stores["kafka"] })).rejects.toThrow(
      "no database: set database.url",
    );
    await expect(render({ database: stores["database"] })).rejects.toThrow(
      "no Kafka: set kafka.brokers",
    );
    const operators = { database: { cnpg: { enabled: true } }, kafka: stores["kafka"] };
    const upgrade = await template([operators], ["--is-upgrade"]);
    expect(upgrade).toContain("helm.sh/hook: pre-install,pre-upgrade");
  });

  it("in a Secret of one's own: the chart makes none but the tokens of the sidecars", async () => {
    const all = await render({ existingSecret: "mine", kafka: stores["kafka"] });
    const names = kindOf(all, "Secret").map((each) => each.metadata["name"]);
    expect(names).toEqual(
      apps.flatMap((app) => [`punctual-${app}-api-token`, `punctual-${app}-app-token`]),
    );
    expect(JSON.stringify(all)).toContain('{"name":"mine","key":"DATABASE_URL"}');
  });
});

describe("the address", () => {
  it("is the ingress's, with a certificate https, and its sockets may be silent for an hour", async () => {
    const ingress = { enabled: true, host: "todo.example.com", tlsSecret: "todo-tls" };
    const all = await render(stores, { ingress });
    expect(one(all, "ConfigMap", "punctual")["data"].PUBLIC_URL).toBe("https://todo.example.com");
    const { annotations } = one(all, "Ingress", "punctual").metadata;
    expect(annotations["nginx.ingress.kubernetes.io/proxy-read-timeout"]).toBe("3600");
    const hops = variable(all, "gateway", "TRUSTED_PROXY_HOPS");
    expect(hops?.["value"]).toBe("1");
  });

  it("is a port-forward's where nothing else is said", async () => {
    const all = await render(stores);
    expect(one(all, "ConfigMap", "punctual")["data"].PUBLIC_URL).toBe("http://127.0.0.1:8420");
    expect(kindOf(all, "Ingress")).toEqual([]);
  });
});

describe("values", () => {
  it("that are misspelt or wrong are refused by name", async () => {
    const wrong = {
      gatway: { replicas: 3 },
      secrets: { AUTH_SECRET: "short" },
      config: { DATABASE_URL: "postgres://in-the-clear" },
    };
    const refused = render(stores, wrong);
    await expect(refused).rejects.toThrow("gatway");
    await expect(refused).rejects.toThrow("/secrets/AUTH_SECRET");
    await expect(refused).rejects.toThrow("invalid propertyName 'DATABASE_URL'");
  });

  it.each(["minikube", "oke", "production"])("of %s pass helm lint --strict", async (place) => {
    const host = { ingress: { host: "todo.example.com" }, existingSecret: "mine" };
    await expect(lint(stores, `values-${place}.yaml`, host)).resolves.toContain(
      "0 chart(s) failed",
    );
  });
});

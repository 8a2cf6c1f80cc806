// What the real install does with the chart: put it there, change it, take it away, and what is there then. Called by main.ts.
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import { chart, kubernetesVersion } from "./helm.ts";
import { get, helm, kubectl, through } from "./cluster.ts";
import { apps, type Piece } from "./resources.ts";

export const release = "punctual";
export const namespace = "punctual-test";
const stores = "punctual-test-stores";

/** Images as the cluster's nodes have them; the environment may name others. */
export type Images = { repository: string; tag: string; kafka: string; postgres: string };

const label = `app.kubernetes.io/instance=${release}`;

/** Namespaces (ours takes only restricted pods), and a Kafka and a PostgreSQL that are ready. */
export const prepare = async (images: Images): Promise<void> => {
  const level = { "pod-security.kubernetes.io/enforce": "restricted" };
  for (const [name, labels] of [
    [namespace, level],
    [stores, {}],
  ] as const) {
    const made = { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
    await kubectl(["apply", "-f", "-"], JSON.stringify(made));
  }
  const text = readFileSync(new URL("./stores.yaml", import.meta.url), "utf8")
    .replaceAll("${POSTGRES_IMAGE}", images.postgres)
    .replaceAll("${KAFKA_IMAGE}", images.kafka)
    .replaceAll("${NAMESPACE}", stores);
  await kubectl(["-n", stores, "apply", "-f", "-"], text);
  for (const name of ["postgres", "kafka"])
    await kubectl(["-n", stores, "rollout", "status", `deploy/${name}`, "--timeout=180s"]);
};

const values = ({ repository, tag }: Images): string[] => [
  `image.repository=${repository}`,
  `image.tag=${tag}`,
  `database.url=postgres://punctual:for-this-test@postgres.${stores}.svc.cluster.local:5432/punctual`,
  `kafka.brokers=kafka.${stores}.svc.cluster.local:9092`,
  "gateway.service.type=NodePort",
];

const sets = (images: Images, more: string[] = []): string[] =>
  [...values(images), ...more].flatMap((each) => ["--set", each]);

/** The chart's migration, twice at once. Resolves when both have succeeded. */
export const migrateTwice = async (images: Images): Promise<void> => {
  const only = [
    "-s",
    "templates/migrate.yaml",
    "-n",
    namespace,
    "--kube-version",
    kubernetesVersion,
  ];
  const text = await helm(["template", release, chart, ...only, ...sets(images)]);
  const both = parseAllDocuments(text).map((one) => one.toJS() as Piece);
  for (const made of both)
    if (made["kind"] === "Job") Object.assign(made["spec"], { parallelism: 2, completions: 2 });
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: both });
  await kubectl(["-n", namespace, "apply", "-f", "-"], list);
  const job = `job/${release}-migrate`;
  await kubectl(["-n", namespace, "wait", "--for=condition=complete", job, "--timeout=180s"]);
  await kubectl(["-n", namespace, "delete", "-f", "-"], list);
};

const patience = ["--wait", "--timeout", "8m"];

/** Installs, or changes what is installed; `more` as `--set`. Resolves when every pod is ready. */
export const apply = (images: Images, more: string[] = []): Promise<string> => {
  const where = ["upgrade", "--install", release, chart, "-n", namespace];
  return helm([...where, ...sets(images, more), ...patience]);
};
export const rollback = (): Promise<string> =>
  helm(["rollback", release, "-n", namespace, ...patience]);
export const test = (): Promise<string> => helm(["test", release, "-n", namespace]);

/** The pods of our processes, by app. */
export const pods = async (app?: string): Promise<Piece[]> => {
  const which = app ? `${label},app.kubernetes.io/component=${app}` : label;
  return get("pods", "-n", namespace, "-l", which);
};

const nameOf = (piece: Piece): string => String(piece["metadata"].name);

/** The address of the gateways' service on a node that runs here. */
export const address = async (): Promise<string> => {
  const [service] = await get("service", release, "-n", namespace);
  return `http://127.0.0.1:${service?.["spec"].ports[0].nodePort}`;
};

/** Deletes one pod of each app at once, as a node does that is drained, and waits until all are there again. */
export const drain = async (): Promise<string[]> => {
  const gone: string[] = [];
  for (const app of apps) gone.push(...(await pods(app)).slice(0, 1).map(nameOf));
  await kubectl(["-n", namespace, "delete", "pod", ...gone]);
  for (const app of apps)
    await kubectl([
      "-n",
      namespace,
      "rollout",
      "status",
      `deploy/${release}-${app}`,
      "--timeout=240s",
    ]);
  return gone;
};

/** Deletes one pod of the actors by force, which leaves it no time to drain. Resolves when there is another one. */
export const kill = async (): Promise<void> => {
  const [pod] = (await pods("actors")).map(nameOf);
  if (!pod) throw new Error("there are no actors");
  await kubectl(["-n", namespace, "delete", "pod", pod, "--grace-period=0", "--force"]);
  const deployment = `deploy/${release}-actors`;
  await kubectl(["-n", namespace, "rollout", "status", deployment, "--timeout=240s"]);
};

/** How many events of the log each of the consumers' pods has taken, as its sidecar counts. */
export const consumed = async (): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const pod of (await pods("consumers")).map(nameOf))
    found[pod] = await through([namespace, pod, 9090], async (port) => {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      const lines = text.matchAll(
        /^dapr_component_pubsub_ingress_bulk_event_count\{.*SUCCESS.*topic="task-events".*\} (\d+)/gm,
      );
      return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
    });
  return found;
};

/** How many actors each of the actors' pods hosts, as its sidecar says. */
export const hosted = async (): Promise<Record<string, number>> => {
  const [secret] = await get("secret", `${release}-actors-api-token`, "-n", namespace);
  const token = Buffer.from(String(secret?.["data"].token), "base64").toString();
  const found: Record<string, number> = {};
  for (const pod of (await pods("actors")).map(nameOf))
    found[pod] = await through([namespace, pod, 3500], async (port) => {
      const headers = { "dapr-api-token": token };
      const url = `http://127.0.0.1:${port}/v1.0/metadata`;
      const said = (await (await fetch(url, { headers })).json()) as Piece;
      const active = (said["actorRuntime"]?.activeActors ?? []) as Piece[];
      return active.reduce((sum, each) => sum + Number(each["count"] ?? 0), 0);
    });
  return found;
};

export const uninstall = (): Promise<string> =>
  helm(["uninstall", release, "-n", namespace, "--wait", "--timeout", "5m"]);

/** All that is in our namespace, but for what every namespace has. */
export const leftovers = async (): Promise<string[]> => {
  const kinds = (await kubectl(["api-resources", "--namespaced", "--verbs=list", "-o", "name"]))
    .split("\n")
    .filter((kind) => kind !== "" && !kind.startsWith("events"));
  const left = await kubectl([
    "-n",
    namespace,
    "get",
    kinds.join(","),
    "-o",
    "name",
    "--ignore-not-found",
  ]);
  const always = ["configmap/kube-root-ca.crt", "serviceaccount/default"];
  return left.split("\n").filter((name) => name !== "" && !always.includes(name));
};

/** Takes away what `prepare` made. */
export const cleanUp = (): Promise<string> =>
  kubectl(["delete", "namespace", namespace, stores, "--ignore-not-found", "--timeout=180s"]);

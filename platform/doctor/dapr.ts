// The doctor's look at Dapr: each sidecar's version, its components, and whether placement and scheduler are there. Called by platform/doctor.ts.
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { readMetadata, type SidecarFacts } from "../../sidecar/sdk.ts";
import { isAtLeast, versions } from "../get/versions.ts";
import { type Finding, finding, look } from "./finding.ts";
import type { SidecarPlace, Target } from "./target.ts";

const folder = fileURLToPath(new URL("../../components/", import.meta.url));

/** The names of the components whose scopes name this app. */
export const componentsOf = (app: string): string[] =>
  readdirSync(folder)
    .map((name) => readFileSync(`${folder}${name}`, "utf8"))
    .filter((yaml) => /^kind: Component$/m.test(yaml))
    .filter((yaml) => {
      const scopes = /^scopes: \[(.*)\]$/m.exec(yaml)?.[1];
      return scopes === undefined || scopes.split(",").some((one) => one.trim() === app);
    })
    .flatMap((yaml) => /^ {2}name: (\S+)$/m.exec(yaml)?.[1] ?? []);

/** What a sidecar says of itself, judged. */
export const judgeSidecar = (
  { id, version, components, actors, isPlaced }: SidecarFacts,
  expected: readonly string[],
): Finding => {
  const loaded = new Set(components.map(({ name }) => name));
  const missing = expected.filter((name) => !loaded.has(name));
  const types = actors.map(({ type, count }) => `${type} ${count}`).join(", ");
  const hosts = types === "" ? "" : `, in memory: ${types}`;
  return finding(`dapr ${id}`, `${version}, ${components.length} components${hosts}`, [
    ...(isAtLeast(version, versions.dapr)
      ? []
      : [`it is older than ${versions.dapr}: update Dapr (older ones lose reminders)`]),
    ...(missing.length === 0
      ? []
      : [`without ${missing.join(", ")}: look at its log for what it says of components/`]),
    ...(isPlaced ? [] : ["placement does not know it: is the placement service up?"]),
  ]);
};

const lookAtSidecar = ({ app, port, apiToken }: SidecarPlace): Promise<Finding[]> =>
  look(`dapr ${app}`, "is the sidecar up, and DAPR_API_TOKEN its token?", async () => {
    const facts = await readMetadata({ port, apiToken });
    return judgeSidecar(facts, componentsOf(facts.id));
  });

/** `host:port`, several with commas between: the first has to answer. */
const lookAtService = (name: string, address: string | undefined): Promise<Finding[]> =>
  address === undefined
    ? Promise.resolve([])
    : look(name, `start it, or correct DAPR_${name.toUpperCase()}`, async () => {
        const [first = ""] = address.split(",");
        const colon = first.lastIndexOf(":");
        await opened(first.slice(0, colon), Number(first.slice(colon + 1)));
        return { name, said: `answers at ${first}` };
      });

const opened = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: 5_000 });
    socket.once("connect", () => resolve(void socket.destroy()));
    socket.once("error", reject);
    socket.once("timeout", () => socket.destroy(new Error(`${host}:${port} does not answer`)));
  });

/** The control plane, then each sidecar, one after the other: the SDK's clients share a connection pool that the first to stop destroys (3.18). */
export const lookAtDapr = async ({
  sidecars,
  placement,
  scheduler,
}: Target): Promise<Finding[]> => {
  const services = await Promise.all([
    lookAtService("placement", placement),
    lookAtService("scheduler", scheduler),
  ]);
  const found = services.flat();
  for (const sidecar of sidecars) found.push(...(await lookAtSidecar(sidecar)));
  return found;
};

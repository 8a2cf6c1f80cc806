// The chart as Helm renders it, parsed. Called by the chart's tests.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parseAllDocuments, stringify } from "yaml";
import type { Resource } from "./resources.ts";
import { findTool, helm } from "./tools.ts";

const exec = promisify(execFile);

export type Values = Record<string, unknown>;

export const chart = fileURLToPath(new URL("../../helm/punctual", import.meta.url));
/** The oldest Kubernetes the chart takes is 1.29. */
export const kubernetesVersion = "1.34.0";

/** What every rendering needs: a database and Kafka. */
export const stores: Values = {
  database: { url: "postgres://punctual:secret@db:5432/punctual" },
  kafka: { brokers: "kafka-0:9092,kafka-1:9092" },
};

const call = async (args: string[], files: (string | Values)[]): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "punctual-values-"));
  const named = files.flatMap((file, at) => {
    if (typeof file === "string") return ["--values", join(chart, file)];
    const path = join(folder, `${at}.yaml`);
    writeFileSync(path, stringify(file, { version: "1.1" })); // as Helm reads it: y is a yes
    return ["--values", path];
  });
  try {
    const command = [...args, ...named, "--kube-version", kubernetesVersion];
    const options = { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 };
    return (await exec(await findTool(helm), command, options)).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The rendered text. `files`: values, or names of the chart's own values files; later ones win. Throws what Helm says. */
export const template = (files: (string | Values)[], more: string[] = []): Promise<string> =>
  call(["template", "punctual", chart, "--namespace", "todo", ...more], files);

/** The rendered resources. */
export const render = async (...files: (string | Values)[]): Promise<Resource[]> => {
  const documents = parseAllDocuments(await template(files));
  return documents.map((one) => one.toJS() as Resource | null).filter((one) => one !== null);
};

/** `helm lint --strict`; throws what it complains of. */
export const lint = (...files: (string | Values)[]): Promise<string> =>
  call(["lint", "--strict", chart], files);

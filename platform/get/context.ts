// Before step 1: what getDapr, getKafka and getJava are told. The caller (platform/main.ts, tests) makes it.
import { userInfo } from "node:os";
import type { Limits } from "./request.ts";

/** Where official archives come from. Kafka's are tried in order: the current releases first, then the archive. */
export type Sources = { dapr: string; kafka: readonly string[]; jre: string };

/**
 * `cacheDir`: absolute folder, outside the clone, where engines stay between starts.
 * `progress`: gets one calm line at a time. `signal`: abort it and the work ends with its reason, no process left behind.
 * `sources`: other download addresses; the environment's `PUNCTUAL_DOWNLOAD_DAPR`, `_KAFKA`, `_JRE` come after these.
 * `limits`: other deadlines for downloads than `usualLimits`; tests use short ones.
 */
export type GetContext = {
  cacheDir: string;
  env: Record<string, string | undefined>;
  progress: (line: string) => void;
  signal?: AbortSignal;
  sources?: Partial<Sources>;
  limits?: Partial<Limits>;
};

const official: Sources = {
  dapr: "https://github.com/dapr/dapr/releases/download",
  kafka: ["https://downloads.apache.org/kafka", "https://archive.apache.org/dist/kafka"],
  jre: "https://api.adoptium.net",
};

/** The download addresses in force. Given ones win over the environment's, those over the official ones. */
export const sourcesOf = ({ env, sources }: GetContext): Sources => ({
  dapr: sources?.dapr ?? (env["PUNCTUAL_DOWNLOAD_DAPR"] || official.dapr),
  kafka:
    sources?.kafka ??
    (env["PUNCTUAL_DOWNLOAD_KAFKA"] ? [env["PUNCTUAL_DOWNLOAD_KAFKA"]] : official.kafka),
  jre: sources?.jre ?? (env["PUNCTUAL_DOWNLOAD_JRE"] || official.jre),
});

/** Something the person has to install. The message is one sentence that says what; show it as it is. */
export class MissingPrerequisite extends Error {
  override readonly name = "MissingPrerequisite";
}

/** This machine as archives name it. `key` marks cached engines, so that a shared home never mixes machines. */
export type Host = { key: string; os: "linux" | "darwin"; arch: "x64" | "arm64" };

/** The machine we run on; throws `MissingPrerequisite` where no engine is published for it. */
export const thisHost = (os: string = process.platform, arch: string = process.arch): Host => {
  if ((os === "linux" || os === "darwin") && (arch === "x64" || arch === "arm64")) {
    return { key: `${os}-${arch}`, os, arch };
  }
  throw new MissingPrerequisite(
    `Punctual's local stack runs on Linux and macOS with an x64 or arm64 processor and this is ${os} ${arch}: use a Linux machine, WSL 2 or a container.`,
  );
};

/** The person's home, also where `HOME` is empty (a service, a bare container): the one of the account, else the cache. */
export const homeOf = ({ env, cacheDir }: GetContext): string => {
  if (env["HOME"]) return env["HOME"];
  try {
    return userInfo().homedir || cacheDir;
  } catch {
    return cacheDir;
  }
};

// Before step 1: Kafka from Apache's official archive, checked against the published SHA-512. Called by kafka.ts.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { extractFolder } from "../archive.ts";
import { type GetContext, sourcesOf } from "../context.ts";
import { download, fetchChecksum } from "../download.ts";
import { DownloadFailed } from "../request.ts";
import { versions } from "../versions.ts";
import { checkJars } from "./jars.ts";

/** Name of the archive: `kafka_2.13-4.1.2.tgz`. */
export const kafkaAsset = `kafka_${versions.scala}-${versions.kafka}.tgz`;

const fromBase = async (ctx: GetContext, base: string, into: string): Promise<void> => {
  const url = `${base}/${versions.kafka}/${kafkaAsset}`;
  const file = join(ctx.cacheDir, "downloads", kafkaAsset);
  const checksum = await fetchChecksum(ctx, `${url}.sha512`, "sha512", kafkaAsset);
  const label = `Kafka ${versions.kafka}`;
  await download(ctx, { url, file, checksum, label });
  await extractFolder(ctx, file, into);
  await rm(file);
  await rm(join(into, "site-docs"), { recursive: true, force: true });
  await checkJars(join(into, "libs"));
};

/** Fills `into` with the archive's content (jars in `libs`), from the first address that has it. Throws `DownloadFailed`. */
export const downloadKafka = async (ctx: GetContext, into: string): Promise<void> => {
  const failures: string[] = [];
  for (const base of sourcesOf(ctx).kafka) {
    try {
      return await fromBase(ctx, base, into);
    } catch (error) {
      ctx.signal?.throwIfAborted();
      if (!(error instanceof DownloadFailed)) throw error;
      failures.push(error.message);
    }
  }
  throw new DownloadFailed(failures.join("; "), "no");
};

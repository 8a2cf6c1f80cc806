// Before step 1: Eclipse Temurin's JRE, found and checked by Adoptium's API (api.adoptium.net/q/swagger-ui). Called by java.ts.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { extractFolder } from "../archive.ts";
import { type GetContext, sourcesOf, thisHost } from "../context.ts";
import { download, fetchText } from "../download.ts";
import { DownloadFailed } from "../request.ts";
import { versions } from "../versions.ts";
import { javaIn, javaVersion } from "./local.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/i, "must be a SHA-256 in hex");
const Package = z.object({ name: z.string().min(1), link: z.url(), checksum: sha256 });
/** What the API answers: the latest build of a feature release; we read its archive's address and checksum. */
const Latest = z.array(z.object({ binary: z.object({ package: Package }) })).min(1);

/** Path of the API's question on this machine. */
export const jreQuestion = (host = thisHost()): string => {
  const os = host.os === "darwin" ? "mac" : "linux";
  const architecture = host.arch === "arm64" ? "aarch64" : "x64";
  const asked = new URLSearchParams({ architecture, image_type: "jre", os, vendor: "eclipse" });
  return `/v3/assets/latest/${versions.jre}/hotspot?${asked}`;
};

const latest = async (ctx: GetContext): Promise<z.infer<typeof Package>> => {
  const url = `${sourcesOf(ctx).jre}${jreQuestion()}`;
  const text = await fetchText(ctx, url);
  try {
    const first = Latest.parse(JSON.parse(text))[0];
    if (first) return first.binary.package;
  } catch (error) {
    throw new DownloadFailed(`${url} did not answer with an archive and its checksum`, "no", error);
  }
  throw new DownloadFailed(`${url} knows no archive for this machine`, "no");
};

/** Fills `into` with a JRE and proves that it runs; says where it came from. Throws `DownloadFailed`. */
export const downloadJre = async (ctx: GetContext, into: string): Promise<string> => {
  const { name, link, checksum } = await latest(ctx);
  const file = join(ctx.cacheDir, "downloads", name.replace(/[^\w.+-]/g, "_"));
  await download(ctx, {
    url: link,
    file,
    checksum: { algorithm: "sha256", hex: checksum.toLowerCase() },
    label: `Java ${versions.jre} (Temurin)`,
  });
  await extractFolder(ctx, file, into);
  await rm(file);
  if ((await javaVersion(ctx, javaIn(into))) === null) {
    throw new Error(`the Java of ${name} does not run on this machine`);
  }
  return "official release";
};

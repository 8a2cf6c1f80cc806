// Before step 1: Dapr from its official release, checked against the published checksums. Called by dapr.ts.
import { chmod, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "../archive.ts";
import { type GetContext, sourcesOf, thisHost } from "../context.ts";
import { download, fetchChecksum } from "../download.ts";
import { versions } from "../versions.ts";
import { daprdVersion, daprNames } from "./local.ts";

/** Name of a release asset on this machine: `daprd_linux_amd64.tar.gz`. */
export const daprAsset = (name: string, host = thisHost()): string =>
  `${name}_${host.os}_${host.arch === "x64" ? "amd64" : "arm64"}.tar.gz`;

/** Fills `into` with daprd, placement and scheduler. Throws `DownloadFailed`; partial files stay in `<cacheDir>/downloads`. */
export const downloadDapr = async (ctx: GetContext, into: string): Promise<void> => {
  await mkdir(into, { recursive: true });
  for (const [index, name] of daprNames.entries()) {
    const asset = daprAsset(name);
    const url = `${sourcesOf(ctx).dapr}/v${versions.dapr}/${asset}`;
    const file = join(ctx.cacheDir, "downloads", `dapr-${versions.dapr}-${asset}`);
    const checksum = await fetchChecksum(ctx, `${url}.sha256`, "sha256", asset);
    const label = `Dapr ${versions.dapr}, ${name} (${index + 1} of ${daprNames.length})`;
    await download(ctx, { url, file, checksum, label });
    await extract(ctx, file, into);
    await rm(file);
    await chmod(join(into, name), 0o755);
  }
  if ((await daprdVersion(ctx, join(into, "daprd"))) !== versions.dapr) {
    throw new Error(
      `the daprd of the release archive does not run as version ${versions.dapr} here`,
    );
  }
};

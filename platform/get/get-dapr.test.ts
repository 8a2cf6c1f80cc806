// Where the Dapr runtime is looked for and in which order.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MissingPrerequisite } from "./context.ts";
import { daprAsset } from "./dapr/release.ts";
import { getDapr } from "./dapr.ts";
import { type ArchiveServer, archiveServer, send } from "./fixtures/archive-server.ts";
import { installGo } from "./fixtures/fake-go.ts";
import { archive, type Machine, machine, script } from "./fixtures/machine.ts";
import { versions } from "./versions.ts";

let here: Machine;
let site: ArchiveServer;
beforeEach(async () => {
  here = await machine("tar", "gzip", "cp", "chmod", "mkdir", "sleep");
  site = await archiveServer();
});
afterEach(async () => {
  await site.close();
  await here.remove();
});

const names = ["daprd", "placement", "scheduler"];
const at = (...path: string[]) => join(here.dir, ...path);
const cached = (name: string) => at("cache", "dapr", versions.dapr, name);

const putBinaries = async (dir: string, version: string): Promise<void> => {
  for (const name of names) await script(join(dir, name), `echo ${version}`);
};

/** Serves the release; `wrong` names the asset whose checksum is not its own. */
const publish = async (wrong?: string, version: string = versions.dapr): Promise<void> => {
  here.ctx.sources = { ...here.ctx.sources, dapr: site.url };
  for (const name of names) {
    const { body, sha256 } = await archive(here.dir, { [name]: `#!/bin/sh\necho ${version}\n` });
    const path = `/v${versions.dapr}/${daprAsset(name)}`;
    site.on(path, send(body));
    const sum = name === wrong ? "0".repeat(64) : sha256;
    site.on(`${path}.sha256`, send(`${sum} *${daprAsset(name)}\n`));
  }
};

describe("the Dapr runtime", () => {
  it("in DAPR_BIN_DIR wins over everything", async () => {
    await putBinaries(at("mine"), "1.19.0");
    await putBinaries(at("home", ".dapr", "bin"), versions.dapr);
    here.ctx.env["DAPR_BIN_DIR"] = at("mine");
    expect(await getDapr(here.ctx)).toEqual({
      daprd: at("mine", "daprd"),
      placement: at("mine", "placement"),
      scheduler: at("mine", "scheduler"),
      version: "1.19.0",
      from: "DAPR_BIN_DIR",
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["holds version 1.18.2", () => putBinaries(at("mine"), "1.18.2")],
    ["holds version 2.0.0", () => putBinaries(at("mine"), "2.0.0")],
    [
      "has no program scheduler",
      async () => {
        await putBinaries(at("mine"), versions.dapr);
        await rm(at("mine", "scheduler"));
      },
    ],
    ["has a daprd that does not tell its version", () => putBinaries(at("mine"), "hello")],
  ])("in a DAPR_BIN_DIR that %s is refused, not passed over", async (what, put) => {
    await put();
    here.ctx.env["DAPR_BIN_DIR"] = at("mine");
    const error: unknown = await getDapr(here.ctx).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MissingPrerequisite);
    expect(String(error)).toContain(`DAPR_BIN_DIR (${at("mine")}) ${what}: put daprd`);
  });

  it("of the Dapr CLI is used when it is new enough", async () => {
    await putBinaries(at("home", ".dapr", "bin"), versions.dapr);
    expect((await getDapr(here.ctx)).from).toBe("~/.dapr/bin");
  });

  it("of the Dapr CLI is passed over when it is older, and the release is downloaded", async () => {
    await putBinaries(at("home", ".dapr", "bin"), "1.17.9");
    await publish();
    const dapr = await getDapr(here.ctx);
    expect(dapr).toMatchObject({ from: "official release", daprd: cached("daprd") });
    expect(await readdir(at("cache", "downloads"))).toEqual([]);
  });

  it("comes from the cache the second time, without a question to any server", async () => {
    await publish();
    await getDapr(here.ctx);
    const before = site.requests.length;
    expect(await getDapr(here.ctx)).toMatchObject({
      from: "cache",
      scheduler: cached("scheduler"),
    });
    expect(site.requests).toHaveLength(before);
  });

  it("is downloaded from where PUNCTUAL_DOWNLOAD_DAPR says", async () => {
    await publish();
    delete here.ctx.sources;
    here.ctx.env["PUNCTUAL_DOWNLOAD_DAPR"] = site.url;
    expect((await getDapr(here.ctx)).from).toBe("official release");
  });

  it("is built with Go when the release cannot be reached, and one line says why", async () => {
    await installGo(here);
    expect(await getDapr(here.ctx)).toMatchObject({
      from: "built with go",
      daprd: cached("daprd"),
    });
    expect(here.lines).toEqual([
      expect.stringMatching(
        /^Dapr \S+: official release not available \(http\S+ could not be reached \(.+\)\); next: built with go$/,
      ),
    ]);
  });

  it("is built with Go when a checksum is wrong, and nothing of the download is used", async () => {
    await publish("scheduler");
    await installGo(here);
    expect((await getDapr(here.ctx)).from).toBe("built with go");
    expect(here.lines.join("\n")).toMatch(
      /wrong sha256 checksum: expected 0{64}, got [0-9a-f]{64}/,
    );
  });

  it("is built with Go when the release does not run here", async () => {
    await publish(undefined, "1.0.0");
    await installGo(here);
    expect((await getDapr(here.ctx)).from).toBe("built with go");
  });
});

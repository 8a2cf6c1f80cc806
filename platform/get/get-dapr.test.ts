// Where the Dapr runtime is looked for, in which order, and what a person reads when there is none.
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MissingPrerequisite } from "./context.ts";
import { daprAsset } from "./dapr/release.ts";
import { getDapr } from "./dapr.ts";
import { type ArchiveServer, archiveServer, send } from "./fixtures/archive-server.ts";
import { archive, type Machine, machine, script } from "./fixtures/machine.ts";
import { removeTree } from "./remove-tree.ts";
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

/** A `go` that has Dapr's source, read-only as in Go's module cache, notes what it is asked, and "compiles" to scripts. */
const installGo = async (
  version = "go1.99.0",
  workflow = "exit 1",
  build = "true",
): Promise<void> => {
  const source = at("home", "source");
  await removeTree(source);
  await mkdir(join(source, "cmd", "daprd", "components"), { recursive: true });
  const goMod =
    "module github.com/dapr/dapr\n\ngo 1.26.6\n\nrequire (\n\tgithub.com/dapr/durabletask-go v0.12.4\n)\n";
  await writeFile(join(source, "go.mod"), goMod, { mode: 0o444 });
  for (const name of ["pubsub_kafka", "state_postgres", "state_redis", "zz_notag"]) {
    await writeFile(join(source, "cmd", "daprd", "components", `${name}.go`), "", { mode: 0o444 });
  }
  await chmod(join(source, "cmd", "daprd", "components"), 0o555);
  await script(
    at("bin", "go"),
    'echo "$PWD: go $* [$GOFLAGS] [$CGO_ENABLED]" >>"$HOME/asked"',
    'case "$*" in',
    `*durabletask-go@v0.12.4*) ${workflow};;`,
    `"mod download"*) echo "go: downloading"; echo '{"Dir": "${source}"}';;`,
    `"env GOVERSION") echo ${version};;`,
    `build*) ${build}; echo cmd/daprd/components/* >>"$HOME/asked"`,
    '  while [ "$1" != -o ]; do shift; done; into=$2',
    `  for name in ${names.join(" ")}; do printf '#!/bin/sh\\necho ${versions.dapr}\\n' >"$into$name"; chmod +x "$into$name"; done;;`,
    "esac",
  );
};
const asked = () => readFile(at("home", "asked"), "utf8");

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
    await installGo();
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
    await installGo();
    expect((await getDapr(here.ctx)).from).toBe("built with go");
    expect(here.lines.join("\n")).toMatch(
      /wrong sha256 checksum: expected 0{64}, got [0-9a-f]{64}/,
    );
  });

  it("is built with Go when the release does not run here", async () => {
    await publish(undefined, "1.0.0");
    await installGo();
    expect((await getDapr(here.ctx)).from).toBe("built with go");
  });

  it("is built from a writable copy, with only the components in use, and the copy is removed", async () => {
    await installGo();
    here.ctx.env["GOFLAGS"] = "-mod=vendor -modcacherw";
    await getDapr(here.ctx);
    const lines = await asked();
    expect(lines).toContain(
      "components/pubsub_kafka.go cmd/daprd/components/state_postgres.go cmd/daprd/components/zz_notag.go\n",
    );
    expect(lines).toContain("[-modcacherw -mod=mod -buildvcs=false] [0]");
    expect(await readdir(at("cache", "build"))).toEqual([]);
  });

  it("is built with a stand-in for the one module that the proxy lacks, and only then", async () => {
    await installGo("go1.99.0", `echo '{"Dir": "/there"}'`);
    await getDapr(here.ctx);
    expect(await asked()).not.toContain("-replace");
    await rm(at("cache", "dapr"), { recursive: true });
    await installGo();
    await getDapr(here.ctx);
    expect(await asked()).toContain("go mod edit -replace github.com/dapr/durabletask-go=");
  });

  it("is built from a fresh copy when an earlier build was killed in the middle", async () => {
    await installGo();
    const stale = at("cache", "build", `dapr-${versions.dapr}`, "cmd", "daprd", "components");
    await mkdir(stale, { recursive: true });
    await writeFile(join(stale, "zz_stale.go"), "");
    await getDapr(here.ctx);
    expect(await asked()).not.toContain("stale");
    expect(await readdir(at("cache", "build"))).toEqual([]);
  });

  it("without Go, or with a Go too old, is a sentence that says what to install", async () => {
    const sentence = (least: string) =>
      `there is no Go to build it: install Go ${least} or later (https://go.dev/dl), or Dapr`;
    await expect(getDapr(here.ctx)).rejects.toThrow(sentence("1.26"));
    await installGo("go1.25.3");
    const error: unknown = await getDapr(here.ctx).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MissingPrerequisite);
    expect(String(error)).toContain(sentence("1.26.6"));
  });

  it("whose build fails is an error naming the log, and the next start tries again", async () => {
    await installGo("go1.99.0", "exit 1", "echo boom; exit 2");
    await expect(getDapr(here.ctx)).rejects.toThrow(
      `failed with 2 (boom); all it printed is in ${at("cache", "logs", "dapr-build.log")}`,
    );
    await publish();
    expect((await getDapr(here.ctx)).from).toBe("official release");
  });
});

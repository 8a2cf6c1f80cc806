// Dapr built with Go: what is built, what a build leaves, and what a person reads when it cannot be.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MissingPrerequisite } from "./context.ts";
import { getDapr } from "./dapr.ts";
import { askedOfGo, installGo } from "./fixtures/fake-go.ts";
import { type Machine, machine } from "./fixtures/machine.ts";
import { versions } from "./versions.ts";

let here: Machine;
beforeEach(async () => {
  here = await machine("cp", "chmod");
});
afterEach(() => here.remove());

const at = (...path: string[]) => join(here.dir, ...path);

describe("the Dapr runtime", () => {
  it("is built from a writable copy, with only the components in use, and the copy is removed", async () => {
    await installGo(here);
    here.ctx.env["GOFLAGS"] = "-mod=vendor -modcacherw";
    await getDapr(here.ctx);
    const lines = await askedOfGo(here);
    expect(lines).toContain(
      "components/pubsub_kafka.go cmd/daprd/components/state_postgres.go cmd/daprd/components/zz_notag.go\n",
    );
    expect(lines).toContain("[-modcacherw -mod=mod -buildvcs=false] [0]");
    expect(await readdir(at("cache", "build"))).toEqual([]);
  });

  it("is built with a stand-in for the one module that the proxy lacks, and only then", async () => {
    await installGo(here, { workflow: `echo '{"Dir": "/there"}'` });
    await getDapr(here.ctx);
    expect(await askedOfGo(here)).not.toContain("-replace");
    await rm(at("cache", "dapr"), { recursive: true });
    await installGo(here);
    await getDapr(here.ctx);
    expect(await askedOfGo(here)).toContain("go mod edit -replace github.com/dapr/durabletask-go=");
  });

  it("is built from a fresh copy when an earlier build was killed in the middle", async () => {
    await installGo(here);
    const stale = at("cache", "build", `dapr-${versions.dapr}`, "cmd", "daprd", "components");
    await mkdir(stale, { recursive: true });
    await writeFile(join(stale, "zz_stale.go"), "");
    await getDapr(here.ctx);
    expect(await askedOfGo(here)).not.toContain("stale");
    expect(await readdir(at("cache", "build"))).toEqual([]);
  });

  it("without Go, or with a Go too old, is a sentence that says what to install", async () => {
    const sentence = (least: string) =>
      `there is no Go to build it: install Go ${least} or later (https://go.dev/dl), or Dapr`;
    await expect(getDapr(here.ctx)).rejects.toThrow(sentence("1.26"));
    await installGo(here, { version: "go1.25.3" });
    const error: unknown = await getDapr(here.ctx).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MissingPrerequisite);
    expect(String(error)).toContain(sentence("1.26.6"));
  });

  it("whose build fails is an error naming the log, and the next start tries again", async () => {
    await installGo(here, { build: "echo boom; exit 2" });
    await expect(getDapr(here.ctx)).rejects.toThrow(
      `failed with 2 (boom); all it printed is in ${at("cache", "logs", "dapr-build.log")}`,
    );
    await installGo(here);
    expect((await getDapr(here.ctx)).from).toBe("built with go");
  });
});

// Where the Java runtime is looked for, in which order, and what a person reads when there is none.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MissingPrerequisite } from "./context.ts";
import { type ArchiveServer, archiveServer, send } from "./fixtures/archive-server.ts";
import { archive, type Machine, machine, script } from "./fixtures/machine.ts";
import { featureRelease, javaIn } from "./java/local.ts";
import { jreQuestion } from "./java/release.ts";
import { getJava } from "./java.ts";
import { versions } from "./versions.ts";

let here: Machine;
let site: ArchiveServer;
beforeEach(async () => {
  here = await machine("tar", "gzip");
  site = await archiveServer();
});
afterEach(async () => {
  await site.close();
  await here.remove();
});

const putJava = (java: string, version: string) =>
  script(java, `echo 'openjdk version "${version}"' >&2`);
const onPath = () => join(here.dir, "bin", "java");
const setHome = async (version: string): Promise<string> => {
  here.ctx.env["JAVA_HOME"] = join(here.dir, "jdk");
  await putJava(join(here.dir, "jdk", "bin", "java"), version);
  return join(here.dir, "jdk", "bin", "java");
};

const publish = async (checksum?: string): Promise<void> => {
  const text = `#!/bin/sh\necho 'openjdk version "21.0.9"' >&2\n`;
  const { body, sha256 } = await archive(here.dir, { [javaIn("jdk-21.0.9-jre")]: text });
  const link = `${site.url}/files/jre.tar.gz`;
  const found = { name: "jre.tar.gz", link, checksum: checksum ?? sha256 };
  site.on("/files/jre.tar.gz", send(body));
  site.on(jreQuestion(), send(JSON.stringify([{ binary: { package: found } }])));
  here.ctx.sources = { ...here.ctx.sources, jre: site.url };
};

describe("Java", () => {
  it("of JAVA_HOME wins over the one on the PATH", async () => {
    const java = await setHome("17.0.15");
    await putJava(onPath(), "21.0.2");
    expect(await getJava(here.ctx)).toEqual({ java, version: 17, from: "JAVA_HOME" });
  });

  it("too old in JAVA_HOME is passed over in one line for the one on the PATH", async () => {
    const java = await setHome("1.8.0_402");
    await putJava(onPath(), "21.0.2");
    expect(await getJava(here.ctx)).toEqual({ java: onPath(), version: 21, from: "PATH" });
    expect(here.lines).toEqual([`Java: ${java} is version 8, Kafka needs 17; looking further`]);
  });

  it("on a Mac without Java, where a program of that name only says so, is downloaded", async () => {
    await script(onPath(), "echo Unable to locate a Java Runtime >&2", "exit 1");
    await publish();
    const java = javaIn(join(here.ctx.cacheDir, "jre", String(versions.jre)));
    expect(await getJava(here.ctx)).toEqual({ java, version: 21, from: "official release" });
    expect((await getJava(here.ctx)).from).toBe("cache");
  });

  it.each<[string, () => Promise<void>, string]>([
    ["cannot be reached", async () => {}, "could not be reached"],
    ["has another checksum", () => publish("0".repeat(64)), "wrong sha256 checksum"],
    [
      "is no archive at all",
      async () => {
        await publish();
        site.on(jreQuestion(), send("[]"));
      },
      "did not answer with an archive",
    ],
  ])("that %s is a sentence that says what to install", async (_, prepare, reason) => {
    await prepare();
    const error: unknown = await getJava(here.ctx).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MissingPrerequisite);
    expect(String(error)).toContain(reason);
    expect(String(error)).toContain(
      "install Java 17 or later and put it on the PATH or set JAVA_HOME.",
    );
  });
});

describe("what `java -version` prints", () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "26-ea" 2026-03-17', 26],
    ["Unable to locate a Java Runtime.", null],
  ])("%s", (text, release) => {
    expect(featureRelease(text)).toBe(release);
  });
});

// Where Kafka's jars are looked for, in which order, and what a person reads when there are none.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MissingPrerequisite } from "./context.ts";
import { type ArchiveServer, archiveServer, send } from "./fixtures/archive-server.ts";
import { archive, type Machine, machine, script } from "./fixtures/machine.ts";
import { kafkaAsset } from "./kafka/release.ts";
import { getKafka } from "./kafka.ts";
import { versions } from "./versions.ts";

let here: Machine;
let site: ArchiveServer;
beforeEach(async () => {
  here = await machine("tar", "gzip", "mkdir", "touch");
  site = await archiveServer();
});
afterEach(async () => {
  await site.close();
  await here.remove();
});

const jars = [
  `kafka_${versions.scala}-${versions.kafka}.jar`,
  `kafka-clients-${versions.kafka}.jar`,
];
const classpath = () => join(here.ctx.cacheDir, "kafka", versions.kafka, "libs", "*");

const publish = async (base: string, wrong = false): Promise<void> => {
  const top = kafkaAsset.replace(".tgz", "");
  const files = Object.fromEntries(jars.map((jar) => [`${top}/libs/${jar}`, "jar"]));
  const { body, sha512 } = await archive(here.dir, files);
  const groups = (wrong ? "0".repeat(128) : sha512).toUpperCase().match(/.{8}/g) ?? [];
  site.on(`${base}/${versions.kafka}/${kafkaAsset}`, send(body));
  site.on(
    `${base}/${versions.kafka}/${kafkaAsset}.sha512`,
    send(`${kafkaAsset}: ${groups.join(" ")}\n`),
  );
  here.ctx.sources = { ...here.ctx.sources, kafka: [`${site.url}/current`, `${site.url}/old`] };
};

const installMaven = async (...fetched: string[]): Promise<void> => {
  await script(join(here.dir, "bin", "java"), `echo 'openjdk version "21.0.2"'`);
  await script(
    join(here.dir, "bin", "mvn"),
    'for each in "$@"; do case "$each" in -DoutputDirectory=*) libs=${each#*=};; esac; done',
    'mkdir -p "$libs"',
    `for jar in ${fetched.join(" ")}; do touch "$libs/$jar"; done`,
  );
};

describe("Kafka", () => {
  it("comes from the official archive, then from the cache", async () => {
    await publish("/current");
    const version = versions.kafka;
    expect(await getKafka(here.ctx)).toEqual({
      classpath: classpath(),
      version,
      from: "official archive",
    });
    expect(await getKafka(here.ctx)).toEqual({ classpath: classpath(), version, from: "cache" });
  });

  it("comes from Apache's archive of old releases when it is no longer among the current", async () => {
    await publish("/old");
    expect((await getKafka(here.ctx)).from).toBe("official archive");
    expect(site.requests[0]).toBe(`/current/${versions.kafka}/${kafkaAsset}.sha512`);
  });

  it("is fetched by Maven when the archive's checksum is wrong everywhere", async () => {
    await publish("/current", true);
    await installMaven(...jars);
    expect(await getKafka(here.ctx)).toMatchObject({
      classpath: classpath(),
      from: "fetched by Maven",
    });
    expect(here.lines.join("\n")).toContain("wrong sha512 checksum");
  });

  it("without Maven is a sentence that says what to install", async () => {
    await installMaven();
    await rm(join(here.dir, "bin", "mvn"));
    const error: unknown = await getKafka(here.ctx).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MissingPrerequisite);
    expect(String(error)).toContain("install Maven");
  });

  it("that Maven fetched only in part is not taken for whole", async () => {
    await installMaven(...jars.slice(1));
    await expect(getKafka(here.ctx)).rejects.toThrow(`has no ${jars[0]}`);
  });
});

// `npm run images`: builds the images of the Dockerfile, writes beside them what is in them (an SBOM), and prints a table, for which it
// runs compose.yaml once; `-- --only-build` leaves that out.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { complain, partLine, say, seconds, stopwatch } from "../platform/print.ts";
import { docker } from "./docker.ts";
import { type ImageFacts, readFacts } from "./facts.ts";
import { imageOf } from "./public-images.ts";
import { seeAtRest } from "./rest.ts";
import { imageTable } from "./table.ts";
import { imageName, root, type Target, targets } from "./targets.ts";

const buildWithinMs = 20 * 60_000;
const sbomFile = join(root, ".data", "images", "sbom.spdx.json");

/** Other base images, where the environment names some. */
const bases = ["NODE_IMAGE", "RUNTIME_IMAGE"].flatMap((name) =>
  process.env[name] ? ["--build-arg", `${name}=${process.env[name]}`] : [],
);

const build = async (target: Target, labels: string[]): Promise<ImageFacts> => {
  const took = stopwatch();
  const image = imageName(target, process.env);
  const args = ["build", "--target", target, ...bases, ...labels, "--tag", image, "."];
  await docker(args, { timeoutMs: buildWithinMs, cwd: root });
  say(partLine(target, `${image} built in ${seconds(took())}`));
  return readFacts(target, image);
};

/** Instants are computed by the time zone data inside of Node and no other; an image says of which release they are. */
const zoneLabel = async (): Promise<string> => {
  const asked = ["run", "--rm", imageOf("NODE_IMAGE"), "node", "-p", "process.versions.tz"];
  const release = await docker(asked, { timeoutMs: buildWithinMs }); // it may have to be pulled
  return `punctual.time-zone-data=${release.trim()} (Node's own)`;
};

/** The packages that the images hold, in SPDX: those of the Dockerfile's stage `packages`. */
const writeSbom = async (): Promise<void> => {
  const args = ["sbom", "--package-lock-only", "--omit", "dev", "--omit", "optional"];
  const options = { cwd: root, timeout: 60_000, maxBuffer: 32 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)("npm", [...args, "--sbom-format", "spdx"], options);
  mkdirSync(join(sbomFile, ".."), { recursive: true });
  writeFileSync(sbomFile, stdout);
  say(partLine("packages", `listed in ${sbomFile}`));
};

try {
  const images: ImageFacts[] = [];
  const labels = ["--label", await zoneLabel()];
  for (const target of targets) images.push(await build(target, labels));
  await writeSbom();
  const rests = process.argv.includes("--only-build") ? [] : await seeAtRest();
  say(`\n${imageTable(images, rests)}`);
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}

// Starts compose.yaml with two of each process for the container tests, and takes all of it away after the last. Called by vitest as
// their global setup; what they need to know goes to them in one variable.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DockerComposeEnvironment } from "testcontainers";
import { docker } from "../../containers/docker.ts";
import { root } from "../../containers/targets.ts";
import { run } from "../../platform/get/run.ts";
import { say, seconds, stopwatch } from "../../platform/print.ts";
import { freePort } from "../dapr.ts";
import { tireless } from "../stack.ts";
import { type Containers, variable } from "./containers.ts";

const files = ["compose.yaml", "compose.replicas.yaml", "tests/containers/compose.test.yaml"];
const startWithinMs = 180_000;

/** What each container said last, for whoever has to find out why the stack did not start. */
const tell = async (project: string): Promise<void> => {
  const label = `label=com.docker.compose.project=${project}`;
  const names = await docker(["ps", "--all", "--filter", label, "--format", "{{.Names}}"]);
  for (const name of names.split("\n").filter(Boolean))
    say(`${name}\n${await docker(["logs", "--tail", "5", name])}`);
};

export default async (): Promise<() => Promise<void>> => {
  const took = stopwatch();
  const secrets = mkdtempSync(join(tmpdir(), "punctual-secrets-"));
  const script = join(root, "containers", "secrets.sh");
  await run({ command: "sh", args: [script, secrets], env: process.env, timeoutMs: 10_000 });
  const [first, second] = [await freePort(), await freePort()];
  const project = `punctual-test-${process.pid}`;
  const environment = new DockerComposeEnvironment(root, files)
    .withProjectName(project)
    .withEnvironment({
      ...tireless,
      PUNCTUAL_SECRETS: secrets,
      PUNCTUAL_PORT: String(first),
      PUNCTUAL_PORT_2: String(second),
    })
    .withStartupTimeout(startWithinMs);
  const started = await environment.up().catch(async (error: unknown) => {
    await tell(project);
    throw error;
  });
  const containers: Containers = {
    project,
    urls: [first, second].map((port) => `http://127.0.0.1:${port}`),
  };
  process.env[variable] = JSON.stringify(containers);
  say(`the containers are ready after ${seconds(took())}`);
  return async () => {
    await started.down({ removeVolumes: true, timeout: 20_000 });
    rmSync(secrets, { recursive: true, force: true });
  };
};

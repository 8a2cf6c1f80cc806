// Docker's command line, with a deadline on every call. Used by images.ts and by the tests that run containers.
import { run } from "../platform/get/run.ts";

/** Runs `docker …` and gives what it printed. Throws `ToolFailed`. `timeoutMs` is 30 s unless more is needed. */
export const docker = (
  args: readonly string[],
  { timeoutMs = 30_000, cwd }: { timeoutMs?: number; cwd?: string } = {},
): Promise<string> =>
  run({
    command: "docker",
    args,
    env: process.env,
    timeoutMs,
    ...(cwd === undefined ? {} : { cwd }),
  });

/** What Go's template gives of a container or an image. */
export const inspect = async (name: string, template: string): Promise<string> =>
  (await docker(["inspect", "--format", template, name])).trim();

/** Whether this engine has the image already. */
export const hasImage = (image: string): Promise<boolean> =>
  docker(["image", "inspect", "--format", "{{.Id}}", image]).then(
    () => true,
    () => false,
  );

/** Whether the image is here, or came from its registry just now. */
export const canHave = async (image: string): Promise<boolean> =>
  (await hasImage(image)) ||
  docker(["pull", "--quiet", image], { timeoutMs: 600_000 }).then(
    () => true,
    () => false,
  );

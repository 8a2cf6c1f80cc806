// Before step 1: unpacks a verified .tar.gz with the system's tar. Called by the parts' release routes.
import { mkdir } from "node:fs/promises";
import { type GetContext, MissingPrerequisite } from "./context.ts";
import { run, ToolFailed } from "./run.ts";

/** Unpacks `file` into the folder `into`, leaving out the first `strip` folders of each path. */
export const extract = async (
  ctx: GetContext,
  file: string,
  into: string,
  strip = 0,
): Promise<void> => {
  await mkdir(into, { recursive: true });
  const args = ["-xzf", file, "-C", into, `--strip-components=${strip}`];
  try {
    await run({ command: "tar", args, env: ctx.env, timeoutMs: 5 * 60_000, signal: ctx.signal });
  } catch (error) {
    if (error instanceof ToolFailed && error.missing) {
      throw new MissingPrerequisite("Install tar and gzip, which unpack the downloaded archives.");
    }
    throw error;
  }
};

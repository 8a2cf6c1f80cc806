// Before step 1: unpacks a verified .tar.gz with the system's tar. Called by the parts' release routes.
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type GetContext, MissingPrerequisite } from "./context.ts";
import { run, ToolFailed } from "./run.ts";

/** Unpacks `file` into the folder `into`. */
export const extract = async (ctx: GetContext, file: string, into: string): Promise<void> => {
  await mkdir(into, { recursive: true });
  const args = ["-xzf", file, "-C", into];
  try {
    await run({ command: "tar", args, env: ctx.env, timeoutMs: 5 * 60_000, signal: ctx.signal });
  } catch (error) {
    if (error instanceof ToolFailed && error.missing) {
      throw new MissingPrerequisite("Install tar and gzip, which unpack the downloaded archives.");
    }
    throw error;
  }
};

/** Unpacks `file`, whose content is one folder, and puts what is in that folder into `into`. */
export const extractFolder = async (ctx: GetContext, file: string, into: string): Promise<void> => {
  const aside = join(into, ".unpacked");
  await extract(ctx, file, aside);
  const [folder, ...others] = await readdir(aside);
  if (folder === undefined || others.length > 0) throw new Error(`${file} is not one folder`);
  for (const name of await readdir(join(aside, folder))) {
    await rename(join(aside, folder, name), join(into, name));
  }
  await rm(aside, { recursive: true });
};

// The smallest Debian with apt in it, as the base of the stand-ins. Called by main.ts, and ahead of time by ../main.ts.
import { join } from "node:path";
import { docker, hasImage } from "../../../containers/docker.ts";
import { run } from "../../../platform/get/run.ts";
import { partLine, say, seconds, stopwatch } from "../../../platform/print.ts";
import { inFolder } from "./folder.ts";

/** What it is called. */
export const debian = "punctual-stand-in-debian:bookworm";

/** Makes it of Debian's packages where it is not there yet; takes a minute or two. */
export const makeDebian = async (): Promise<void> => {
  if (await hasImage(debian)) return;
  const took = stopwatch();
  await inFolder(async (folder) => {
    const tar = join(folder, "debian.tar");
    const exclude = ["doc", "man", "locale"].map(
      (name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`,
    );
    const args = ["--variant=apt", "--include=ca-certificates", ...exclude, "bookworm", tar];
    await run({ command: "mmdebstrap", args, env: process.env, timeoutMs: 900_000 });
    await docker(["import", tar, debian], { timeoutMs: 120_000 });
  });
  say(partLine("debian", `made in ${seconds(took())}`));
};

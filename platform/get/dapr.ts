// Before step 1: finds or gets the Dapr runtime. Called by engines.ts for every start.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { GetContext } from "./context.ts";
import { type DaprBinaries, daprNames, localDapr } from "./dapr/local.ts";
import { buildDapr, buildRecipe } from "./dapr/build.ts";
import { downloadDapr } from "./dapr/release.ts";
import { type Engine, install } from "./install.ts";
import { firstThatWorks, type Route } from "./routes.ts";
import { versions } from "./versions.ts";

const engine: Engine = { name: "dapr", version: versions.dapr, recipe: buildRecipe };

/**
 * Absolute paths of `daprd`, `placement` and `scheduler`. Looked for in this order: the folder `DAPR_BIN_DIR` (if it is given
 * and does not hold them, that is an error), `~/.dapr/bin`, the cache, the official release, a build with Go.
 * `from` says which it was. Throws `MissingPrerequisite` when only an installation of something would help.
 */
export const getDapr = async (ctx: GetContext): Promise<DaprBinaries> => {
  const local = await localDapr(ctx);
  if (local) return local;
  const routes: [Route, Route] = [
    { name: "official release", fill: (into) => downloadDapr(ctx, into) },
    { name: "built with go", fill: (into) => buildDapr(ctx, into) },
  ];
  const empty = async (into: string): Promise<void> => {
    await Promise.all(daprNames.map((name) => rm(join(into, name), { force: true })));
  };
  const { dir, from } = await install(ctx, engine, (into) =>
    firstThatWorks(ctx, `Dapr ${versions.dapr}`, routes, into, empty),
  );
  return { ...binariesIn(dir), version: versions.dapr, from };
};

const binariesIn = (dir: string) => ({
  daprd: join(dir, "daprd"),
  placement: join(dir, "placement"),
  scheduler: join(dir, "scheduler"),
});

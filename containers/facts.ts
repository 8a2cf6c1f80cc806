// What an image is like: how large, with what in it, as whom it runs. Called by images.ts.
import * as z from "zod";
import { docker, inspect } from "./docker.ts";
import type { Target } from "./targets.ts";

const Weighed = z.object({
  packages: z.number(),
  own: z.number(),
  node: z.string(),
  zones: z.string(),
});

/** Sizes in bytes; `packages` and `own` are the parts of `size` that npm's packages and our own files take. `zones`: time zone data. */
export type ImageFacts = z.infer<typeof Weighed> & {
  target: Target;
  image: string;
  size: number;
  user: string;
};

// No shell is in an image and no `du`, so its Node weighs itself.
const weigh = `
const { readdirSync, statSync } = require("node:fs");
const { join } = require("node:path");
const files = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
const sizeOf = (all) => all.reduce((sum, file) => sum + statSync(file).size, 0);
const isPackage = (file) => file.startsWith("/app/node_modules/");
const all = files("/app");
console.log(JSON.stringify({
  packages: sizeOf(all.filter(isPackage)), own: sizeOf(all.filter((file) => !isPackage(file))),
  node: process.versions.node, zones: process.versions.tz,
}));`;

/** Looks into a built image. */
export const readFacts = async (target: Target, image: string): Promise<ImageFacts> => {
  const [size, user = ""] = (await inspect(image, "{{.Size}} {{.Config.User}}")).split(" ");
  const node = ["--entrypoint", "/usr/local/bin/node"];
  const said = await docker(["run", "--rm", "--network", "none", ...node, image, "-e", weigh]);
  return { ...Weighed.parse(JSON.parse(said)), target, image, size: Number(size), user };
};

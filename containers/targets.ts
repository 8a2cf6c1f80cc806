// Which images there are and what they are called. Read by images.ts and the tests that run them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The Dockerfile's targets that are images. */
export const targets = ["migrate", "actors", "consumers", "gateway"] as const;
export type Target = (typeof targets)[number];

/** The version of this clone, which its images bear. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(`${root}package.json`, "utf8"))).version;

/** The name of an image: `punctual/actors:0.1.0`; PUNCTUAL_REPOSITORY (`ghcr.io/me/punctual`) and PUNCTUAL_VERSION replace its parts, as in compose.yaml. */
export const imageName = (target: Target, env: NodeJS.ProcessEnv): string =>
  `${env["PUNCTUAL_REPOSITORY"] || "punctual"}/${target}:${env["PUNCTUAL_VERSION"] || version}`;

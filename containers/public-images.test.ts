// The public images are named in three places, which have to agree. Needs nothing.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { imageOf, imageVariables, publicImages } from "./public-images.ts";
import { imageName, root, version } from "./targets.ts";

const read = (file: string): string => readFileSync(`${root}${file}`, "utf8");

test("the Dockerfile, compose.yaml and .env.example start from the same public images", () => {
  const found = [
    ...read("Dockerfile").matchAll(/^ARG (\w+_IMAGE)=(\S+)$/gm),
    ...read("compose.yaml").matchAll(/\$\{(\w+_IMAGE):-([^}]+)\}/g),
    ...read(".env.example").matchAll(/^#(\w+_IMAGE)=(\S+)$/gm),
  ].map(([, name, image]) => [name, image]);
  expect(new Set(found.map(([name]) => name))).toEqual(new Set(imageVariables));
  for (const [name = "", image] of found)
    expect([name, image]).toEqual([name, publicImages[name as keyof typeof publicImages]]);
});

test("compose.yaml and .env.example run the images of this version", () => {
  const versions = [
    ...read("compose.yaml").matchAll(/\$\{PUNCTUAL_VERSION:-([^}]+)\}/g),
    ...read(".env.example").matchAll(/^#PUNCTUAL_VERSION=(\S+)$/gm),
  ].map(([, found]) => found);
  expect(versions.length).toBeGreaterThan(4);
  expect(new Set(versions)).toEqual(new Set([version]));
});

test("a variable puts another image in the place of a public one, or of ours", () => {
  expect(imageOf("KAFKA_IMAGE", { KAFKA_IMAGE: "mirror/kafka:1" })).toBe("mirror/kafka:1");
  expect(imageOf("KAFKA_IMAGE", { KAFKA_IMAGE: "" })).toBe(publicImages.KAFKA_IMAGE);
  const env = { PUNCTUAL_REPOSITORY: "ghcr.io/me", PUNCTUAL_VERSION: "2" };
  expect(imageName("actors", env)).toBe("ghcr.io/me/actors:2");
  expect(imageName("actors", {})).toBe(`punctual/actors:${version}`);
});

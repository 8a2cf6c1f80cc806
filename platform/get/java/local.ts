// Before step 1: a Java runtime that is on the machine already. Called by java.ts.
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type GetContext, thisHost } from "../context.ts";
import { run } from "../run.ts";
import { versions } from "../versions.ts";

/** Feature release in what `java -version` prints: 17 for "17.0.15", 8 for "1.8.0_402"; null when it says none. */
export const featureRelease = (output: string): number | null => {
  const found = /version "(?:1\.)?(\d+)/.exec(output);
  return found ? Number(found[1]) : null;
};

/** Where `java` is in an unpacked JRE. */
export const javaIn = (dir: string, os: string = thisHost().os): string =>
  os === "darwin" ? join(dir, "Contents", "Home", "bin", "java") : join(dir, "bin", "java");

/** The release of the program `java`; null when it is not there or does not run (macOS has one that only says so). */
export const javaVersion = async (ctx: GetContext, java: string): Promise<number | null> => {
  try {
    await access(java, constants.X_OK);
    const args = ["-version"];
    return featureRelease(
      await run({ command: java, args, env: ctx.env, timeoutMs: 20_000, signal: ctx.signal }),
    );
  } catch {
    ctx.signal?.throwIfAborted();
    return null;
  }
};

/** The first `java` of `JAVA_HOME` and the `PATH` that is new enough; an older one is passed over in one line. */
export const localJava = async (
  ctx: GetContext,
): Promise<{ java: string; version: number; from: string } | null> => {
  const home = ctx.env["JAVA_HOME"];
  const onPath = (ctx.env["PATH"] ?? "").split(delimiter).filter((dir) => dir !== "");
  const places = [
    ...(home ? [{ java: join(home, "bin", "java"), from: "JAVA_HOME" }] : []),
    ...onPath.map((dir) => ({ java: join(dir, "java"), from: "PATH" })),
  ];
  for (const { java, from } of places) {
    const version = await javaVersion(ctx, java);
    if (version !== null && version >= versions.jreLeast) return { java, version, from };
    if (version !== null) {
      ctx.progress(
        `Java: ${java} is version ${version}, Kafka needs ${versions.jreLeast}; looking further`,
      );
    }
  }
  return null;
};

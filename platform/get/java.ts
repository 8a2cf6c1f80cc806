// Before step 1: finds or gets the Java runtime that Kafka needs. Called by engines.ts and by kafka.ts.
import { type GetContext, MissingPrerequisite } from "./context.ts";
import { type Engine, engineDir, install } from "./install.ts";
import { javaIn, localJava } from "./java/local.ts";
import { downloadJre } from "./java/release.ts";
import { versions } from "./versions.ts";

const engine: Engine = { name: "jre", version: String(versions.jre), recipe: 1 };

/**
 * Absolute path of a `java` of version 17 or later: from `JAVA_HOME`, the `PATH`, the cache, or Temurin's official archive.
 * `version` is its feature release (17, 21). Throws `MissingPrerequisite` when there is none and none can be fetched.
 */
export const getJava = async (
  ctx: GetContext,
): Promise<{ java: string; version: number; from: string }> => {
  const local = await localJava(ctx);
  if (local) return local;
  try {
    const { from } = await install(ctx, engine, (into) => downloadJre(ctx, into));
    return { java: javaIn(engineDir(ctx, engine)), version: versions.jre, from };
  } catch (error) {
    ctx.signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new MissingPrerequisite(
      `Kafka needs a Java runtime and Temurin's could not be downloaded (${reason}): install Java ${versions.jreLeast} or later and put it on the PATH or set JAVA_HOME.`,
      { cause: error },
    );
  }
};

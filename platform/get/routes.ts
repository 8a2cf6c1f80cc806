// Before step 1: tries one way after another to get an engine. Called by dapr.ts and kafka.ts.
import type { GetContext } from "./context.ts";

/** One way to fill the folder `into`. `name` as in "official release". */
export type Route = { name: string; fill: (into: string) => Promise<void> };

/**
 * The name of the first route that works. Each that fails says so in one line, and the next is tried. When the last fails
 * for want of a tool (`MissingPrerequisite`) or for any other reason, that error is thrown. An abort ends it at once.
 */
export const firstThatWorks = async (
  ctx: GetContext,
  what: string,
  routes: readonly [Route, ...Route[]],
  into: string,
  empty: (into: string) => Promise<void>,
): Promise<string> => {
  const [route, next, ...others] = routes;
  try {
    await route.fill(into);
    return route.name;
  } catch (error) {
    ctx.signal?.throwIfAborted();
    if (!next) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    ctx.progress(`${what}: ${route.name} not available (${reason}); next: ${next.name}`);
    await empty(into);
    return firstThatWorks(ctx, what, [next, ...others], into, empty);
  }
};

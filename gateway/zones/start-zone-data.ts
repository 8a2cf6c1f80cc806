// Beside serving people: brings what waits to the time zone data of this process. Started by main.ts.
import { setTimeout as sleep } from "node:timers/promises";
import { zoneData, zoneDataProblem } from "../../domain/zones/release.ts";
import { applyZoneData, type ZoneDataDeps } from "./apply-zone-data.ts";

const pauseMs = 10_000;

/** Tries until it is done or stopped: actors and database may come up later than this process. */
export const startZoneData = (
  deps: ZoneDataDeps,
  runtime: string = process.versions.tz ?? "unknown",
): { done: Promise<void>; stop(): Promise<void> } => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const { release } = zoneData(runtime);
  const log = deps.log.child({ runtime, release });
  const problem = zoneDataProblem(runtime, deps.now());
  if (problem !== null) log.warn(problem);

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const moved = await applyZoneData(deps, release, signal);
        if (moved !== null) log.info(moved, "the time zone data are others than at the last start");
        return;
      } catch (err) {
        if (signal.aborted) return;
        log.warn({ err }, "what the time zone data moved is not armed yet; it is tried again");
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  const done = run();
  return {
    done,
    stop: () => {
      stopped.abort();
      return done;
    },
  };
};

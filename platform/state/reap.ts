// Before step 1: ends what a crashed supervisor (and its guard) left running in this data directory. Called by setting.ts,
// which holds the directory's lock: so no other stack can be using it.
import { type Group, endGroups } from "../supervisor/processes.ts";
import type { RunFile } from "./run-file.ts";

/** The processes of a run file that still are exactly those processes. A foreign one under an old id is never among them. */
export const leftoversOf = (file: RunFile): Group[] =>
  Object.entries(file.parts).flatMap(([name, { pid, identity }]) =>
    pid === null || identity === null || pid === process.pid
      ? []
      : [
          {
            pid,
            identity,
            signal: name === "postgres" ? ("SIGINT" as const) : ("SIGTERM" as const),
          },
        ],
  );

/** Ends them and resolves with how many there were. */
export const reap = (file: RunFile | null): Promise<number> =>
  file === null ? Promise.resolve(0) : endGroups(leftoversOf(file), 5_000);

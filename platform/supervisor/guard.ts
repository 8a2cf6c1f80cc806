// Supervision: a tiny process beside the supervisor that outlives it. The supervisor writes it one JSON line for each
// part; when the pipe closes without a farewell, the supervisor has crashed, and the guard ends all parts it was told of.
import { createInterface } from "node:readline";
import { type Group, endGroups } from "./processes.ts";

/** What the guard is told: a group began, a group ended, or the supervisor leaves in order. */
export type GuardLine = { add: Group } | { remove: number } | { bye: true };

const groups = new Map<number, Group>();
let bye = false;

// The terminal's Ctrl-C and the like are the supervisor's matter.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const)
  process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on("line", (text) => {
  const line = JSON.parse(text) as GuardLine;
  if ("add" in line) groups.set(line.add.pid, line.add);
  else if ("remove" in line) groups.delete(line.remove);
  else bye = true;
});
lines.once("close", () => {
  if (bye) process.exit(0);
  void endGroups([...groups.values()], Number(process.argv[2])).finally(() => process.exit(0));
});

// The newest time zone data there are, by Python's tzdata, as an oracle for instants. Called by domain/zones/zones.oracle.test.ts.
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { askPython, findPackages } from "./python.ts";

const Answer = z.object({
  release: z.string(),
  zones: z.record(z.string(), z.array(z.tuple([z.int(), z.int()]))),
});

/** The release (`2026f`), and of each zone wall clocks with their instants, both in minutes since 1970. */
export type ZoneTimes = z.infer<typeof Answer>;

const script = fileURLToPath(new URL("zones.py", import.meta.url));

/** Wall clocks of all zones between two instants (ISO), or a sentence why this machine cannot have them. */
export const findZoneTimes = async (from: string, until: string): Promise<ZoneTimes | string> => {
  const found = await findPackages({
    folder: "tzdata",
    wanted: ["tzdata"],
    holds: "tzdata",
    anew: true,
  });
  if ("reason" in found) return `the oracle of time zones is missing: ${found.reason}`;
  const seconds = (instant: string): number => Date.parse(instant) / 1000;
  const question = { from: seconds(from), until: seconds(until) };
  return Answer.parse(await askPython(script, found.path, question));
};

// What the doctor looks at, each with its finding. Called by platform/doctor.ts.
import { access, constants, statfs } from "node:fs/promises";
import * as z from "zod";
import { zoneData, zoneDataProblem } from "../../domain/zones/release.ts";
import type { Finding } from "./finding.ts";

/** The Node that runs the parts, and its time zone data. */
export const lookAtNode = (now: Date, runtime = process.versions.tz ?? "unknown"): Finding[] => {
  const problem = zoneDataProblem(runtime, now);
  const { release } = zoneData(runtime);
  const zones = { name: "time zones", said: `${release} (Node's own: ${runtime})` };
  return [
    { name: "node", said: process.version },
    problem === null ? zones : { ...zones, problem },
  ];
};

class NotWritable extends Error {}

const leastFreeBytes = 500 * 1024 * 1024;

/** The disk that holds the data. */
export const lookAtDisk = async (directory: string): Promise<Finding> => {
  const name = "disk";
  try {
    const { bavail, bsize } = await statfs(directory);
    await access(directory, constants.W_OK).catch(() => {
      throw new NotWritable();
    });
    const said = `${Math.floor((bavail * bsize) / 1024 / 1024)} MB free at ${directory}`;
    if (bavail * bsize >= leastFreeBytes) return { name, said };
    return { name, said, problem: "less than 500 MB are free: make room, or move --data-dir" };
  } catch (error) {
    if (error instanceof NotWritable) {
      const problem =
        "this account may not write there: give it the directory, or use another --data-dir";
      return { name, said: directory, problem };
    }
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT")
      return { name, said: `no data at ${directory} yet; npm start makes them` };
    return {
      name,
      said: "not seen",
      problem: `${message}: correct --data-dir, or what stands there`,
    };
  }
};

const Health = z.object({
  status: z.string(),
  dependencies: z.record(
    z.string(),
    z.object({ status: z.string(), reason: z.string().optional() }),
  ),
  timeZoneData: z
    .object({ release: z.string(), runtime: z.string(), problem: z.string().optional() })
    .optional(),
});

const deadlineMs = 5_000;

/** What the running gateway says of itself and what it needs. */
export const lookAtHealth = async (url: string): Promise<Finding[]> => {
  const name = "gateway";
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(deadlineMs) });
    const { status, dependencies, timeZoneData } = Health.parse(await answer.json());
    const parts = Object.entries(dependencies).map(([part, is]): Finding => {
      const problem = `${is.reason ?? `is ${is.status}`}: see its log in the data directory`;
      return { name: part, said: is.status, ...(is.status === "up" ? {} : { problem }) };
    });
    const zones = timeZoneData?.problem;
    return [
      { name, said: `${status} at ${url}`, ...(zones === undefined ? {} : { problem: zones }) },
      ...parts,
    ];
  } catch (error) {
    const problem = `it does not answer at ${url} (${(error as Error).message}): look at its log`;
    return [{ name, said: "silent", problem }];
  }
};

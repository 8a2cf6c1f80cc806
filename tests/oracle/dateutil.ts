// python-dateutil as an oracle for recurrence rules: one process for all questions. Called by *.oracle.test.ts.
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { askPython, findPackages } from "./python.ts";

/** One rule for the oracle. `rule` has no EXDATE lines; `exdates` are RFC 5545 values. It searches until `lastYear`. */
export type Question = {
  rule: string;
  exdates: string[];
  start: string;
  zone: string;
  limit: number;
  lastYear: number;
  /** Ask dateutil as it is, without putting the question so that it reads the rule as the RFC does. */
  plain?: boolean;
};

/** Asks for the wall clocks of many rules at once; one list for each question. */
export type Oracle = (questions: Question[]) => Promise<string[][]>;

const script = fileURLToPath(new URL("expand.py", import.meta.url));

/** The oracle, or a sentence why there is none on this machine. */
export const findOracle = async (): Promise<Oracle | string> => {
  const found = await findPackages({
    folder: "dateutil-2.9.0.post0",
    wanted: ["python-dateutil==2.9.0.post0", "six==1.17.0"],
    holds: "dateutil",
  });
  if ("reason" in found) return `the oracle of recurrence rules is missing: ${found.reason}`;
  return async (questions) =>
    z.array(z.array(z.string())).parse(await askPython(script, found.path, questions));
};

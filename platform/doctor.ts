// `npm run doctor`: looks at this machine and at the stack that runs here, a line each; exit code 1 when something is wrong.
import { type Finding, lookAtDisk, lookAtHealth, lookAtNode } from "./doctor/findings.ts";
import { parseFlags } from "./flags.ts";
import { complain, say } from "./print.ts";
import { placesIn } from "./state/data-dir.ts";
import { readRunFile } from "./state/run-file.ts";

const lineOf = ({ name, said, problem }: Finding): string =>
  `${problem === undefined ? "ok    " : "WRONG "} ${name.padEnd(12)} ${said}${problem === undefined ? "" : `\n       ${problem}`}`;

const look = async (): Promise<Finding[]> => {
  const flags = parseFlags(process.argv.slice(2), process.env);
  if (flags === "help") return [];
  const runs = readRunFile(placesIn(flags.dataDir).runFile);
  const stack: Finding[] =
    runs === null
      ? [{ name: "stack", said: `not running with the data in ${flags.dataDir}` }]
      : await lookAtHealth(runs.url);
  return [...lookAtNode(new Date()), await lookAtDisk(flags.dataDir), ...stack];
};

try {
  const findings = await look();
  for (const finding of findings) say(lineOf(finding));
  process.exitCode = findings.some(({ problem }) => problem !== undefined) ? 1 : 0;
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 2;
}

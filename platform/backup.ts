// `npm run backup` and `npm run restore`: the data of a stopped stack, copied away and put back. Run by an operator.
import { parseArgs } from "node:util";
import { parseFlags } from "./flags.ts";
import { complain, say } from "./print.ts";
import { backUp, putBack } from "./state/backup.ts";

const help = `Copies the data of a stopped stack to a folder, or puts such a copy back.

Usage: npm run backup|restore -- <folder> [flags]

  backup            copies tasks, accounts and the log of changes to the folder, which must not be there yet
  restore           puts the copy in the place of what is there now, which is kept beside it as *.before-restore
  --data-dir <dir>  the data directory (default as for npm start)
  --help            this page

The stack must be stopped. What Kafka and the scheduler hold is not copied: after a restore both begin anew, for what they hold is
of the time after the copy. Devices get the whole list, and reminders are armed anew.`;

const main = (): void => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { "data-dir": { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  const [order, folder, more] = positionals;
  if (values.help === true) return say(help);
  if ((order !== "backup" && order !== "restore") || folder === undefined || more !== undefined)
    throw new Error(`not understood\n${help}`);
  const dataDir = values["data-dir"];
  const flags = parseFlags(dataDir === undefined ? [] : ["--data-dir", dataDir], process.env);
  if (flags === "help") return;
  if (flags.databaseUrl !== null)
    throw new Error(
      "DATABASE_URL is set: that PostgreSQL is backed up by its own means (docs/operations.md)",
    );
  (order === "backup" ? backUp : putBack)(flags.dataDir, folder);
  say(order === "backup" ? `Copied to ${folder}` : `Put back from ${folder}: npm start`);
};

try {
  main();
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}

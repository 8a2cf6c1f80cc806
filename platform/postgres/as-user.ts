// Before step 1: PostgreSQL refuses to run as root. When we are root (a container, a server) its programs run as another
// user who may still reach the clone and the data, wherever they are (also below a closed home). Called by postgres/.
import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { MissingPrerequisite } from "../get/context.ts";
import { copyWhereAllReach, type Programs } from "./copy.ts";

/** How to run them: words before the command, and who must own the data directory (null: whoever we are). */
export type Way = { prefix: readonly string[]; owner: { uid: number; gid: number } | null };

/** A way that works, and the programs it works with (a copy, when those of the clone cannot be reached). */
export type AsUser = Way & { programs: Programs };

type Account = { uid: number; gid: number };

/** The account `postgres` where the machine has it, else `nobody`. initdb wants one that has a name. */
export const accountIn = (passwd: string): Account => {
  for (const name of ["postgres", "nobody"]) {
    const fields = passwd
      .split("\n")
      .find((line) => line.startsWith(`${name}:`))
      ?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
};

const setpriv = ({ uid, gid }: Account, capability: string | null): Way => {
  const ambient = capability ? [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`] : [];
  const who = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  return { prefix: ["setpriv", ...who, ...ambient], owner: { uid, gid } };
};

/** All ways, the least powerful first: nothing special, the right to read anything, the right to write anything. */
export const waysAsRoot = (account: Account): Way[] => [
  setpriv(account, null),
  setpriv(account, "dac_read_search"), // most containers do not have this one
  setpriv(account, "dac_override"),
];

const succeeds = (command: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const [file = "", ...args] = command;
    const child = spawn(file, args, { stdio: "ignore", timeout: 5_000 });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });

// initdb shows its settings only when it finds its neighbours and is not root. (It looks with access(2), for which
// capabilities do not count: below a closed folder only a copy elsewhere helps.)
const question = 'cd "$1" && "$0" --show --pgdata="$1/none"';

const findWay = async (
  ways: readonly Way[],
  { initdb }: Programs,
  directory: string,
): Promise<Way | null> => {
  for (const way of ways) {
    if (await succeeds([...way.prefix, "sh", "-c", question, initdb, directory])) return way;
  }
  return null;
};

/** What only tests give: the ways to try, and where a copy of the programs may lie. */
export type Trying = { ways?: readonly Way[]; copies?: string };

/**
 * How PostgreSQL's programs can be run by someone who is not root and may enter `directory`. Nothing special is needed when
 * we are not root. Throws MissingPrerequisite when there is no way.
 */
export const findAsUser = async (
  programs: Programs,
  directory: string,
  trying: Trying = {},
): Promise<AsUser> => {
  if (process.getuid?.() !== 0) return { prefix: [], owner: null, programs };
  const ways = trying.ways ?? waysAsRoot(accountIn(readFileSync("/etc/passwd", "utf8")));
  const way = await findWay(ways, programs, directory);
  if (way) return { ...way, programs };
  const copy = copyWhereAllReach(programs, trying.copies ?? "/var/cache/punctual");
  const wayOfCopy = await findWay(ways, copy, directory);
  if (wayOfCopy) return { ...wayOfCopy, programs: copy };
  throw new MissingPrerequisite(
    "PostgreSQL does not run as root: start Punctual as another user, or install util-linux (setpriv), or give a database by DATABASE_URL.",
  );
};

/** Makes the owner of a data directory right, all of it, when it is not. */
export const own = async (directory: string, { owner }: Way): Promise<void> => {
  if (owner === null || statSync(directory).uid === owner.uid) return;
  if (await succeeds(["chown", "-R", `${owner.uid}:${owner.gid}`, directory])) return;
  throw new Error(`the owner of ${directory} could not be changed to user ${owner.uid}`);
};

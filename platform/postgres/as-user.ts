// Before step 1: PostgreSQL refuses to run as root. When we are root (a container, a server) its programs run as another
// user who may still reach the clone and the data, wherever they are (also below a closed home). Called by postgres/.
import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { MissingPrerequisite } from "../get/context.ts";

/** How to start PostgreSQL's programs: words before the command, and who must own the data directory. */
export type AsUser = { prefix: readonly string[]; owner: { uid: number; gid: number } | null };

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

const setpriv = ({ uid, gid }: Account, capability: string | null): AsUser => {
  const ambient = capability ? [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`] : [];
  const who = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  return { prefix: ["setpriv", ...who, ...ambient], owner: { uid, gid } };
};

// The least powerful first: no capability, read anything, read and write anything; then root under another name.
const ways = (account: Account): AsUser[] => [
  setpriv(account, null),
  setpriv(account, "dac_read_search"),
  setpriv(account, "dac_override"),
  {
    prefix: ["unshare", "--user", `--map-user=${account.uid}`, `--map-group=${account.gid}`],
    owner: { uid: 0, gid: 0 },
  },
];

const succeeds = (command: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const [file = "", ...args] = command;
    const child = spawn(file, args, { stdio: "ignore", timeout: 5_000 });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });

/**
 * The first way in which `program` can be run by someone who is not root and `directory` can be entered. Nothing special
 * is needed when we are not root. Throws MissingPrerequisite when there is no way.
 */
export const findAsUser = async (program: string, directory: string): Promise<AsUser> => {
  if (process.getuid?.() !== 0) return { prefix: [], owner: null };
  const account = accountIn(readFileSync("/etc/passwd", "utf8"));
  const question = 'test "$(id -u)" != 0 && "$0" --version && cd "$1"';
  for (const way of ways(account)) {
    if (await succeeds([...way.prefix, "sh", "-c", question, program, directory])) return way;
  }
  throw new MissingPrerequisite(
    "PostgreSQL does not run as root: start Punctual as another user, or install util-linux (setpriv), or give a database by DATABASE_URL.",
  );
};

/** Makes the owner of a data directory right, all of it, when it is not. */
export const own = async (directory: string, { owner }: AsUser): Promise<void> => {
  if (owner === null || statSync(directory).uid === owner.uid) return;
  if (await succeeds(["chown", "-R", `${owner.uid}:${owner.gid}`, directory])) return;
  throw new Error(`the owner of ${directory} could not be changed to user ${owner.uid}`);
};

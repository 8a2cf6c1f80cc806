// Before step 1: PostgreSQL's programs where every user can reach them, for a clone that lies below a closed folder. Called by
// as-user.ts, only as root.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** The programs of PostgreSQL, absolute paths. */
export type Programs = { postgres: string; initdb: string };

/** Copies the package's folder (60 MB, once a version) to `<copies>/postgres-<version>` and names the programs there. */
export const copyWhereAllReach = ({ postgres, initdb }: Programs, copies: string): Programs => {
  const native = dirname(dirname(postgres));
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const home = join(copies, `postgres-${version}`);
  if (!existsSync(home)) {
    const fresh = `${home}.${process.pid}.new`;
    mkdirSync(copies, { recursive: true, mode: 0o755 });
    chmodSync(copies, 0o755);
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
  }
  const there = (program: string): string => join(home, "bin", basename(program));
  return { postgres: there(postgres), initdb: there(initdb) };
};

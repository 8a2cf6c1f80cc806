// The doctor's look at the processes of a stack that runs here, and at their ports. Called by platform/doctor.ts.
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import type { RunFile } from "../state/run-file.ts";
import { lives } from "../supervisor/processes.ts";
import { type Finding, finding } from "./finding.ts";

/** Long: on a busy machine the doctor itself may be held up, and must not take that for a silent port. */
const connectMs = 5_000;

const isOpen = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: connectMs });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false)).once("timeout", () => end(false));
  });

/** An address of this machine that others may reach; null where there is none. */
const outerAddress = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4")?.address ?? null;

type Part = RunFile["parts"][string];

/** What the run file says is of the moment when it was written: who does not live any more does not run. */
const runs = ({ pid, identity, ready }: Part): boolean =>
  ready && pid !== null && identity !== null && lives({ pid, identity });

/** Those that are down, and those that were started again. */
export const lookAtParts = (parts: RunFile["parts"]): Finding => {
  const all = Object.entries(parts);
  const down = all.filter(([, part]) => !runs(part));
  const again = all.filter(([, { restarts }]) => restarts > 0);
  const said = `${all.length - down.length} of ${all.length} run${again.map(([name, { restarts }]) => `, ${name} started again ${restarts} times`).join("")}`;
  return finding(
    "parts",
    said,
    down.map(([name]) => `${name} does not run: its log is in the data directory`),
  );
};

/** Dapr 1.18.3 listens on every address for these, whatever it is told; what they say is only whether they are up. */
const everywhere = new Set(["placement health", "scheduler health"]);

/** Each port answers on this machine, and none of them beyond it. Says where the figures are. */
export const lookAtPorts = async (
  parts: RunFile["parts"],
  outer: string | null = outerAddress(),
): Promise<Finding> => {
  const ports = Object.entries(parts).flatMap(([part, { ports: some }]) =>
    Object.entries(some).map(([name, port]) => ({ name: `${part} ${name}`, port })),
  );
  const problems = await Promise.all(
    ports.map(async ({ name, port }) => {
      if (!(await isOpen("127.0.0.1", port))) return `nobody answers at ${name}, ${port}`;
      if (outer === null || everywhere.has(name) || !(await isOpen(outer, port))) return null;
      return `${name}, ${port}, answers also at ${outer}: only this machine should reach it`;
    }),
  );
  const wrong = problems.filter((one) => one !== null);
  const metrics = ports.flatMap(({ name, port }) => (name.endsWith("-metrics") ? [port] : []));
  const where = metrics.length === 0 ? "" : `; /metrics at ${metrics.join(", ")}`;
  return finding("ports", `${ports.length} of this stack, on 127.0.0.1${where}`, wrong);
};

// What a chaos run came to, as a page. Pure; called by main.ts.
import { line } from "../bench/table.ts";

export type Found = {
  minutes: number;
  people: number;
  devices: number;
  restarts: number;
  cuts: number;
  figures: readonly { allMs: number; lostMs: number; lateMs: number }[];
  orders: number;
  refused: number;
  unanswered: number;
  lost: number;
  differences: number;
};

/** Of all time of all devices, this much has to be connected, without a line, or coming back within 5 s. */
const leastShare = 0.999;

const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;

/** The page, and whether all is as it has to be. */
export const report = (on: string, found: Found): { text: string; isWell: boolean } => {
  const all = found.figures.reduce((sum, { allMs }) => sum + allMs, 0);
  const late = found.figures.reduce((sum, { lateMs }) => sum + lateMs, 0);
  const shares = found.figures.map(({ allMs, lateMs }) => 1 - lateMs / allMs);
  const rows = [
    ["devices", String(found.people * found.devices)],
    ["lines cut", String(found.cuts)],
    ["gateways restarted", String(found.restarts)],
    ["time connected, without a line, or back within 5 s", percent(1 - late / all)],
    ["the same of the worst device", percent(Math.min(...shares))],
    ["orders given", String(found.orders)],
    ["of them refused (the other device was faster)", String(found.refused)],
    ["of them without an answer in the end", String(found.unanswered)],
    ["tasks lost", String(found.lost)],
    ["people whose devices differ from the server", String(found.differences)],
  ];
  const isWell =
    1 - late / all >= leastShare && found.unanswered + found.lost + found.differences === 0;
  const table = [line(["", ""]), line(["---", "---:"]), ...rows.map(line)].join("\n");
  const text = `# Chaos

Printed by \`npm run chaos -- --minutes ${found.minutes}\`, which ran all parts of the stack, two gateways and the devices on this one machine. Each device has
a line of its own that is cut about every ten seconds for up to eight; every 15 s a gateway ends, in order or by SIGKILL, and starts again. On each
device someone adds, changes, completes and deletes every two seconds, with or without a line.

${on}

${table}

${isWell ? "All is as it has to be." : "**Not all is as it has to be.**"}
`;
  return { text, isWell };
};

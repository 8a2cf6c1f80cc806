// Which addresses a process listens on, from the kernel's own tables (Linux). Called by the stack's test.
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

const listening = "0A"; // proc_pid_net(5): st, in hexadecimal; UDP sockets have none such, they are bound
const loopback = new Set([
  "0100007F",
  "00000000000000000000000001000000",
  "0000000000000000FFFF00000100007F",
]);

type Bound = { inode: string; address: string; port: number };

const tableOf = (pid: number, name: string): Bound[] =>
  readFileSync(`/proc/${pid}/net/${name}`, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length > 9 && (name.startsWith("udp") || fields[3] === listening))
    .map((fields) => {
      const [address = "", port = ""] = (fields[1] ?? "").split(":");
      return { inode: fields[9] ?? "", address, port: Number.parseInt(port, 16) };
    });

const socketsOf = (pid: number): Set<string> => {
  const inodes = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
    } catch {
      return undefined; // closed meanwhile
    }
  });
  return new Set(inodes.filter((inode) => inode !== undefined));
};

/** The TCP and UDP ports of a process that other machines could reach. */
export const openToOthers = (pid: number): number[] => {
  const own = socketsOf(pid);
  return ["tcp", "tcp6", "udp", "udp6"]
    .flatMap((name) => tableOf(pid, name))
    .filter(({ inode, address }) => own.has(inode) && !loopback.has(address))
    .map(({ port }) => port);
};

// Supervision: what a part prints becomes JSON lines in its own file. Called by part.ts and task.ts.
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** A log longer than this is put aside as `<name>.log.1`, at the start and while running. */
const longest = 20 * 1024 * 1024;

/**
 * A part's log: its file, its last words (for an error message), and how it is fed: by a stream of lines, or through the
 * file's own descriptor by a process that writes JSON lines itself.
 */
export type PartLog = {
  file: string;
  lastWords(): string;
  descriptor(): number;
  follow(stream: Readable, onLine?: (line: string) => void): void;
  close(): void;
};

const isJson = (line: string): boolean => line.startsWith("{") && line.endsWith("}");

/** One line of a part as a JSON line. Parts that already write JSON keep their own fields. */
export const jsonLine = (line: string, now: Date): string =>
  isJson(line) ? line : JSON.stringify({ time: now.toISOString(), level: "info", msg: line });

const message = (line: string): string => {
  if (!isJson(line)) return line.trim();
  try {
    const { msg, err } = JSON.parse(line) as { msg?: unknown; err?: { message?: unknown } };
    return [msg, err?.message].filter((one) => typeof one === "string").join(": ");
  } catch {
    return line;
  }
};

/** Of a part's last lines the one that tells most: the last that speaks of something wrong, else the last. Pure. */
export const lastWords = (lines: readonly string[]): string => {
  const said = lines.map(message).filter((line) => line !== "" && !/^Node\.js v\d/.test(line));
  const complaint = said.findLast((line) =>
    /error|fatal|fail|cannot|refused|missing|invalid|must/i.test(line),
  );
  return (complaint ?? said.at(-1) ?? "nothing").slice(0, 300);
};

const tailBytes = 16 * 1024;

const tail = (file: string): string[] => {
  if (!existsSync(file)) return [];
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.min(size, tailBytes));
    readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8").split("\n").slice(-20);
  } finally {
    closeSync(descriptor);
  }
};

/** Opens the log `<dir>/<name>.log` (mode 0600) for appending. */
export const openPartLog = (dir: string, name: string): PartLog => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${name}.log`);
  let descriptor: number | null = null;
  let size = 0;
  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  const open = (): number => {
    if (descriptor !== null && size <= longest) return descriptor;
    close();
    if (existsSync(file) && statSync(file).size > longest) renameSync(file, `${file}.1`);
    descriptor = openSync(file, "a", 0o600);
    ({ size } = fstatSync(descriptor));
    return descriptor;
  };
  const write = (line: string): void => {
    try {
      size += writeSync(open(), `${jsonLine(line, new Date())}\n`);
    } catch {
      // A full disk must not take the stack down: PostgreSQL and Kafka say what is wrong with it.
    }
  };
  return {
    file,
    close,
    lastWords: () => lastWords(tail(file)),
    descriptor() {
      close(); // opened anew, so that a long file is put aside
      return open();
    },
    follow(stream, onLine) {
      const lines = createInterface({ input: stream, crlfDelay: Infinity });
      lines.on("line", (line) => {
        write(line);
        onLine?.(line);
      });
    },
  };
};

// Supervision: what a part prints becomes JSON lines in its own file. Called by part.ts and task.ts.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** A log longer than this is put aside as `<name>.log.1`, at the start and while running. */
const longest = 20 * 1024 * 1024;

/** A part's log: its file, its last words (for an error message), and how to feed it a stream of lines. */
export type PartLog = {
  file: string;
  lastWords(): string;
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

/** Opens the log `<dir>/<name>.log` (mode 0600) for appending. */
export const openPartLog = (dir: string, name: string): PartLog => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${name}.log`);
  let size = existsSync(file) ? statSync(file).size : 0;
  let recent: string[] = [];
  let descriptor: number | null = null;
  const rotated = (): number => {
    if (size > longest) {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
      renameSync(file, `${file}.1`);
      size = 0;
    }
    return (descriptor ??= openSync(file, "a", 0o600));
  };
  const write = (line: string): void => {
    if (line.trim() !== "") recent = [...recent.slice(-19), line];
    size += writeSync(rotated(), `${jsonLine(line, new Date())}\n`);
  };
  return {
    file,
    lastWords: () => lastWords(recent),
    follow(stream, onLine) {
      const lines = createInterface({ input: stream, crlfDelay: Infinity });
      lines.on("line", (line) => {
        write(line);
        onLine?.(line);
      });
    },
    close() {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
};

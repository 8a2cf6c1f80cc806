// While the stack runs: a JSON file that is kept true although the disk may be full for a while. Called by run-file-writer.ts.
import { remove, writeJson } from "./json-file.ts";

/** `put` never throws: what cannot be written now is tried again until it is. `remove` is for good. */
export type PatientFile = { put(value: unknown): void; remove(): void };

/** `say` hears of the first failure and of the end of it; in between it is tried again every `everyMs`. */
export const createPatientFile = (
  file: string,
  { say, everyMs = 1_000 }: { say: (line: string) => void; everyMs?: number },
): PatientFile => {
  let newest: unknown;
  let again: NodeJS.Timeout | null = null;

  const write = (): void => {
    try {
      writeJson(file, newest);
    } catch (error) {
      if (again === null) say(`${file} cannot be written: ${(error as Error).message}`);
      else clearTimeout(again);
      again = setTimeout(write, everyMs).unref();
      return;
    }
    if (again === null) return;
    clearTimeout(again);
    again = null;
    say(`${file} is written again`);
  };

  return {
    put(value) {
      newest = value;
      write();
    },
    remove() {
      if (again !== null) clearTimeout(again);
      remove(file);
    },
  };
};

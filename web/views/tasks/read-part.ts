// What a line for a new part means: its date, its tags and the like are read from its words. Called by use-unsaved.ts and add-subtask.tsx.
import { saidFields } from "../../../domain/language/quick-add-fields.ts";
import type { Settings } from "../../../domain/settings.ts";
import type { Task } from "../../../domain/task.ts";
import { newId, type NewTask } from "../../api/punctual.ts";
import { namesIn } from "../../quick-add/names.ts";
import type { Reading } from "../../quick-add/reader.ts";
import { readPasted } from "../quick-add/add-lines.ts";
import { loadReader, type Reader } from "../quick-add/use-reader.ts";

export type PartWorld = { at: Date; settings: Settings; tasks: Iterable<Task> };

/** The line as it is read; one that is all details is a title as it stands. */
export const readPart = (
  reader: Reader,
  text: string,
  { at, settings, tasks }: PartWorld,
): Reading =>
  readPasted(text, (line) => reader.readLine(line, { at, settings, names: namesIn(tasks) }));

/** The fields of a new part. Without the parser the line is its title. */
export const partFrom = async (text: string, world: PartWorld): Promise<NewTask> => {
  const reader = await loadReader().catch(() => null);
  return reader === null ? { title: text } : saidFields(readPart(reader, text, world).said, newId);
};

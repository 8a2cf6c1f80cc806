// Writes down which actors have something left in their outbox, many at a time, so that it outlives this process. Called by relay.ts.
import * as z from "zod";
import type { ActorAddress, Dapr } from "../dapr.ts";

/** What one Job knows of; `job` is null when the scheduler did not take it. */
export type Note = { job: string | null; actors: ActorAddress[] };

const prefix = "relay-";
export const isNote = (name: string): boolean => name.startsWith(prefix);

/** The Job's data, as they come with it. */
const NoteData = z.object({ actors: z.array(z.tuple([z.string(), z.string()])) });

/** The actors a Job names. Throws for data that no note has. */
export const readNote = (data: unknown): ActorAddress[] =>
  NoteData.parse(data).actors.map(([type, id]) => ({ type, id }));

/** A Job comes this long after it was made, and as often until it is answered with success. */
export const noteEveryMs = 60_000;
/** A Job's data are some 50 bytes an actor. */
const maxActors = 500;

type Open = { actors: ActorAddress[]; written: Promise<void> };

/**
 * What is left within one `gather` becomes one Job. The promise resolves when the scheduler has it and rejects when it has not;
 * either way `onNote` gets the note.
 */
export const createNotes = (deps: {
  dapr: Pick<Dapr, "scheduleJob">;
  newId: () => string;
  gather: () => Promise<unknown>;
  onNote: (note: Note) => void;
}): ((actor: ActorAddress) => Promise<void>) => {
  let open: Open | null = null;

  const write = async (actors: ActorAddress[]): Promise<void> => {
    const job = `${prefix}${deps.newId()}`;
    const data = { actors: actors.map(({ type, id }) => [type, id]) };
    try {
      const due = { inMs: noteEveryMs };
      await deps.dapr.scheduleJob({ name: job, due, data, everyMs: noteEveryMs });
      deps.onNote({ job, actors });
    } catch (error) {
      deps.onNote({ job: null, actors });
      throw error;
    }
  };

  const begin = (): Open => {
    const actors: ActorAddress[] = [];
    const written = deps.gather().then(() => {
      if (open?.actors === actors) open = null;
      return write(actors);
    });
    return { actors, written };
  };

  return (actor) => {
    if (open === null || open.actors.length >= maxActors) open = begin();
    open.actors.push(actor);
    return open.written;
  };
};

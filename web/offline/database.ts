// What a browser keeps in IndexedDB: what a person saw last, so that the page opens without a line, and what waits to be sent. Opened once a page,
// used by the other files here.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Turn } from "../../domain/conversation.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";
import type { Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import type { Account } from "../api/account.ts";
import type { Entry } from "./outbox/entry.ts";

/**
 * A person as they were seen last, without their tasks. `turns` is the tail of the conversation, `before` where it is read on from;
 * `older` where the tasks begin that ended long ago.
 */
export type KeptPerson = {
  account: Account;
  settings: Settings;
  turns: readonly Turn[];
  before: Id | null;
  alerts: readonly Alert[];
  directory: Directory;
  older: string | null;
};

/** Tasks and orders are kept under their person's id and their own: what two people of one browser have never mixes. */
type OfPerson = [userId: string, id: string];

interface Schema extends DBSchema {
  people: { key: string; value: KeptPerson };
  tasks: { key: OfPerson; value: Task };
  outbox: { key: OfPerson; value: Entry };
}

export type KeptDatabase = IDBPDatabase<Schema>;

const name = "punctual";
/** Raise it when what is kept changes its shape: lists are then read anew; what waits to be sent stays, and has a version of its own. */
const version = 1;

let opened: Promise<KeptDatabase | null> | null = null;

const open = async (): Promise<KeptDatabase | null> => {
  try {
    const found = await openDB<Schema>(name, version, {
      upgrade: (database, before) => {
        for (const store of ["people", "tasks"] as const) {
          if (before > 0) database.deleteObjectStore(store);
          database.createObjectStore(store);
        }
        if (before === 0) database.createObjectStore("outbox");
      },
      // A page of a later version wants to change it: that must not wait for this one.
      blocking: () => {
        found.close();
        opened = Promise.resolve(null);
      },
      terminated: () => {
        opened = null;
      },
    });
    return found;
  } catch {
    return null; // forbidden, or of a later version: the page then lives on its line and its memory
  }
};

/** The database of this browser; null where there is none. */
export const keptDatabase = (): Promise<KeptDatabase | null> => (opened ??= open());

/** All keys of a person in a store. */
export const allOf = (userId: string): IDBKeyRange => IDBKeyRange.bound([userId], [userId, []]);

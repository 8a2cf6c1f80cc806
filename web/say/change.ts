// One changed field in words: what it is called, and how its old and new value read. Pure; called by history and chat.
import type { Changes } from "../../domain/changes.ts";
import type { Section } from "../../domain/directory/directory.ts";
import type { Recurrence } from "../../domain/recurrence.ts";
import type { Delivery, Reminder } from "../../domain/reminder.ts";
import type { When } from "../../domain/when.ts";
import { sayRecurrence } from "../repeat/say.ts";
import { localDue, nowIn } from "../time/due.ts";
import { sayDay, sayDue, sayInstant } from "../time/say.ts";
import type { Reader } from "../words/reader.ts";
import { sayChannel, sayTrigger } from "./reminder.ts";
import { historyWords } from "../words/history.ts";
import { timeWords } from "../words/time.ts";

/** A changed field: `before` is null where there was nothing worth saying. */
export type FieldWords = { field: string; label: string; before: string | null; after: string };

const nothing = (): string => historyWords.values.none;

const listed = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? value.map((tag) => `@${tag}`).join(" ") : nothing();

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

const asText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

const sayMoment = (value: unknown, { at, zone, locale }: Reader): string =>
  sayInstant(asText(value), at, zone, locale);

const labels = (): Record<string, string> => historyWords.labels;
const statuses = (): Record<string, string> => historyWords.statuses;

const sayBy: Record<string, (value: unknown, reader: Reader) => string> = {
  status: (value) => statuses()[asText(value)] ?? asText(value),
  priority: (value) => (value === 4 ? nothing() : `p${asText(value)}`),
  tags: listed,
  project: (value) => `#${asText(value)}`,
  archived: (value) => (value === true ? historyWords.values.yes : historyWords.values.no),
  sections: (value) =>
    Array.isArray(value) && value.length > 0
      ? value.map(({ name }: Section) => name).join(", ")
      : nothing(),
  due: (value, { zone, locale, at }) =>
    sayDue(localDue(value as When, zone), nowIn(zone, at), locale),
  deadline: (value, { zone, locale, at }) => sayDay(asText(value), nowIn(zone, at), locale),
  durationMinutes: (value) => timeWords.min(Number(value)),
  recurrence: (value) => sayRecurrence(value as Recurrence) ?? historyWords.values.ownRule,
  onMissed: (value) => (value === "skip" ? historyWords.values.skipped : nothing()),
  reminders: (value, reader) =>
    Array.isArray(value) && value.length > 0
      ? value.map(({ trigger }: Reminder) => sayTrigger(trigger, reader)).join(", ")
      : nothing(),
  parentId: () => historyWords.values.parent,
  plannedFor: sayMoment,
  scheduledFor: sayMoment,
  deliveries: (value) =>
    Array.isArray(value) && value.length > 0
      ? value.map(({ channel, state }: Delivery) => `${sayChannel(channel)}: ${state}`).join(", ")
      : nothing(),
};

/** A value of a field in words; `none` where there is nothing. */
export const sayValue = (field: string, value: unknown, reader: Reader): string => {
  if (value === null || value === undefined || value === "") return nothing();
  return sayBy[field]?.(value, reader) ?? shorten(asText(value));
};

/** Fields that only repeat what the headline says, or that mean nothing to a person. */
const unsaid = new Set(["position", "completedAt", "deletedAt", "occurrence", "firedAt"]);

/** The order people read in, whatever order a database kept. */
const rank = (field: string): number => {
  const at = Object.keys(historyWords.labels).indexOf(field);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
};

/** The changed fields in words. Fields that began with nothing and have nothing are left out. */
export const sayChanges = (changes: Changes, reader: Reader): FieldWords[] =>
  Object.entries(changes)
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .flatMap(([field, { before, after }]) => {
      if (unsaid.has(field)) return [];
      const old = sayValue(field, before, reader);
      const now = sayValue(field, after, reader);
      if (old === now) return [];
      const label = labels()[field] ?? field;
      return [
        { field, label, before: before === null || before === undefined ? null : old, after: now },
      ];
    });

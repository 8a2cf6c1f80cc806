// The consumer loop: a bulk of records in, what became of each out. Called by the routes of app.ts and dead-letters.
import type { Logger } from "pino";
import { ActorUnavailable } from "../actors/client.ts";
import { canSucceedLater } from "../database/is-database-down.ts";
import type { Event } from "../domain/event.ts";
import { createOutages } from "../domain/outages.ts";
import { type Consumer, type DeadLetter, type LogRecord, NotNow } from "./consumer.ts";
import type { Progress } from "./progress.ts";
import { readEvent } from "../domain/read-event.ts";
import { traced } from "../process/tracing/tracing.ts";

/** What the one who delivered a record is told: it is taken care of, or it must be delivered again. */
export type Fate = "done" | "again";
/** What storing came to: a fate, or the reason why this record can never be stored. */
export type Outcome = Fate | { reason: string };

/**
 * Stores a bulk in one statement and says for each record, in order, what became of it. A record that can never be
 * stored is found by halving the bulk, so it costs its neighbours nothing but time.
 */
export const storeRecords = (consumer: Consumer, records: LogRecord[]): Promise<Outcome[]> =>
  storeBulk(consumer, readBulk(records));

type Readable = { place: number; event: Event };
/** A bulk as it was parsed: `outcomes` says why what is not `readable` is not. */
type ReadBulk = { outcomes: Outcome[]; readable: Readable[] };

const readBulk = (records: LogRecord[]): ReadBulk => {
  const outcomes: Outcome[] = records.map(() => "done");
  const readable: Readable[] = [];
  for (const [place, record] of records.entries()) {
    const event = readEvent(record.value);
    if (event.ok) readable.push({ place, event: event.value });
    else outcomes[place] = { reason: event.error.message };
  }
  return { outcomes, readable };
};

const storeBulk = async (consumer: Consumer, bulk: ReadBulk): Promise<Outcome[]> => {
  const outcomes = [...bulk.outcomes];
  for (const [place, outcome] of await storeEvents(consumer, bulk.readable))
    outcomes[place] = outcome;
  return outcomes;
};

const storeEvents = async (
  consumer: Consumer,
  readable: Readable[],
): Promise<[place: number, outcome: Outcome][]> => {
  if (readable.length === 0) return [];
  try {
    await consumer.store(readable.map(({ event }) => event));
    return [];
  } catch (error) {
    if (error instanceof NotNow || error instanceof ActorUnavailable || canSucceedLater(error))
      return readable.map(({ place }) => [place, "again"]);
    const [first] = readable;
    if (first && readable.length === 1) return [[first.place, { reason: reasonOf(error) }]];
    const middle = Math.ceil(readable.length / 2);
    const before = await storeEvents(consumer, readable.slice(0, middle));
    return [...before, ...(await storeEvents(consumer, readable.slice(middle)))];
  }
};

const reasonOf = (error: unknown): string =>
  `it could not be stored: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500);

type ReaderDeps = {
  bury(letter: DeadLetter): Promise<void>;
  /** What goes on with the events of a bulk once they are stored. When it throws, the whole bulk comes again. */
  passOn?(events: Event[]): Promise<void>;
  log: Logger;
  progress?: Progress;
};

const onward = "what the log passes on";

/**
 * The loop of the consumers that read together: each record is parsed once and is done when it is done for all of them.
 * What one can never store is buried (published to its dead-letter topic with the reason); only then it counts as done.
 * What could not be buried, and all that waits for the database or an actor, is to be delivered again: to all of them,
 * for whom a repetition changes nothing.
 */
export const createReader = (consumers: Consumer[], deps: ReaderDeps) => {
  const settle = consumers.map((consumer) => createSettler(consumer, deps));
  const outages = createOutages(deps.log);
  const passOn = async ({ readable }: ReadBulk, fates: Fate[]): Promise<boolean> => {
    const stored = readable.filter(({ place }) => fates[place] === "done");
    if (deps.passOn === undefined || stored.length === 0) return true;
    try {
      await deps.passOn(stored.map(({ event }) => event));
      outages.worked(onward);
      deps.progress?.works(onward);
      return true;
    } catch (err) {
      outages.failed(onward, { err });
      deps.progress?.waits(onward, "Kafka does not take it");
      return false;
    }
  };
  const names = consumers.map(({ name }) => name).join(", ");
  return async (records: LogRecord[]): Promise<Fate[]> => {
    const startedAt = performance.now();
    const bulk = readBulk(records);
    const each = await Promise.all(settle.map((one) => one(records, bulk)));
    const fates = records.map((_, place) =>
      each.every((ofOne) => ofOne[place] === "done") ? "done" : "again",
    );
    const isPassedOn = await passOn(bulk, fates);
    for (const { place, event } of bulk.readable) {
      const failed = !isPassedOn || fates[place] !== "done";
      const parent = event.traceparent;
      traced({ name: `read ${names}`, kind: "consumer", parent, startedAt, failed });
    }
    return isPassedOn ? fates : fates.map(() => "again");
  };
};

const createSettler = (consumer: Consumer, deps: ReaderDeps) => {
  const log = deps.log.child({ consumer: consumer.name });
  const outages = createOutages(log);
  const needed = `what ${consumer.name} needs (the database or an actor)`;

  const bury = async (record: LogRecord, reason: string): Promise<Fate> => {
    const { topic, partition, offset } = record;
    try {
      await deps.bury({ ...record, consumer: consumer.name, reason });
      log.error(
        { topic, partition, offset },
        "a record was given up; `npm run dead-letters -- list` shows why",
      );
      return "done";
    } catch (err) {
      log.error(
        { topic, partition, offset, err },
        "a record could not be given up; it comes again",
      );
      return "again";
    }
  };

  return async (records: LogRecord[], bulk: ReadBulk): Promise<Fate[]> => {
    const outcomes = await storeBulk(consumer, bulk);
    const waiting = outcomes.filter((outcome) => outcome === "again").length;
    if (waiting > 0) {
      outages.failed(needed, { waiting });
      deps.progress?.waits(consumer.name, "the database or an actor is away");
    } else {
      outages.worked(needed);
      deps.progress?.works(consumer.name);
    }
    return Promise.all(
      records.map(async (record, place) => {
        const outcome = outcomes[place] ?? "again";
        return typeof outcome === "string" ? outcome : bury(record, outcome.reason);
      }),
    );
  };
};

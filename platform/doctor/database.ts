// The doctor's look at PostgreSQL: version, clock, tables, reminders, and the keys for push. Called by platform/doctor.ts.
import { countReminders, type RemindersFacts } from "../../database/doctor/count-reminders.ts";
import { readPushFacts } from "../../database/doctor/read-push-facts.ts";
import { readServer } from "../../database/doctor/read-server.ts";
import { compareMigrations } from "../../database/migrate.ts";
import { openDatabase } from "../../database/pool.ts";
import { type Finding, finding } from "./finding.ts";

/** Generated columns and text search as they are used here are known from 15 on; older ones are not tested. */
const leastNumber = 150_000;
const mostSkewMs = 1_000;

type Migrations = Awaited<ReturnType<typeof compareMigrations>>;

const tables = ({ applied, pending, unknown }: Migrations): Finding =>
  finding("tables", `${applied} migrations, no extensions (none are needed)`, [
    ...(pending.length === 0
      ? []
      : [`not applied: ${pending.join(", ")}: run node database/migrate.ts, or start again`]),
    ...(unknown.length === 0
      ? []
      : [`of another program, or edited: ${unknown.join(", ")}: run the version that made them`]),
  ]);

/** Whose clock is wrong cannot be seen; that two differ can. */
export const clock = (hereMs: number, thereMs: number): Finding => {
  const skewMs = Math.round(thereMs - hereMs);
  const wrong = `this machine's clock and the database's differ: reminders come by this one, so let NTP set both`;
  return finding(
    "clock",
    `${Math.abs(skewMs)} ms from the database's`,
    Math.abs(skewMs) > mostSkewMs ? [wrong] : [],
  );
};

const reminders = ({ waiting, armed, unarmed, overdue }: RemindersFacts): Finding =>
  finding("reminders", `${waiting} wait, of ${armed} the scheduler has a Job`, [
    ...(overdue === 0
      ? []
      : [
          `${overdue} are overdue by more than two minutes: look at the consumers' log for "armed"`,
        ]),
    ...(unarmed === 0 ? [] : [`${unarmed} were refused by the scheduler: is it up?`]),
  ]);

const push = ({ keys, browsers }: { keys: number; browsers: number }, url?: string): Finding => {
  const isReachable = url === undefined || /^https:|^http:\/\/(127\.|localhost|\[::1\])/.test(url);
  const said = keys === 0 ? "no browser has asked yet" : `${browsers} browsers, keys are there`;
  const insecure = `browsers allow push only over https, and PUBLIC_URL is ${url}: put a proxy with TLS in front`;
  return finding("push", said, [
    ...(keys === 0 && browsers > 0 ? ["the keys are gone: browsers have to allow it anew"] : []),
    ...(isReachable ? [] : [insecure]),
  ]);
};

/** Everything that PostgreSQL can tell. Throws where it is away. */
export const lookAtDatabase = async (databaseUrl: string, url?: string): Promise<Finding[]> => {
  const db = openDatabase(databaseUrl, { max: 1 });
  try {
    await db.query("select 1"); // so that the clocks are compared over a connection that stands
    const [beganMs, server] = [Date.now(), await readServer(db)];
    const hereMs = (beganMs + Date.now()) / 2;
    const old = `it is older than ${Math.floor(leastNumber / 10_000)}: update it`;
    const said = `${server.version}, ${Math.round(server.bytes / 1024 / 1024)} MB`;
    const first = [
      finding("postgresql", said, server.number < leastNumber ? [old] : []),
      clock(hereMs, server.nowMs),
    ];
    const migrations = await compareMigrations(db).catch(() => null);
    if (migrations === null) {
      const problem = "there are no tables: run node database/migrate.ts, or start once";
      return [...first, { name: "tables", said: "none", problem }];
    }
    const isUpToDate = migrations.pending.length === 0;
    const more = isUpToDate
      ? [reminders(await countReminders(db)), push(await readPushFacts(db), url)]
      : [];
    return [...first, tables(migrations), ...more];
  } finally {
    await db.end();
  }
};

// The dates of a repeating task: what became of the last ones, and which come next. Called by drawer.tsx.
import { useEffect, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import type { OccurrencesDoc } from "../../api/reminders.ts";
import { localDue } from "../../time/due.ts";
import { sayDue } from "../../time/say.ts";
import { useNow, useWorkspace } from "../context.ts";
import { historyWords } from "../../words/history.ts";

/** What became of a date is written from the log a moment after the change: who looks at once looks again. */
const looksMs = [500, 1_500, 4_000];

export const Occurrences = ({ task }: { task: Task }) => {
  const { punctual, settings } = useWorkspace();
  const now = useNow();
  const [dates, setDates] = useState<(OccurrencesDoc & { asOf: number }) | null>(null);
  const outcomes: Record<string, string> = historyWords.outcomes;
  const { id, version } = task;
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const answer = await punctual.readOccurrences(id);
      if (!left && answer.ok) setDates({ ...answer.value, asOf: version });
    };
    void read();
    const timers = looksMs.map((ms) => setTimeout(() => void read(), ms));
    return () => {
      left = true;
      for (const timer of timers) clearTimeout(timer);
    };
  }, [punctual, id, version]);
  if (dates === null) return null;
  const say = (local: string): string =>
    sayDue({ day: local.slice(0, 10), time: local.slice(11) || null }, now, settings.locale);
  return (
    <section className="occurrences" aria-label={historyWords.dates}>
      <h3 className="section__name">{historyWords.dates}</h3>
      <ol className="occurrences__list">
        {dates.past
          .toSorted((a, b) => a.slot.localeCompare(b.slot))
          .map(({ slot, outcome }) => (
            <li key={slot} className="occurrences__past">
              <span>{say(slot)}</span> <span>{outcomes[outcome] ?? outcome}</span>
            </li>
          ))}
        {dates.current && (
          <li className="occurrences__now">
            <span>{sayDue(localDue(dates.current.due, now.zone), now, settings.locale)}</span>{" "}
            <span>{historyWords.now}</span>
          </li>
        )}
        {dates.next.map(({ local, note }) => (
          <li key={local}>
            <span>{say(local)}</span> {note !== null && <span className="dates__note">{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
};

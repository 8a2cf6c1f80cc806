// The next dates of a rule before it is saved, odd ones explained by the server. Called by section.tsx.
import { useEffect, useState } from "react";
import type { Recurrence } from "../../../domain/recurrence.ts";
import type { Problem } from "../../api/problem.ts";
import type { PreviewDoc } from "../../api/reminders.ts";
import { sayDue } from "../../time/say.ts";
import { sayProblem } from "../../say/problem.ts";
import { sentence } from "../../words/sentence.ts";
import { useNow, useWorkspace } from "../context.ts";
import { taskWords } from "../../words/task.ts";
import { sayRecurrence } from "../../repeat/say.ts";
import { spokenLanguage } from "../../words/language.ts";

/** `start` is the first due, a day or a wall clock, in `zone`. */
export type PreviewOf = { recurrence: Recurrence; start: string; zone: string };

type Seen = { preview: PreviewDoc | null; problem: Problem | null };

/** A person who types a number is not asked about each digit, ms. */
const pauseMs = 200;

const usePreview = ({ recurrence, start, zone }: PreviewOf): Seen => {
  const { punctual } = useWorkspace();
  const [seen, setSeen] = useState<Seen>({ preview: null, problem: null });
  const asked = JSON.stringify(recurrence);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const of = { recurrence: JSON.parse(asked) as Recurrence, start, zone, count: 5 };
      const answer = await punctual.previewRecurrence(of);
      if (left) return;
      setSeen(
        answer.ok
          ? { preview: answer.value, problem: null }
          : { preview: null, problem: answer.problem },
      );
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [punctual, asked, start, zone]);
  return seen;
};

/** A note begins with its date, which stands right above it here: `28 Feb: `. */
const namesDay = /^\d+ [A-Z][a-z]+: /;

export const Preview = (of: PreviewOf) => {
  const { settings } = useWorkspace();
  const now = useNow();
  /** The server says a rule in English, and each; the page says most in its own words. */
  const say = (description: string): string =>
    spokenLanguage() === "en" ? description : (sayRecurrence(of.recurrence) ?? description);
  const { preview, problem } = usePreview(of);
  if (problem !== null)
    return (
      <p className="error" role="alert">
        {sayProblem(problem, { ...now, locale: settings.locale })}
      </p>
    );
  if (preview === null) return <p className="hint">{taskWords.repeats.looking}</p>;
  return (
    <div className="dates">
      <p className="dates__rule">{sentence(say(preview.description)).replace(/\.$/, "")}</p>
      <ol className="dates__list" aria-label={taskWords.repeats.next}>
        {preview.dates.map(({ local, note }) => (
          <li key={local}>
            {sayDue(
              { day: local.slice(0, 10), time: local.slice(11) || null },
              now,
              settings.locale,
            )}
            {note !== null && <span className="dates__note">{note.replace(namesDay, "")}</span>}
          </li>
        ))}
      </ol>
      {preview.dates.length === 0 && <p className="hint">{taskWords.repeats.none}</p>}
    </div>
  );
};

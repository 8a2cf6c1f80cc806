// The reminders of the last two days with what became of each on every channel, to the millisecond. Called by drawer.tsx.
import { useEffect, useState } from "react";
import type { DeliveryDoc, ReminderDoc } from "../../api/reminders.ts";
import { type Clock, sayExactly } from "../../time/exactly.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";

const shownCount = 10;

const verbs: Record<DeliveryDoc["channel"], string> = {
  in_app: "shown",
  email: "e-mail",
  push: "push",
  webhook: "webhook",
};

const sayDelivery = ({ channel, state, acceptedAt, reason }: DeliveryDoc, clock: Clock): string => {
  const verb = verbs[channel];
  if (state === "accepted" && acceptedAt !== null)
    return `${verb} ${sayExactly(acceptedAt, clock)}`;
  return state === "failed" ? `${verb} failed: ${reason ?? "unknown"}` : `${verb} on its way`;
};

const Told = ({ reminder, clock }: { reminder: ReminderDoc; clock: Clock }) => {
  const due = reminder.scheduledFor ?? reminder.firedAt;
  const words = [
    ...(due === null ? [] : [`due ${sayExactly(due, clock)}`]),
    ...reminder.deliveries.map((delivery) => sayDelivery(delivery, clock)),
  ];
  return (
    <li>
      <span className="told__title" dir="auto">
        {reminder.title}
      </span>
      <span className="told__times">{words.join(", ")}</span>
    </li>
  );
};

export const RecentlyTold = () => {
  const { punctual, settings } = useWorkspace();
  const [told, setTold] = useState<readonly ReminderDoc[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void punctual.readTold(new Date()).then((answer) => {
      if (answer.ok) setTold(answer.value.reminders.toReversed().slice(0, shownCount));
      else setProblem(sentence(answer.problem.message));
    });
  }, [punctual]);
  const clock = { zone: settings.timeZone, locale: settings.locale };
  return (
    <section className="settings__part" aria-labelledby="told">
      <h3 id="told" className="settings__name">
        Recent reminders
      </h3>
      {told?.length === 0 && <p className="hint">None within the last two days.</p>}
      {told !== null && told.length > 0 && (
        <ul className="told">
          {told.map((reminder) => (
            <Told key={`${reminder.id}/${reminder.generation}`} reminder={reminder} clock={clock} />
          ))}
        </ul>
      )}
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
};

// The reminders of the last two days with what became of each on every channel, to the millisecond. Called by drawer.tsx.
import { useEffect, useState } from "react";
import type { DeliveryDoc, ReminderDoc } from "../../api/reminders.ts";
import { type Clock, sayExactly } from "../../time/exactly.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";
import { channelsWords } from "../../words/channels.ts";

const shownCount = 10;

const sayDelivery = ({ channel, state, acceptedAt, reason }: DeliveryDoc, clock: Clock): string => {
  const words = channelsWords.told;
  const by = words.by[channel];
  if (state === "accepted" && acceptedAt !== null) return `${by} ${sayExactly(acceptedAt, clock)}`;
  return state === "failed"
    ? words.failed(by, reason ?? channelsWords.test.unknown)
    : words.onWay(by);
};

const Told = ({ reminder, clock }: { reminder: ReminderDoc; clock: Clock }) => {
  const due = reminder.scheduledFor ?? reminder.firedAt;
  const words = [
    ...(due === null ? [] : [channelsWords.told.due(sayExactly(due, clock))]),
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
        {channelsWords.told.part}
      </h3>
      {told?.length === 0 && <p className="hint">{channelsWords.told.none}</p>}
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

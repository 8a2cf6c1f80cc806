// Chooses a date: in words, by its name, in a month, and with a time where it may have one. Called by date-field.tsx and asked-due.tsx.
import { lazy, Suspense, useContext } from "react";
import type { DateChange } from "../../drafts/draft.ts";
import { quickDays } from "../../pick/days.ts";
import { changeOf, type Dated } from "../../drafts/said.ts";
import type { DateSaid } from "../../quick-add/reader.ts";
import { sayDay } from "../../time/say.ts";
import { dates } from "../../words/panel.ts";
import { useNow, useWorkspace } from "../context.ts";
import { SetZone, ZoneField } from "../zone-field.tsx";
import { ClosePop } from "./pop.tsx";
import { TimeField } from "./time-field.tsx";
import { type ReadDate, TypedDate } from "./typed-date.tsx";

const Month = lazy(() => import("./month.tsx"));

type Props = {
  id: string;
  value: Dated;
  dayOnly: boolean;
  text: string;
  read: ReadDate;
  onText: (text: string) => void;
  onChange: (change: DateChange) => void;
};

/** A series has a date: without one it repeats no more. */
const noDate: DateChange = { date: "", time: "", zone: "", repeat: null };

export const DateChoice = (props: Props) => {
  const { id, value, dayOnly, text, read, onText, onChange } = props;
  const onDone = useContext(ClosePop);
  const { settings } = useWorkspace();
  const { wall } = useNow();
  const today = wall.slice(0, 10);
  const take = (change: DateChange): void => {
    onText("");
    onChange(change);
    onDone();
  };
  const taken = (said: DateSaid): void => take(changeOf(said, value));
  const setTime = (time: string): void =>
    onChange({ time, date: value.date === "" && time !== "" ? today : value.date });
  return (
    <>
      <TypedDate
        text={text}
        read={read}
        hint={dayOnly ? dates.typedDayHint : dates.typedHint}
        onText={onText}
        onTake={taken}
      />
      <QuickDays today={today} onDay={(date) => take({ date })} />
      <Suspense fallback={<p className="hint pop__month">{dates.coming}</p>}>
        <Month
          day={value.date}
          today={today}
          weekStart={settings.weekStart}
          locale={settings.locale}
          onDay={(date) => take({ date })}
        />
      </Suspense>
      {!dayOnly && (
        <>
          <TimeField time={value.time} onTime={setTime} onEnter={onDone} />
          <SetZone draft={value} onDraft={onChange} />
          <ZoneField prefix={id} draft={value} onDraft={onChange} />
        </>
      )}
      <div className="pop__foot">
        <button className="link" type="button" onClick={() => take(noDate)}>
          {dates.none}
        </button>
        <button className="button button--small" type="button" onClick={onDone}>
          {dates.done}
        </button>
      </div>
    </>
  );
};

const QuickDays = ({ today, onDay }: { today: string; onDay: (day: string) => void }) => {
  const { settings } = useWorkspace();
  const now = useNow();
  return (
    <ul className="quick-days">
      {quickDays(today, settings.weekStart).map(({ name, day }) => (
        <li key={name}>
          <button className="quick-day" type="button" onClick={() => onDay(day)}>
            {dates.days[name]}
            <span className="quick-day__when">
              {name === "today" || name === "tomorrow" ? "" : sayDay(day, now, settings.locale)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};

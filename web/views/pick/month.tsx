// The month grid of a date picker, loaded when one is first opened. Called by date-choice.tsx.
import { DayPicker } from "react-day-picker";
import { dateOf, dayOf } from "../../pick/days.ts";
import { sayLongDay } from "../../time/say.ts";
import { dates } from "../../words/panel.ts";

type Props = {
  /** The chosen day, or "". */
  day: string;
  today: string;
  /** ISO weekday, 1 = Monday. */
  weekStart: number;
  locale: string;
  onDay: (day: string) => void;
};

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

const Month = ({ day, today, weekStart, locale, onDay }: Props) => (
  <DayPicker
    mode="single"
    selected={day === "" ? undefined : dateOf(day)}
    defaultMonth={dateOf(day === "" ? today : day)}
    today={dateOf(today)}
    weekStartsOn={weekdays[weekStart % 7] ?? 1}
    showOutsideDays
    fixedWeeks
    // The chosen day pressed once more stays chosen.
    required
    labels={{
      labelDayButton: (date) => `${sayLongDay(dayOf(date), locale)} ${date.getFullYear()}`,
      labelPrevious: () => dates.monthBefore,
      labelNext: () => dates.monthAfter,
    }}
    onSelect={(date) => onDay(dayOf(date))}
  />
);

export default Month;

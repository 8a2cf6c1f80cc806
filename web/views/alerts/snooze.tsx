// When to be told again. The due of the task stays. Called by card.tsx.
import { useEffect, useRef } from "react";
import type { Alert } from "../../../domain/reminder.ts";
import type { Snooze } from "../../api/reminders.ts";
import { instantOf, wallClock } from "../../time/zone.ts";
import { useNow, useWorkspace } from "../context.ts";
import { useDraft } from "../use-draft.ts";
import { useEscape } from "../use-keys.ts";
import { alertsWords } from "../../words/alerts.ts";

const presets = ["10m", "1h", "evening", "tomorrow"] as const;

type Props = { id: string; alert: Alert; onClose: () => void };

export const SnoozeMenu = ({ id, alert, onClose }: Props) => {
  const { reminderWishes, settings } = useWorkspace();
  const { at } = useNow();
  const [picked, setPicked] = useDraft(`snooze/${alert.id}`, "");
  const zone = settings.timeZone;
  const now = wallClock(at, zone);
  const isAhead = picked > now;

  const snooze = (until: Snooze): void => void reminderWishes.snooze(alert, until);
  // The menu was asked for: its first choice is what the next key means.
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEscape(true, onClose);
  return (
    <fieldset id={id} className="snooze">
      <legend className="unseen">{alertsWords.again}</legend>
      {presets.map((preset, index) => (
        <button
          key={preset}
          className="choice"
          type="button"
          ref={index === 0 ? first : undefined}
          onClick={() => snooze({ preset })}
        >
          {alertsWords.presets[preset]}
        </button>
      ))}
      <div className="snooze__pick">
        <label className="unseen" htmlFor={`${id}-at`}>
          {alertsWords.againAt}
        </label>
        <input
          id={`${id}-at`}
          type="datetime-local"
          min={now}
          value={picked}
          onChange={(event) => setPicked(event.target.value)}
        />
        <button
          className="button button--small"
          type="button"
          disabled={!isAhead}
          onClick={() => {
            setPicked("");
            snooze({ until: instantOf(picked, zone).toISOString() });
          }}
        >
          {alertsWords.set}
        </button>
      </div>
    </fieldset>
  );
};

// When a person is reminded where a task does not say, and when they are left alone. Called by drawer.tsx.
import { sayMinutes } from "../../say/reminder.ts";
import { Field } from "../field.tsx";
import type { FieldsProps } from "./clock.tsx";
import { settingsWords } from "../../words/settings.ts";

const leads = [0, 5, 10, 15, 30, 60, 120, 24 * 60];

const LeadField = ({ settings, onSet }: FieldsProps) => {
  const own = settings.defaultLeadMinutes;
  const offered = own === null || leads.includes(own) ? leads : [...leads, own];
  return (
    <div className="field">
      <label htmlFor="set-lead">{settingsWords.reminding.lead}</label>
      <select
        id="set-lead"
        value={own ?? ""}
        onChange={({ target }) =>
          onSet({ defaultLeadMinutes: target.value === "" ? null : Number(target.value) })
        }
      >
        <option value="">{settingsWords.reminding.never}</option>
        {offered
          .toSorted((a, b) => a - b)
          .map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0
                ? settingsWords.reminding.whenDue
                : settingsWords.reminding.before(sayMinutes(minutes))}
            </option>
          ))}
      </select>
    </div>
  );
};

type SwitchProps = {
  id: string;
  label: string;
  on: boolean;
  /** It cannot be switched. */
  off?: boolean;
  onSwitch: (on: boolean) => void;
};

/** A labelled checkbox. */
export const Switch = ({ id, label, on, off = false, onSwitch }: SwitchProps) => (
  <div className="check">
    <input
      id={id}
      type="checkbox"
      checked={on}
      disabled={off}
      onChange={({ target }) => onSwitch(target.checked)}
    />
    <label htmlFor={id}>{label}</label>
  </div>
);

export const ReminderFields = (props: FieldsProps) => {
  const { settings, onSet } = props;
  const { quietHours: quiet, digestTime } = settings;
  return (
    <fieldset className="settings__part">
      <legend>{settingsWords.reminding.part}</legend>
      <div className="settings__pair">
        <LeadField {...props} />
        <Field
          id="set-day"
          label={settingsWords.reminding.day}
          type="time"
          value={settings.dayTime}
          onChange={(dayTime) => dayTime !== "" && onSet({ dayTime })}
        />
      </div>
      <Switch
        id="set-quiet"
        label={settingsWords.reminding.quiet}
        on={quiet !== null}
        onSwitch={(on) => onSet({ quietHours: on ? { from: "22:00", to: "07:00" } : null })}
      />
      {quiet !== null && (
        <div className="settings__pair">
          <Field
            id="set-quiet-from"
            label={settingsWords.reminding.from}
            type="time"
            value={quiet.from}
            onChange={(from) => from !== "" && onSet({ quietHours: { ...quiet, from } })}
          />
          <Field
            id="set-quiet-to"
            label={settingsWords.reminding.to}
            type="time"
            value={quiet.to}
            onChange={(to) => to !== "" && onSet({ quietHours: { ...quiet, to } })}
          />
        </div>
      )}
      <Switch
        id="set-digest"
        label={settingsWords.reminding.digest}
        on={digestTime !== null}
        onSwitch={(on) => onSet({ digestTime: on ? "07:30" : null })}
      />
      {digestTime !== null && (
        <Field
          id="set-digest-time"
          label={settingsWords.reminding.at}
          type="time"
          value={digestTime}
          onChange={(time) => time !== "" && onSet({ digestTime: time })}
        />
      )}
    </fieldset>
  );
};

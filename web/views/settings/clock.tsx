// Where a person is, how they write dates, and what their parts of the day are. Called by drawer.tsx.
import type { DayParts, Settings } from "../../../domain/settings.ts";
import { browserZone, sameZone } from "../../time/zone.ts";
import { Field } from "../field.tsx";
import { settingsWords } from "../../words/settings.ts";
import { repeatWords } from "../../words/repeat.ts";

export type FieldsProps = {
  settings: Settings;
  problem: { field: string; message: string } | null;
  onSet: (some: Partial<Settings>) => void;
};

/** Those that do something, each in its own language: the words of the page, the order of dates, the clock. */
const locales: readonly [string, string][] = [
  ["en", "English, 24 hours"],
  ["en-GB", "English (United Kingdom)"],
  ["en-US", "English (United States)"],
  ["en-AU", "English (Australia)"],
  ["de-DE", "Deutsch"],
  ["de-AT", "Deutsch (Österreich)"],
  ["de-CH", "Deutsch (Schweiz)"],
];

const parts: readonly (keyof DayParts)[] = [
  "morning",
  "noon",
  "afternoon",
  "evening",
  "tonight",
  "night",
];

/** All zones this browser knows, with the person's own even if it has another name here. */
const zones = (own: string): string[] => [
  ...new Set([own, browserZone(), "UTC", ...Intl.supportedValuesOf("timeZone")]),
];

const ZoneField = ({ settings, onSet }: FieldsProps) => {
  const here = browserZone();
  return (
    <div className="field">
      <label htmlFor="set-zone">{settingsWords.clock.zone}</label>
      <select
        id="set-zone"
        value={settings.timeZone}
        onChange={({ target }) => onSet({ timeZone: target.value })}
      >
        {zones(settings.timeZone)
          .toSorted((a, b) => a.localeCompare(b))
          .map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
      </select>
      {!sameZone(here, settings.timeZone) && (
        <button className="link" type="button" onClick={() => onSet({ timeZone: here })}>
          {settingsWords.clock.here(here.replaceAll("_", " "))}
        </button>
      )}
    </div>
  );
};

export const ClockFields = (props: FieldsProps) => {
  const { settings, onSet } = props;
  const known = locales.some(([code]) => code === settings.locale);
  const all = known ? locales : [[settings.locale, settings.locale] as const, ...locales];
  return (
    <fieldset className="settings__part">
      <legend>{settingsWords.clock.part}</legend>
      <ZoneField {...props} />
      <div className="settings__pair">
        <div className="field">
          <label htmlFor="set-locale">{settingsWords.clock.locale}</label>
          <select
            id="set-locale"
            value={settings.locale}
            onChange={({ target }) => onSet({ locale: target.value })}
          >
            {all.map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="set-week">{settingsWords.clock.week}</label>
          <select
            id="set-week"
            value={settings.weekStart}
            onChange={({ target }) => onSet({ weekStart: Number(target.value) })}
          >
            {repeatWords.weekdays.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <details>
        <summary>{settingsWords.clock.parts}</summary>
        <div className="settings__parts">
          {parts.map((part) => (
            <Field
              key={part}
              id={`set-${part}`}
              label={settingsWords.dayParts[part]}
              type="time"
              value={settings.dayParts[part]}
              onChange={(time) =>
                time !== "" && onSet({ dayParts: { ...settings.dayParts, [part]: time } })
              }
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
};

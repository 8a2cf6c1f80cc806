// On whose clock a due stands: the person's own, wherever they are, or that of a zone. Called by pick/date-choice.tsx.
import { instantOf } from "../time/zone.ts";
import { sayInstant } from "../time/say.ts";
import { useNow, useWorkspace } from "./context.ts";
import type { Draft } from "../drafts/draft.ts";
import { shellWords } from "../words/shell.ts";

type Zoned = Pick<Draft, "date" | "time" | "zone">;
type Props = { prefix: string; draft: Zoned; onDraft: (draft: Zoned) => void };

/** All zones this browser knows, with the task's own even if it has another name here. */
const zones = (own: string, here: string): string[] =>
  [...new Set([own, here, "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted((a, b) =>
    a.localeCompare(b),
  );

/** Puts a time on the clock of a zone. */
export const SetZone = ({ draft, onDraft }: Omit<Props, "prefix">) => {
  const { settings } = useWorkspace();
  if (draft.time === "" || draft.zone !== "") return null;
  return (
    <button
      className="link draft__zone"
      type="button"
      onClick={() => onDraft({ ...draft, zone: settings.timeZone })}
    >
      {shellWords.zone.set}
    </button>
  );
};

export const ZoneField = ({ prefix, draft, onDraft }: Props) => {
  const { settings } = useWorkspace();
  const { at } = useNow();
  const { date, time, zone } = draft;
  if (time === "" || zone === "") return null;
  const isElsewhere = zone !== settings.timeZone && date !== "";
  const instant = isElsewhere ? instantOf(`${date}T${time}`, zone).toISOString() : null;
  return (
    <div className="field">
      <label htmlFor={`${prefix}-zone`}>{shellWords.zone.label}</label>
      <select
        id={`${prefix}-zone`}
        value={zone}
        onChange={({ target }) => onDraft({ ...draft, zone: target.value })}
      >
        <option value="">{shellWords.zone.none}</option>
        {zones(zone, settings.timeZone).map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </select>
      {instant !== null && (
        <p className="hint">
          {shellWords.zone.forYou(sayInstant(instant, at, settings.timeZone, settings.locale))}
        </p>
      )}
    </div>
  );
};

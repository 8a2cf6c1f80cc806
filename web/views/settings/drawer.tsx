// A person's settings: their clock and words, when they may be reminded, and by which channels. Loaded when first opened. Called by home.tsx.
import { type FormEvent, useState } from "react";
import type { Settings } from "../../../domain/settings.ts";
import { newId, newTicket } from "../../api/punctual.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";
import { Drawer } from "../drawer.tsx";
import { Assistants } from "./assistants.tsx";
import { ChannelFields } from "./channels.tsx";
import { ClockFields } from "./clock.tsx";
import { saySaved, settingsChanges, settingsProblem } from "./draft.ts";
import { PushField } from "./push.tsx";
import { ReminderFields } from "./reminding.tsx";

type Props = { onSettings: (settings: Settings) => void; onClose: () => void };
type Problem = { field: string; message: string } | null;

const SettingsDrawer = ({ onSettings, onClose }: Props) => {
  const { settings, punctual, store } = useWorkspace();
  const [draft, setDraft] = useState(settings);
  const [problem, setProblem] = useState<Problem>(null);
  const [busy, setBusy] = useState(false);
  const changes = settingsChanges(settings, draft);
  const isChanged = Object.keys(changes).length > 0;

  const save = async (): Promise<void> => {
    const wrong = settingsProblem(draft);
    setProblem(wrong);
    if (wrong !== null || !isChanged) return;
    setBusy(true);
    const answer = await punctual.patchSettings(changes, newTicket());
    setBusy(false);
    if (!answer.ok) {
      const [first] = answer.problem.fields;
      const message = sentence(first?.message ?? answer.problem.message);
      return setProblem({ field: first?.path.split(".")[0] ?? "", message });
    }
    const { remindersMoved, ...saved } = answer.value;
    setDraft(saved);
    onSettings(saved);
    const text = saySaved(remindersMoved);
    store.dispatch({ type: "noticed", notice: { id: newId(), tone: "info", text } });
    onClose();
  };
  const set = (some: Partial<Settings>): void => setDraft({ ...draft, ...some });
  const fields = { settings: draft, problem, onSet: set };
  return (
    <Drawer kind="Settings" title="Your clock, your reminders" onClose={onClose}>
      <form
        className="settings"
        aria-label="Settings"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <ClockFields {...fields} />
        <ReminderFields {...fields} />
        <ChannelFields {...fields} />
        {problem !== null && (
          <p className="error" role="alert">
            {problem.message}
          </p>
        )}
        <div className="settings__save">
          <button className="button button--primary" type="submit" disabled={busy || !isChanged}>
            {busy ? "Saving…" : "Save"}
          </button>
        </div>
      </form>
      <PushField />
      <Assistants />
    </Drawer>
  );
};

export default SettingsDrawer;

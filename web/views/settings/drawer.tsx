// A person's settings: their clock and words, when they may be reminded, and by which channels. Loaded when first opened. Called by later.tsx.
import type { FormEvent } from "react";
import type { Settings } from "../../../domain/settings.ts";
import { Conflicts } from "../conflicts.tsx";
import { Drawer } from "../drawer.tsx";
import { Assistants } from "./assistants.tsx";
import { ChannelFields } from "./channels.tsx";
import { ClockFields } from "./clock.tsx";
import { sayName, saySetting } from "./draft.ts";
import { InstallField } from "./install.tsx";
import { PushField } from "./push.tsx";
import { ReminderFields } from "./reminding.tsx";
import { RecentlyTold } from "./told.tsx";
import { useSettingsForm } from "./use-settings-form.ts";
import { settingsWords } from "../../words/settings.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = { onSettings: (settings: Settings) => void; onClose: () => void };

const SettingsDrawer = ({ onSettings, onClose }: Props) => {
  const form = useSettingsForm(onSettings, onClose);
  const { draft, problem, busy, isChanged, collided } = form;
  const fields = { settings: draft, problem, onSet: form.set };
  const both = collided.map((name) => ({
    name,
    label: sayName(name),
    mine: saySetting(name, form.mine(name)),
    theirs: saySetting(name, form.theirs(name)),
  }));
  return (
    <Drawer kind={settingsWords.kind} title={settingsWords.title} onClose={onClose}>
      <form
        className="settings"
        aria-label={settingsWords.kind}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <Conflicts all={both} onKeep={form.keep} onTake={form.take} />
        <ClockFields {...fields} />
        <ReminderFields {...fields} />
        <ChannelFields {...fields} />
        {problem !== null && (
          <p className="error" role="alert">
            {problem.message}
          </p>
        )}
        <div className="settings__save">
          <button
            className="button button--primary"
            type="submit"
            disabled={busy || !isChanged || collided.length > 0}
          >
            {busy ? settingsWords.saving : sharedWords.save}
          </button>
          {isChanged && (
            <button className="button" type="button" onClick={form.discard}>
              {sharedWords.discard}
            </button>
          )}
        </div>
      </form>
      <PushField />
      <InstallField />
      <RecentlyTold />
      <Assistants />
    </Drawer>
  );
};

export default SettingsDrawer;

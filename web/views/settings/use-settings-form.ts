// The settings form: what the person has changed over what is set, also on another device meanwhile, and how it is saved. Called by drawer.tsx.
import { useEffect, useEffectEvent, useState } from "react";
import type { Settings } from "../../../domain/settings.ts";
import type { Problem } from "../../api/problem.ts";
import { newId, newTicket } from "../../api/punctual.ts";
import {
  conflicts,
  type Edit,
  equal,
  isEmpty,
  keepMine,
  settle,
  shown,
  takeTheirs,
  touch,
  unsaved,
  untouched,
} from "../../drafts/three-way.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";
import { useDraft } from "../use-draft.ts";
import { saySaved } from "../../words/saved.ts";
import { bySetting, fromValues, settingsChanges, settingsProblem } from "./draft.ts";
import { speak } from "../../words/language.ts";

type FieldProblem = { field: string; message: string };

const problemOf = ({ fields: [first], message }: Problem): FieldProblem => ({
  field: first?.path.split(".")[0] ?? "",
  message: sentence(first?.message ?? message),
});

/** Someone would have to change the settings this often between two steps of ours. */
const maxTurns = 3;

export const useSettingsForm = (onSettings: (settings: Settings) => void, onSaved: () => void) => {
  const { settings, punctual, store, drafts } = useWorkspace();
  const [edit, setEdit] = useDraft<Edit>("settings", untouched);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const now = bySetting(settings);
  const draft = fromValues(shown(edit, now));
  const write = (next: Edit): void => setEdit(isEmpty(next) ? untouched : next);

  const learn = (fresh: Settings): void => {
    if (!equal(fresh, settings)) onSettings(fresh);
  };
  const look = useEffectEvent(async () => {
    const answer = await punctual.readSettings();
    if (answer.ok) learn(answer.value);
  });
  useEffect(() => void look(), []);

  /** Sends what differs from what is set now, unless another device has changed the same: then both are shown. */
  const send = async (): Promise<FieldProblem | null> => {
    for (let turn = 1; ; turn += 1) {
      const read = await punctual.readSettings();
      if (!read.ok) return problemOf(read.problem);
      learn(read.value);
      const theirs = bySetting(read.value);
      const collided = conflicts(edit, theirs);
      if (collided.length > 0) return null;
      const changes = settingsChanges(read.value, fromValues(shown(edit, theirs)));
      const answer = await punctual.patchSettings(changes, newTicket(), read.version);
      if (answer.ok) {
        const { remindersMoved, ...saved } = answer.value;
        // What was changed while this was on its way is not saved yet.
        const left = settle(drafts.read<Edit>("settings", untouched), edit.mine);
        write(left);
        await speak(saved.locale); // that it is saved is said in the new language
        onSettings(saved);
        const text = saySaved(remindersMoved);
        store.dispatch({ type: "noticed", notice: { id: newId(), tone: "info", text } });
        if (isEmpty(left)) onSaved();
        return null;
      }
      if (answer.problem.code !== "version_mismatch" || turn === maxTurns)
        return problemOf(answer.problem);
    }
  };

  return {
    draft,
    problem,
    busy,
    isChanged: unsaved(edit, now).length > 0,
    collided: conflicts(edit, now),
    mine: (name: string): unknown => edit.mine[name],
    theirs: (name: string): unknown => now[name],
    set: (some: Partial<Settings>): void =>
      write(touch(edit, now, bySetting({ ...draft, ...some }))),
    keep: (name: string): void => write(keepMine(edit, now, name)),
    take: (name: string): void => write(takeTheirs(edit, name)),
    discard: (): void => setEdit(untouched),
    save: async (): Promise<void> => {
      const wrong = settingsProblem(draft);
      setProblem(wrong);
      if (wrong !== null) return;
      setBusy(true);
      setProblem(await send());
      setBusy(false);
    },
  };
};

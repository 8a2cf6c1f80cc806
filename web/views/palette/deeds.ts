// What one can go to or do from the search, in words. Called by palette.tsx.
import { optionsOf } from "../../look/choices.ts";
import { keep } from "../../look/kept.ts";
import { type Place, titleOf } from "../../places/place.ts";
import { useWorkspace } from "../context.ts";
import type { IconName } from "../icon.tsx";
import type { Shell } from "../shell/use-shell.ts";
import { useWhere } from "../where.ts";
import { shellWords } from "../../words/shell.ts";
import { findWords } from "../../words/find.ts";
import { sharedWords } from "../../words/shared.ts";

export type Deed = {
  kind: "lists" | "commands";
  name: string;
  icon: IconName;
  keys?: string;
  run: () => void;
};

const lists: [
  is: "all" | "inbox" | "today" | "upcoming" | "done" | "trash",
  icon: IconName,
  keys?: string,
][] = [
  ["all", "list", "g a"],
  ["inbox", "inbox", "g i"],
  ["today", "today", "g t"],
  ["upcoming", "calendar", "g u"],
  ["done", "check", "g d"],
  ["trash", "trash"],
];

const command = (name: string, icon: IconName, run: () => void, keys?: string): Deed => ({
  kind: "commands",
  name,
  icon,
  run,
  ...(keys !== undefined && { keys }),
});

export const useDeeds = (shell: Shell): Deed[] => {
  const { go, open } = useWhere();
  const { rewind } = useWorkspace();
  const goTo = (place: Place) => (): void => go(place);
  return [
    ...lists.map(([is, icon, keys]): Deed => ({
      kind: "lists",
      name: titleOf({ is }),
      icon,
      run: goTo({ is }),
      ...(keys !== undefined && { keys }),
    })),
    {
      kind: "lists",
      name: findWords.filter,
      icon: "filter",
      keys: "g f",
      run: goTo({ is: "filter", line: "" }),
    },
    {
      kind: "lists",
      name: shellWords.settings,
      icon: "settings",
      run: () => open({ is: "settings" }),
    },
    { kind: "lists", name: shellWords.account, icon: "person", run: () => open({ is: "account" }) },
    command(findWords.addTask, "plus", shell.goToLine, "n"),
    command(findWords.talk, "chat", shell.goToChat, "/"),
    command(
      findWords.undoLast,
      "undo",
      () => void rewind.undoLast(),
      `${findWords.keys.control} Z`,
    ),
    command(
      sharedWords.redo,
      "redo",
      () => void rewind.redoLast(),
      `${findWords.keys.control} ${findWords.keys.shift} Z`,
    ),
    command(findWords.showKeys, "keyboard", () => shell.setSheet("keys"), "?"),
    ...optionsOf("chat").map((size) =>
      command(findWords.chats[size], "chat", () => shell.setChat(size)),
    ),
    ...optionsOf("theme").map((theme) =>
      command(findWords.looks[theme], "settings", () => keep("theme", theme)),
    ),
    ...optionsOf("density").map((one) =>
      command(findWords.rows[one], "sliders", () => keep("density", one)),
    ),
  ];
};

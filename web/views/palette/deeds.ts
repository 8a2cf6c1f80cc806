// What one can go to or do from the search, in words. Called by palette.tsx.
import { optionsOf } from "../../look/choices.ts";
import { keep } from "../../look/kept.ts";
import { type Place, titleOf } from "../../places/place.ts";
import { useWorkspace } from "../context.ts";
import type { IconName } from "../icon.tsx";
import type { Shell } from "../shell/use-shell.ts";
import { useWhere } from "../where.ts";

export type Deed = {
  kind: "Lists" | "Commands";
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

const looks = { system: "Colours as the device", light: "Light colours", dark: "Dark colours" };
const rows = { comfortable: "Comfortable rows", compact: "One line for each task" };
const chats = { narrow: "Narrow chat", wide: "Wide chat", gone: "Hide the chat" };

const command = (name: string, icon: IconName, run: () => void, keys?: string): Deed => ({
  kind: "Commands",
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
      kind: "Lists",
      name: titleOf({ is }),
      icon,
      run: goTo({ is }),
      ...(keys !== undefined && { keys }),
    })),
    {
      kind: "Lists",
      name: "Filter",
      icon: "filter",
      keys: "g f",
      run: goTo({ is: "filter", line: "" }),
    },
    { kind: "Lists", name: "Settings", icon: "settings", run: () => open({ is: "settings" }) },
    { kind: "Lists", name: "Account", icon: "person", run: () => open({ is: "account" }) },
    command("Add a task", "plus", shell.goToLine, "n"),
    command("Talk to Punctual", "chat", shell.goToChat, "/"),
    command("Undo the last change", "undo", () => void rewind.undoLast(), "Ctrl Z"),
    command("Redo", "redo", () => void rewind.redoLast(), "Ctrl Shift Z"),
    command("Show the keys", "keyboard", () => shell.setSheet("keys"), "?"),
    ...optionsOf("chat").map((size) => command(chats[size], "chat", () => shell.setChat(size))),
    ...optionsOf("theme").map((theme) =>
      command(looks[theme], "settings", () => keep("theme", theme)),
    ),
    ...optionsOf("density").map((one) => command(rows[one], "sliders", () => keep("density", one))),
  ];
};

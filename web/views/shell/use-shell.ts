// What the page shows beside the list: which sheet, how wide the chat; and the keys that change it. Called by home.tsx.
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { flushSync } from "react-dom";
import type { Choice } from "../../look/choices.ts";
import { placeOfLine } from "../../places/place.ts";
import type { Workspace } from "../../workspace.ts";
import { pickDue } from "../pick/asked.ts";
import { useFindKey, useKeys, useUndoKeys } from "../use-keys.ts";
import { useChoice } from "../use-kept.ts";
import type { Where } from "../use-place.ts";
import type { Half } from "./bottom-bar.tsx";

/** What is open over the page: the lists, the search, or the keys. */
export type Sheet = "lists" | "find" | "keys" | null;

export type Shell = {
  sheet: Sheet;
  setSheet: (sheet: Sheet) => void;
  chat: Choice<"chat">;
  setChat: (size: Choice<"chat">) => void;
  sidebar: Choice<"sidebar">;
  goToChat: () => void;
  goToLine: () => void;
  toggleLists: () => void;
};

/** As wide as the lists stand beside the page (style.css). */
const roomForLists = "(width >= 64rem)";

/** As narrow as the halves stand over each other (style.css). */
const oneColumn = "(width < 50rem)";

const focusOn = (id: string): void => document.getElementById(id)?.focus();

export const useShell = (
  { store, rewind }: Workspace,
  { place, over, go }: Where,
  setHalf: (half: Half) => void,
  /** A question was raised where nobody looks: whatever stands over the conversation has to go. */
  onAsked: () => void,
): Shell => {
  const [sheet, setSheet] = useState<Sheet>(null);
  const [chat, setChat] = useChoice("chat");
  const [sidebar, setSidebar] = useChoice("sidebar");

  const showChat = useCallback(() => {
    setHalf("chat");
    if (chat === "gone") setChat("narrow");
  }, [chat, setChat, setHalf]);
  const goToChat = useCallback(() => {
    // At once, or the next keys a fast typist presses go nowhere: what is hidden cannot take the focus.
    flushSync(showChat);
    focusOn("chat-input");
  }, [showChat]);
  const goToLine = useCallback(() => {
    const to = placeOfLine(place, over, matchMedia(oneColumn).matches);
    flushSync(() => {
      setHalf("tasks");
      if (to !== null) go(to);
    });
    focusOn("quick-add");
  }, [setHalf, go, place, over]);
  const toggleLists = (): void => {
    if (matchMedia(roomForLists).matches) setSidebar(sidebar === "shown" ? "hidden" : "shown");
    else setSheet("lists");
  };

  const keys = useMemo(
    () => ({
      "/": goToChat,
      n: goToLine,
      q: goToLine,
      t: () => pickDue(over?.is === "task" ? over.id : null),
      "?": () => setSheet("keys"),
      "g a": () => go({ is: "all" }),
      "g i": () => go({ is: "inbox" }),
      "g t": () => go({ is: "today" }),
      "g u": () => go({ is: "upcoming" }),
      "g d": () => go({ is: "done" }),
      "g f": () => go({ is: "filter", line: "" }),
    }),
    [go, goToChat, goToLine, over],
  );
  useKeys(keys);
  useFindKey(() => setSheet("find"));
  useUndoKeys(
    () => void rewind.undoLast(),
    () => void rewind.redoLast(),
  );

  // A question raised by an undo would stand where nobody looks: in the other half of a phone, in a chat that is gone, or behind the history.
  const { asked } = useSyncExternalStore(store.subscribe, store.read);
  const answered = useRef(asked);
  const onQuestion = useEffectEvent(() => {
    showChat();
    onAsked();
  });
  useEffect(() => {
    if (asked === answered.current) return;
    answered.current = asked;
    onQuestion();
  }, [asked]);

  return {
    sheet,
    setSheet,
    chat,
    setChat,
    sidebar,
    goToChat,
    goToLine,
    toggleLists,
  };
};

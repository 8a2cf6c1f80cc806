// What stands where no task does: why, and what to do about it. Called by list.tsx.
import type { ReactNode } from "react";
import type { Place } from "../../places/place.ts";
import { listsWords } from "../../words/lists.ts";

type Words = { head: string; text: ReactNode };

const ClearList = ({ onChat }: { onChat: () => void }) => {
  const { before, chat, after } = listsWords.empty.all;
  return (
    <>
      {before}{" "}
      <button className="link" type="button" onClick={onChat}>
        {chat}
      </button>
      {after}
    </>
  );
};

const wordsOf = (place: Place, onChat: () => void): Words => {
  const { empty } = listsWords;
  switch (place.is) {
    case "all":
      return { head: empty.all.head, text: <ClearList onChat={onChat} /> };
    case "project":
    case "tag":
      return { head: empty[place.is].head(place.name), text: empty[place.is].text };
    case "saved":
      return empty.filter;
    default:
      return empty[place.is];
  }
};

export const Empty = ({ place, onChat }: { place: Place; onChat: () => void }) => {
  const { head, text } = wordsOf(place, onChat);
  return (
    <div className="empty">
      <p className="empty__head">{head}</p>
      <p>{text}</p>
    </div>
  );
};

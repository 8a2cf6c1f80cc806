// What stands where no task does: why, and what to do about it. Called by list.tsx.
import type { ReactNode } from "react";
import type { Place } from "../../places/place.ts";

type Words = { head: string; text: ReactNode };

const words = (place: Place, onChat: () => void): Words => {
  switch (place.is) {
    case "all":
      return {
        head: "A clear list.",
        text: (
          <>
            Add a task above, or{" "}
            <button className="link" type="button" onClick={onChat}>
              say it in the chat
            </button>
            : “Create a task to buy groceries tomorrow 5pm #home p1”.
          </>
        ),
      };
    case "inbox":
      return {
        head: "The inbox is empty.",
        text: "What has no project yet lands here. Write #name while you add a task to put it into a project at once.",
      };
    case "today":
      return {
        head: "Nothing left today.",
        text: "What is due today or late stands here. A task added here is due today; write another day to plan ahead.",
      };
    case "upcoming":
      return {
        head: "Nothing planned.",
        text: "Write a day while you add a task: “call mum friday 10:00”.",
      };
    case "done":
      return {
        head: "Nothing done lately.",
        text: "What you complete stands here, by day. Open it again there if it was too early.",
      };
    case "project":
      return {
        head: `Nothing in ${place.name}.`,
        text: "A task added here is in this project.",
      };
    case "tag":
      return { head: `Nothing has @${place.name}.`, text: "A task added here gets the tag." };
    case "filter":
    case "saved":
      return {
        head: "No task fits.",
        text: "For example: overdue & p1, #home | @errand, due before: friday & !@waiting",
      };
    case "trash":
      return {
        head: "The trash is empty.",
        text: "What you delete stays here for 30 days and can be restored.",
      };
  }
};

export const Empty = ({ place, onChat }: { place: Place; onChat: () => void }) => {
  const { head, text } = words(place, onChat);
  return (
    <div className="empty">
      <p className="empty__head">{head}</p>
      <p>{text}</p>
    </div>
  );
};

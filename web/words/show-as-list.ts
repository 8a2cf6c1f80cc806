// The way from an answer that lists tasks to the list of them. Called by views/chat/reply.tsx.
import { area } from "./language.ts";

export const showAsList = area("showAsList", {
  label: "Show as list",
  title: (line: string) => `Shows tasks that are: ${line}`,
});

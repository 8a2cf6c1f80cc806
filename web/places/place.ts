// Where on the page one is: the address and what it means, both ways. Pure; called by views/use-place.ts and the views.
import { findWords } from "../words/find.ts";

/** A list of tasks. `filter` is one in the filter language (domain/filter), typed or saved. */
export type Place =
  | { is: "all" | "inbox" | "today" | "upcoming" | "done" | "trash" }
  | { is: "project" | "tag"; name: string }
  | { is: "saved"; id: string }
  | { is: "filter"; line: string };

/** What stands over the list: one task, or the person's own things. */
export type Over = { is: "task"; id: string } | { is: "settings" } | { is: "account" };

/** An address says one of the two; what is `over` has the list behind it that one came from. */
export type Address = { place: Place } | { over: Over };

const plain = ["all", "inbox", "today", "upcoming", "done", "trash"] as const;
type Plain = (typeof plain)[number];

export const home: Place = { is: "all" };

const isPlain = (word: string): word is Plain => (plain as readonly string[]).includes(word);

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a % that was typed by hand
  }
};

/** What an address means; null: nothing here has it. `search` with or without its question mark. */
export const readAddress = (path: string, search = ""): Address | null => {
  const line = new URLSearchParams(search).get("q");
  const [first = "", second = "", ...rest] = path.split("/").slice(1);
  const name = decoded(second);
  if (rest.some((part) => part !== "")) return null;
  if (line !== null && ["", "all", "filter"].includes(first) && name === "")
    return { place: { is: "filter", line } };
  if (first === "") return { place: home };
  if (name === "") return readWord(first);
  if (first === "project" || first === "tag") return { place: { is: first, name } };
  if (first === "filter") return { place: { is: "saved", id: name } };
  return first === "task" ? { over: { is: "task", id: name } } : null;
};

const readWord = (word: string): Address | null => {
  if (isPlain(word)) return { place: { is: word } };
  if (word === "filter") return { place: { is: "filter", line: "" } };
  return word === "settings" || word === "account" ? { over: { is: word } } : null;
};

/** The address of a list. */
export const pathOf = (place: Place): string => {
  switch (place.is) {
    case "all":
      return "/";
    case "project":
    case "tag":
      return `/${place.is}/${encodeURIComponent(place.name)}`;
    case "saved":
      return `/filter/${encodeURIComponent(place.id)}`;
    case "filter":
      return place.line === "" ? "/filter" : `/filter?q=${encodeURIComponent(place.line)}`;
    default:
      return `/${place.is}`;
  }
};

/** The address of what stands over a list. */
export const pathOver = (over: Over): string =>
  over.is === "task" ? `/task/${encodeURIComponent(over.id)}` : `/${over.is}`;

/** The list of an address that is kept to come back to; the first one where it is none. */
export const placeAt = (address: string | null): Place => {
  const [path = "/", search = ""] = (address ?? "/").split("?");
  const read = readAddress(path, search);
  return read !== null && "place" in read ? read.place : home;
};

/** The address that stands for an old one, or null where it is not old: a task was once `/?task=…`. */
export const renewed = (path: string, search: string): string | null => {
  const task = new URLSearchParams(search).get("task");
  return path === "/" && task !== null && task !== "" ? pathOver({ is: "task", id: task }) : null;
};

/** The name of a list. */
export const titleOf = (place: Place): string => {
  if (place.is === "project") return place.name;
  if (place.is === "tag") return `@${place.name}`;
  if (place.is === "filter" || place.is === "saved") return findWords.filter;
  return findWords.places[place.is];
};

/** Whether one adds to a list: it has the line for a new task. */
export const isAdding = ({ is }: Place): boolean => is !== "trash" && is !== "done";

/**
 * Where to go so that the line for a new task can be typed in; null: it is there. Where `isNarrow`, an open task stands over it.
 */
export const placeOfLine = (place: Place, over: Over | null, isNarrow: boolean): Place | null => {
  if (!isAdding(place)) return home;
  return isNarrow && over?.is === "task" ? place : null;
};

/** Names what is remembered of a list: how it is sorted and grouped. */
export const keyOf = (place: Place): string =>
  "name" in place ? `${place.is}/${place.name.toLowerCase()}` : "id" in place ? place.id : place.is;

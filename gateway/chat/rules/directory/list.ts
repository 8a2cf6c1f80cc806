// "list my projects", "what tags do I have?", "how many projects are there", "list my filters". Called by directory.ts.
import type { Interpretation } from "../../interpretation.ts";
import type { Scene } from "../../scene.ts";
import { countOf, talk } from "../../asking.ts";
import { type Listed, listedOf } from "./names.ts";

const kind = "(?<kind>projects|tags|labels|(?:saved\\s+)?filters)";
const asks = new RegExp(
  `^(?:(?:please\\s+|can\\s+you\\s+)?(?:list|show|give|display|name|tell|see|view)(?:\\s+me)?|what|which|what['’]?s|what\\s+are|how\\s+many|do\\s+i\\s+have)?\\s*(?:all\\s+)?(?:of\\s+)?(?:my\\s+|the\\s+|any\\s+)?${kind}(?:\\s+(?:do\\s+i\\s+have|have\\s+i|i\\s+have|are\\s+there|there\\s+are|exist))?(?:\\s+please)?$`,
  "iu",
);

/** A list in words; nothing of it is a task, so nothing is shown as one. */
export const listDirectory = (said: string, scene: Scene): Interpretation | null => {
  const word = asks.exec(said)?.groups?.["kind"]?.toLowerCase();
  if (word === undefined) return null;
  if (word.endsWith("filters")) return listFilters(scene);
  return word === "projects" ? listProjects(scene) : listTags(scene);
};

const listProjects = (scene: Scene): Interpretation => {
  const all = listedOf("project", scene);
  const shown = all.filter(({ archived }) => !archived);
  const hidden = all.length - shown.length;
  const more = hidden > 0 ? `\n${hidden} more ${hidden === 1 ? "is" : "are"} in the archive.` : "";
  if (all.length === 0)
    return talk(
      "You have no projects yet. “Add a project Garden” makes one, and so does “#Garden” in a task.",
    );
  return talk(`You have ${counted(shown.length, "project")}${linesOf(shown, "#")}${more}`);
};

const listTags = (scene: Scene): Interpretation => {
  const all = listedOf("tag", scene);
  return all.length === 0
    ? talk("You have no tags yet. “@errand” in a task makes one.")
    : talk(`You have ${counted(all.length, "tag")}${linesOf(all, "@")}`);
};

const listFilters = ({ directory: { filters } }: Scene): Interpretation => {
  if (filters.length === 0)
    return talk("You have no saved filters yet. “Save filter Soon: today | overdue” makes one.");
  const lines = filters.map(({ name, query }) => `\n• ${name}: ${query}`).join("");
  return talk(`You have ${counted(filters.length, "saved filter")}:${lines}`);
};

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? "" : "s"}`;

/** More than these nobody reads in a conversation. */
const mostLines = 50;

const linesOf = (all: Listed[], sign: string): string => {
  if (all.length === 0) return ".";
  const lines = all
    .slice(0, mostLines)
    .map(({ name, open }) => `\n• ${sign}${name}${open > 0 ? ` (${countOf(open)})` : ""}`);
  const rest = all.length - lines.length;
  return `:${lines.join("")}${rest > 0 ? `\n… and ${rest} more` : ""}`;
};

// The headings within a project. Pure. Called by decide.ts.
import type { DirectoryCommand } from "../../../domain/directory/command.ts";
import type { Section } from "../../../domain/directory/directory.ts";
import { isSameLabel } from "../../../domain/label-key.ts";
import { ok, refuse, type Result } from "../../../domain/result.ts";
import { withoutUndefined } from "../../task/decide/apply.ts";
import { inOrder, isTaken, lastPosition, unknown } from "./records.ts";

type Order<T extends DirectoryCommand["type"]> = Extract<DirectoryCommand, { type: T }>;

const most = 50;

/** The sections with a new one. Refused with `conflict` when one has the name. */
export const createSection = (
  sections: Section[],
  { sectionId: id, fields }: Order<"section.create">,
): Result<Section[]> => {
  if (sections.some((one) => one.id === id)) return ok(sections);
  if (sections.length >= most)
    return refuse("conflict", `a project has at most ${most} sections; delete one first`);
  const { name, position = lastPosition(sections) } = fields;
  return named(sections, { id, name, position });
};

export const changeSection = (
  sections: Section[],
  { section, changes }: Order<"section.change">,
): Result<Section[]> => {
  const known = findSection(sections, section);
  return known ? named(sections, { ...known, ...withoutUndefined(changes) }) : unknown("section");
};

export const deleteSection = (
  sections: Section[],
  { section }: Order<"section.delete">,
): Result<Section[]> => {
  const known = findSection(sections, section);
  return known ? ok(sections.filter((one) => one !== known)) : unknown("section");
};

const findSection = (sections: Section[], ref: string): Section | undefined =>
  sections.find(({ id }) => id === ref) ?? sections.find(({ name }) => isSameLabel(name, ref));

const named = (sections: Section[], section: Section): Result<Section[]> => {
  const others = sections.filter(({ id }) => id !== section.id);
  const taken = others.find(({ name }) => isSameLabel(name, section.name));
  return taken ? isTaken("section", taken.name) : ok(inOrder([...others, section]));
};

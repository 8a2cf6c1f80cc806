// What one change did to the sections of a project is taken back from those there are by now, section by section. Pure. Called by back.ts.
import type { Changes } from "../../../domain/changes.ts";
import { Section } from "../../../domain/directory/directory.ts";
import { labelKey } from "../../../domain/label-key.ts";
import { ok, type Result } from "../../../domain/result.ts";
import { inOrder, isTaken } from "./records.ts";

type Change = Changes[string];

/**
 * A name or place goes back where it is still the one that the change gave; what it made goes while it is called so, what it took away comes
 * back. Refused with `conflict` when a name that would come back is another section's by now.
 */
export const sectionsBack = (now: Section[], change: Change): Result<Section[]> => {
  const [before, after] = [sectionsIn(change.before), sectionsIn(change.after)];
  const kept = now.flatMap((section): Section[] => {
    const made = after.find(({ id }) => id === section.id);
    const former = before.find(({ id }) => id === section.id);
    if (!made) return [section];
    if (!former) return section.name === made.name ? [] : [section];
    const name = section.name === made.name ? former.name : section.name;
    const position = section.position === made.position ? former.position : section.position;
    return [{ ...section, name, position }];
  });
  const isThere = ({ id }: Section) => [...now, ...after].some((one) => one.id === id);
  const all = inOrder([...kept, ...before.filter((one) => !isThere(one))]);
  const twice = all.find(({ name }, n) =>
    all.slice(0, n).some((one) => labelKey(one.name) === labelKey(name)),
  );
  return twice ? isTaken("section", twice.name) : ok(all);
};

const sectionsIn = (value: unknown): Section[] => Section.array().safeParse(value).data ?? [];

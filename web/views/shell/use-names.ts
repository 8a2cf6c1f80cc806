// Projects, tags and saved filters as they are listed: those with a record in their order, then names that only tasks hold. Called by sidebar.tsx and
// the search.
import { useMemo } from "react";
import { countNames, listProjects, listTags } from "../../../domain/directory/listed.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { useAppState } from "../context.ts";
import type { Name } from "./names.tsx";

export const useNames = (
  tasks: readonly VisibleTask[],
): { projects: Name[]; tags: Name[]; filters: Name[] } => {
  const { directory } = useAppState();
  return useMemo(() => {
    const held = countNames(tasks);
    return {
      projects: listProjects(directory, held.projects).map((one) => ({
        ...pick(one),
        place: { is: "project", name: one.name },
        archived: one.archived,
      })),
      tags: listTags(directory, held.tags).map((one) => ({
        ...pick(one),
        place: { is: "tag", name: one.name },
      })),
      filters: directory.filters.map(({ id, ...one }) => ({
        ...pick({ ...one, id, open: 0 }),
        place: { is: "saved", id },
        query: one.query,
      })),
    };
  }, [directory, tasks]);
};

type Listed = {
  id: string | null;
  version: number;
  name: string;
  colour: Name["colour"];
  open: number;
};

const pick = ({ id, version, name, colour, open }: Listed) => ({
  ref: id ?? name,
  version,
  name,
  colour,
  count: open,
});

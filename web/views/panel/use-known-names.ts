// The names a field completes: those of the sidebar first, then what only tasks hold. Called by properties.tsx.
import { useMemo } from "react";
import type { Project } from "../../../domain/directory/directory.ts";
import { known } from "../../pick/matches.ts";
import { type Names, namesIn } from "../../quick-add/names.ts";
import { useAppState } from "../context.ts";

const merge = (named: readonly { name: string }[], others: readonly string[]): string[] => {
  const first = named.map(({ name }) => name);
  return [...first, ...others.filter((name) => known(name, first) === undefined)];
};

/** Archived projects are offered no more. `records` are the projects that have more than a name. */
export const useKnownNames = (): Names & { records: readonly Project[] } => {
  const { directory, tasks } = useAppState();
  return useMemo(() => {
    const { projects: records, tags } = directory;
    const held = namesIn(tasks.values());
    const archived = records.filter((one) => one.archived).map(({ name }) => name);
    return {
      records,
      projects: merge(records, held.projects).filter((name) => known(name, archived) === undefined),
      tags: merge(tags, held.tags),
      people: held.people,
    };
  }, [directory, tasks]);
};

// What can be done to the sections of a project, each with one way back. Called by section-edit.tsx and section-add.tsx.
import { positionsFor } from "../../lists/positions.ts";
import type { Heading } from "../../lists/sections.ts";
import { newId } from "../../api/punctual.ts";
import type { Ticket } from "../../api/request.ts";
import { same } from "../../places/belongs.ts";
import { listWords } from "../../words/list.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { useChange } from "../directory/use-change.ts";

/** Another request of the same change. */
const again = (ticket: Ticket): Ticket => ({ ...ticket, key: newId() });

export const useSections = (project: string) => {
  const { punctual } = useWorkspace();
  const { directory } = useAppState();
  const { change, isBusy, problem } = useChange();
  const routes = punctual.directory;
  const record = directory.projects.find(({ name }) => same(name, project));
  const sections = record?.sections ?? [];
  const ref = record?.id ?? project;

  /** A heading that only tasks have gets its record first; both go back together. */
  const recorded = async (heading: Heading, ticket: Ticket) => {
    if (heading.id !== null) return { ok: true as const, id: heading.id };
    const id = newId();
    const made = await routes.createSection(ref, { id, name: heading.name }, again(ticket));
    return made.ok ? { ok: true as const, id } : made;
  };

  return {
    isBusy,
    problem,
    /** Where it stands among those that have a record; -1: nowhere. */
    placeOf: ({ id }: Heading): number => sections.findIndex((one) => one.id === id),
    count: sections.length,
    add: (name: string) =>
      change(
        (ticket) => routes.createSection(ref, { name }, ticket),
        listWords.section.added(name),
      ),
    rename: (heading: Heading, name: string) =>
      change(
        async (ticket) => {
          const at = await recorded(heading, ticket);
          return at.ok ? routes.changeSection(ref, at.id, { name }, ticket) : at;
        },
        listWords.section.renamed(heading.name, name),
      ),
    remove: (heading: Heading) =>
      change(async (ticket) => {
        const at = await recorded(heading, ticket);
        return at.ok ? routes.deleteSection(ref, at.id, ticket) : at;
      }, listWords.section.removed(heading.name)),
    /** One place up or down. */
    move: (heading: Heading, by: 1 | -1) =>
      change(async (ticket) => {
        const from = sections.findIndex(({ id }) => id === heading.id);
        const one = sections.slice(from, from + 1);
        const wanted = sections.toSpliced(from, 1).toSpliced(from + by, 0, ...one);
        const next = [...positionsFor(wanted, new Set(one.map(({ id }) => id)))];
        const send = (at: number): ReturnType<typeof routes.changeSection> => {
          const [id, position] = next[at] ?? ["", 0];
          return routes.changeSection(ref, id, { position }, at === 0 ? ticket : again(ticket));
        };
        let answer = await send(0);
        for (let at = 1; answer.ok && at < next.length; at += 1) answer = await send(at);
        return answer;
      }, listWords.section.moved(heading.name)),
  };
};

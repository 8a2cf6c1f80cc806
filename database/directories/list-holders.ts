// Which tasks hold a name, wherever they stand: open, over or in the trash. Called where a project, a section or a tag gets another name or goes.
import type { Id } from "../../domain/ids.ts";
import { labelKey } from "../../domain/label-key.ts";
import { prepared, type Queryable } from "../pool.ts";
import { terms } from "../tasks/words.ts";

/** A section is one of `project`. */
export type Held =
  | { of: "project" | "tag"; name: string }
  | { of: "section"; name: string; project: string };

/** A task with a name. `shelf`: 0 open, 1 over, 2 in the trash. */
export type Holder = { id: Id; shelf: 0 | 1 | 2 };

const statement = prepared(
  "list-holders",
  `
with found as materialized (select id, owner_id, shelf, doc, project_key, tag_keys from tasks where search @@ $2::tsquery)
select id, shelf, doc ->> 'section' as section from found
where owner_id = $1 and (project_key = $3 or $4 = any (tag_keys))
order by id limit $5`,
);

/** At most `limit` tasks with the name, in the order of their ids. */
export const listHolders = async (
  db: Queryable,
  { ownerId, held, limit }: { ownerId: Id; held: Held; limit: number },
): Promise<Holder[]> => {
  const isTag = held.of === "tag";
  const label = held.of === "section" ? held.project : held.name;
  const term = isTag ? terms.tag(ownerId, label) : terms.project(ownerId, label);
  const key = labelKey(label);
  const values = [ownerId, term, isTag ? null : key, isTag ? key : null, limit];
  const { rows } = await db.query<Holder & { section: string | null }>(statement(values));
  return held.of === "section"
    ? rows.filter(({ section }) => section !== null && labelKey(section) === labelKey(held.name))
    : rows;
};

// How often projects and tags stand on a person's open tasks. Called by GET /projects and /tags, and by the chat.
import type { NameCount } from "../../domain/directory/listed.ts";
import type { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";

// Of several spellings the first in the order of the alphabet, as `countNames` has it.
const statement = prepared(
  "count-names",
  `
select 'project' as kind, project_key as key, min((doc ->> 'project') collate "C") as name, count(*)::int as open
from tasks where owner_id = $1 and shelf = 0 and project_key is not null
group by project_key
union all
select 'tag', lower.key, min(tag.name collate "C"), count(*)::int
from tasks
cross join lateral jsonb_array_elements_text(doc -> 'tags') with ordinality as tag (name, place)
cross join lateral (select tag_keys[tag.place::int] as key) lower
where owner_id = $1 and shelf = 0
group by lower.key`,
);

export type Names = { projects: Map<string, NameCount>; tags: Map<string, NameCount> };

type Row = { kind: "project" | "tag"; key: string; name: string; open: number };

/** By the key of the name (`labelKey`). Tasks that are over are not counted. */
export const countNamesOf = async (db: Queryable, ownerId: Id): Promise<Names> => {
  const { rows } = await db.query<Row>(statement([ownerId]));
  const of = (wanted: Row["kind"]) =>
    new Map(
      rows.flatMap(({ kind, key, name, open }) =>
        kind === wanted ? [[key, { name, open }] as const] : [],
      ),
    );
  return { projects: of("project"), tags: of("tag") };
};

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

const found = `
with found as materialized (select id, owner_id, shelf, doc, project_key, tag_keys from tasks where search @@ $2::tsquery)`;

const holders = prepared(
  "list-holders",
  `${found}
select id, shelf from found
where owner_id = $1 and (project_key = $3 or $4 = any (tag_keys)) and ($5::text[] is null or doc ->> 'section' = any ($5))
order by id limit $6`,
);

// PostgreSQL knows other small letters than `labelKey`, so which spellings are the same name is decided here.
const spellings = prepared(
  "list-section-spellings",
  `${found}
select distinct doc ->> 'section' as name from found where owner_id = $1 and project_key = $3 and doc ->> 'section' is not null`,
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
  const names = held.of === "section" ? await spellingsOf(db, [ownerId, term, key], held) : null;
  if (names?.length === 0) return [];
  const values = [ownerId, term, isTag ? null : key, isTag ? key : null, names, limit];
  return (await db.query<Holder>(holders(values))).rows;
};

const spellingsOf = async (
  db: Queryable,
  values: [Id, string, string],
  { name: section }: Held,
): Promise<string[]> => {
  const { rows } = await db.query<{ name: string }>(spellings(values));
  return rows.map(({ name }) => name).filter((name) => labelKey(name) === labelKey(section));
};

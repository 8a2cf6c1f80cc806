// A person's projects, tags and saved filters as the read model has them. Called by GET /projects and the like, the chat and the sockets' snapshots.
import { Directory } from "../../domain/directory/directory.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import type { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";

const statement = prepared("read-directory", "select doc from directories where user_id = $1");

/** The directory; an empty one of a person who never made anything of it. Never older than what a change was answered with. */
export const readDirectory = async (db: Queryable, userId: Id): Promise<Directory> => {
  const [row] = (await db.query<{ doc: unknown }>(statement([userId]))).rows;
  return row === undefined ? emptyDirectory : Directory.parse(row.doc);
};

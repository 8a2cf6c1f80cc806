// What an id is. Ids name actors, Jobs and rows, so they hold only characters Dapr accepts everywhere.
import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import * as z from "zod";

/** A UUID in lower case (RFC 9562). New ids are version 7: they sort by the time they were made. */
export const Id = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    "must be a UUID in lower case, such as 0198c2a4-7b1e-7c3d-9f00-3a5b6c7d8e9f",
  );
export type Id = z.infer<typeof Id>;

/** A new time-ordered id (UUIDv7). */
export const newId = (): Id => uuidv7();

/** The id that belongs to a name within `of`: the same whoever computes it (UUIDv5, RFC 9562 §5.5). */
export const derivedId = (of: Id, name: string): Id => uuidv5(name, of);

/** A UTC instant, RFC 3339 with milliseconds: `2026-12-01T08:00:00.000Z`. */
export const Instant = z.iso.datetime({
  precision: 3,
  error: "must be a UTC instant such as 2026-12-01T08:00:00.000Z",
});
export type Instant = z.infer<typeof Instant>;

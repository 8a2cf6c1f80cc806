// What erasing has to know of a stored task, read even where the rest of it cannot be. Used by store.ts.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";

const nobody = { ownerId: null };

/** Whose it is (null where that cannot be read) and which reminders may have a Job. Reads any value. */
export const LeftOfTask = z
  .object({
    task: z.object({ ownerId: Id.nullable().catch(null) }).catch(nobody),
    reminders: z
      .array(z.object({ reminderId: Id, generation: z.int() }).nullable().catch(null))
      .catch([])
      .transform((all) => all.filter((one) => one !== null)),
  })
  .catch({ task: nobody, reminders: [] });

// What POST /history/undo and /history/redo take, named and with an example for /openapi.json.
import { z } from "zod";
import { OnConflict } from "../../domain/command.ts";
import { Id } from "../../domain/ids.ts";

export const HistoryOrder = z
  .strictObject({
    correlationId: Id.meta({ description: "The one that the changes share." }),
    onConflict: OnConflict.optional().meta({
      description:
        "What to do where a field was changed since: `ask` (default) changes nothing and says what it was, became and is; `keep` leaves it and takes back the rest; `overwrite` puts it back all the same.",
    }),
  })
  .meta({ id: "HistoryOrder", example: { correlationId: "0198c2a4-7b1e-7c3d-9f00-000000000002" } });

// The environment of `node database/migrate.ts`.
import * as z from "zod";
import { DatabaseUrl, readEnvironment } from "../process/config.ts";

const Environment = z.object({ DATABASE_URL: DatabaseUrl });

/** Where the database is; a DATABASE_URL that is missing or wrong ends the process. */
export const readConfig = (): { databaseUrl: string } => ({
  databaseUrl: readEnvironment("migrate", Environment, process.env).DATABASE_URL,
});

// The page's security policy forbids code from text: zod must not even try. Loaded by reader.ts before everything that makes a schema.
import { config } from "zod";

/** How zod is set on the page. */
export const schemaConfig = config({ jitless: true });

// The environment of `node database/migrate.ts`.
import * as z from "zod";

const Environment = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be a PostgreSQL URL such as postgres://user:password@host:5432/punctual",
  }),
});

/** Throws a readable error when DATABASE_URL is missing or wrong. */
export const readConfig = (): { databaseUrl: string } => {
  const env = Environment.safeParse(process.env);
  if (!env.success) throw new Error(`DATABASE_URL ${env.error.issues[0]?.message ?? "is wrong"}`);
  return { databaseUrl: env.data.DATABASE_URL };
};

// What the programs that only containers run read from the environment.
import * as z from "zod";
import { Brokers, DatabaseUrl, optional, Port, readEnvironment } from "../process/config.ts";

const Health = z.object({ PORT: Port, HEALTH_PATH: z.string().startsWith("/") });

/** Where the process of this container says how it is. */
export const readHealthAddress = (): { port: number; path: string } => {
  const { PORT, HEALTH_PATH } = readEnvironment("healthy", Health, process.env);
  return { port: PORT, path: HEALTH_PATH };
};

const Stores = z.object({ DATABASE_URL: DatabaseUrl, KAFKA_BROKERS: optional(Brokers) });

/** Where tables are to be made, and topics; the latter are left alone where no broker is given. */
export const readStores = (): { databaseUrl: string; kafkaBrokers: string[] | undefined } => {
  const { DATABASE_URL, KAFKA_BROKERS } = readEnvironment("migrate", Stores, process.env);
  return { databaseUrl: DATABASE_URL, kafkaBrokers: KAFKA_BROKERS };
};

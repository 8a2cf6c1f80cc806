// What the programs that only containers run read from the environment.
import * as z from "zod";
import { Brokers, DatabaseUrl, optional, readEnvironment } from "../process/config.ts";

const Stores = z.object({ DATABASE_URL: DatabaseUrl, KAFKA_BROKERS: optional(Brokers) });

/** Where tables are to be made, and topics; the latter are left alone where no broker is given. */
export const readStores = (): { databaseUrl: string; kafkaBrokers: string[] | undefined } => {
  const { DATABASE_URL, KAFKA_BROKERS } = readEnvironment("migrate", Stores, process.env);
  return { databaseUrl: DATABASE_URL, kafkaBrokers: KAFKA_BROKERS };
};

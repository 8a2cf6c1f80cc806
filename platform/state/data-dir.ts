// Before step 1: the data directory and its places. Called by setting.ts and the tests.
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** The places in a data directory. All are made with mode 0700 or 0600. */
export type Places = {
  root: string;
  postgres: string;
  kafka: string;
  scheduler: string;
  dapr: string;
  logs: string;
  run: string;
  runFile: string;
  heldFile: string;
  portsFile: string;
  secretsFile: string;
  daprSecretsFile: string;
};

/** Where things are in this data directory. Pure. */
export const placesIn = (root: string): Places => ({
  root,
  postgres: join(root, "postgres"),
  kafka: join(root, "kafka"),
  scheduler: join(root, "scheduler"),
  dapr: join(root, "dapr"),
  logs: join(root, "logs"),
  run: join(root, "run"),
  runFile: join(root, "run", "stack.json"),
  heldFile: join(root, "run", "held.json"),
  portsFile: join(root, "ports.json"),
  secretsFile: join(root, "secrets.json"),
  daprSecretsFile: join(root, "run", "dapr-secrets.json"),
});

/** Makes the directory and its folders, closed to other users. Throws a sentence when it cannot be written. */
export const openDataDir = (root: string): Places => {
  const places = placesIn(root);
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    for (const dir of [places.run, places.logs, places.dapr]) {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
    }
    chmodSync(places.run, 0o700);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`the data directory ${root} cannot be used: ${message}`, { cause: error });
  }
  return places;
};

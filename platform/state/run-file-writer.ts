// While the stack runs: keeps the run file true. Called by stack.ts.
import { appEnv } from "../parts/environments.ts";
import type { Setting } from "../setting.ts";
import { identityOf } from "../supervisor/processes.ts";
import type { PartState } from "../supervisor/supervisor.ts";
import { createPatientFile } from "./patient-file.ts";
import type { RunFile } from "./run-file.ts";

/** `update` writes the file anew with these parts; `ready` sets the instant of readiness; `remove` takes it away. */
export type RunFileWriter = {
  update(parts: Record<string, PartState>): void;
  ready(): void;
  remove(): void;
};

/** What the consumers inherit from our environment and the doctor asks for. */
const mailServer = (): Record<string, string> => {
  const { SMTP_URL, MAIL_FROM } = process.env;
  return SMTP_URL && MAIL_FROM ? { SMTP_URL, MAIL_FROM } : {};
};

const envOf = ({ known, placement, scheduler }: Setting): RunFile["env"] => ({
  DATABASE_URL: known.databaseUrl,
  KAFKA_BROKERS: known.kafkaBrokers,
  DAPR_PLACEMENT: placement,
  DAPR_SCHEDULER: scheduler,
  PUNCTUAL_SECRETS_FILE: known.secretsFile,
  actors: appEnv("actors", known),
  gateway: appEnv("gateway", known),
  consumers: { ...appEnv("consumers", known), ...mailServer() },
});

/**
 * The writer for this setting; the file is there from the first call on, so that a second start can name our address. It never
 * throws: `say` hears when the file cannot be written, and it is tried again.
 */
export const createRunFileWriter = (
  setting: Setting,
  say: (line: string) => void,
): RunFileWriter => {
  const file: RunFile = {
    url: setting.known.url,
    startedAt: new Date().toISOString(),
    readyAt: null,
    supervisorPid: process.pid,
    supervisorIdentity: identityOf(process.pid) ?? "",
    parts: {},
    env: envOf(setting),
  };
  const patient = createPatientFile(setting.places.runFile, { say });
  const write = (): void => patient.put(file);
  write();
  return {
    update(parts) {
      file.parts = parts;
      write();
    },
    ready() {
      file.readyAt = new Date().toISOString();
      write();
    },
    remove: () => patient.remove(),
  };
};

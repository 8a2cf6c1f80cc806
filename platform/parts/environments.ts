// Before step 1: what each app and each sidecar is told. Pure. Called by stack.ts; the run file repeats it for tools.
import { type AppName, sidecarOf } from "./names.ts";

/** What is known before the apps start. `ports` by the names of names.ts; `tokens` are new for every run. */
export type Known = {
  url: string;
  webPort: number;
  dataDir: string;
  ports: Record<string, number>;
  databaseUrl: string;
  kafkaBrokers: string;
  authSecret: string;
  secretsFile: string;
  logLevel: string;
  tokens: Record<AppName, { api: string; app: string }>;
};

type Vars = Record<string, string>;

/** The port an app listens on: the gateway has the page's. */
export const appPort = (app: AppName, { ports, webPort }: Known): number =>
  app === "gateway" ? webPort : (ports[app] ?? 0);

const tokenVars = (app: AppName, { tokens }: Known): Vars => ({
  DAPR_API_TOKEN: tokens[sidecarOf[app]].api,
  APP_API_TOKEN: tokens[app].app,
});

/** What an app reads in its config.ts; what is optional there (SMTP_URL and the like) it inherits from our environment. */
export const appEnv = (app: AppName, known: Known): Vars => {
  const { ports, databaseUrl, kafkaBrokers, authSecret, url, logLevel, dataDir } = known;
  const stores = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: kafkaBrokers };
  return {
    HOST: "127.0.0.1",
    PORT: String(appPort(app, known)),
    DAPR_HTTP_PORT: String(ports[`${sidecarOf[app]}-http`]),
    DAPR_GRPC_PORT: String(ports[`${sidecarOf[app]}-grpc`]),
    LOG_LEVEL: logLevel,
    METRICS_HOST: "127.0.0.1",
    METRICS_PORT: String(ports[`${app}-metrics`] ?? ""),
    NODE_ENV: "production",
    ...tokenVars(app, known),
    ...(app === "actors" ? {} : stores),
    ...(app === "actors" ? {} : { PUBLIC_URL: url }),
    ...(app === "gateway" ? { AUTH_SECRET: authSecret, DATA_DIR: dataDir } : {}),
  };
};

/** What a sidecar and the YAML of components/ (by envRef) read. */
export const sidecarEnv = (app: AppName, known: Known): Vars => ({
  ...tokenVars(app, known),
  KAFKA_BROKERS: known.kafkaBrokers,
  PUNCTUAL_SECRETS_FILE: known.secretsFile,
});

// Which public images Punctual is built on and runs beside. An environment variable of the name puts another in its place.

/** By the variable that replaces it; the Dockerfile and compose.yaml have the same names and defaults. */
export const publicImages = {
  NODE_IMAGE: "node:24.22.3-bookworm-slim",
  RUNTIME_IMAGE: "gcr.io/distroless/cc-debian12:nonroot",
  PAUSE_IMAGE: "registry.k8s.io/pause:3.10.1",
  POSTGRES_IMAGE: "postgres:18.4",
  KAFKA_IMAGE: "apache/kafka:4.1.2",
  DAPR_IMAGE: "daprio/dapr:1.18.3",
  DAPRD_IMAGE: "daprio/daprd:1.18.3",
} as const;
export type ImageVariable = keyof typeof publicImages;

export const imageVariables = Object.keys(publicImages) as ImageVariable[];

/** The image in force. */
export const imageOf = (variable: ImageVariable, env: NodeJS.ProcessEnv = process.env): string =>
  env[variable] || publicImages[variable];

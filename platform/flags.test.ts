import { expect, test } from "vitest";
import { defaultPort, help, parseFlags } from "./flags.ts";

const home = { HOME: "/home/ada" };

test("without flags the data is below the home, outside the clone, and the port is the usual one", () => {
  expect(parseFlags([], home)).toEqual({
    port: defaultPort,
    dataDir: "/home/ada/.local/share/punctual",
    cacheDir: "/home/ada/.cache/punctual",
    logLevel: "info",
    databaseUrl: null,
    kafkaBrokers: null,
    daprPlacement: null,
    daprScheduler: null,
  });
});

test("a flag wins over the environment, and the environment over the XDG folders", () => {
  const env = { ...home, XDG_DATA_HOME: "/xdg", PUNCTUAL_DATA_DIR: "/from-env" };
  expect(parseFlags(["--data-dir", "/from-flag"], env)).toMatchObject({ dataDir: "/from-flag" });
  expect(parseFlags([], env)).toMatchObject({ dataDir: "/from-env" });
  expect(parseFlags([], { ...home, XDG_DATA_HOME: "/xdg" })).toMatchObject({
    dataDir: "/xdg/punctual",
  });
});

test("addresses of engines that run elsewhere are taken from the environment", () => {
  const given = {
    DATABASE_URL: "postgres://a:b@db.example:5432/punctual",
    KAFKA_BROKERS: "k1:9092,k2:9092",
    DAPR_PLACEMENT: "placement:50005",
    DAPR_SCHEDULER: "scheduler:50006",
  };
  expect(parseFlags([], { ...home, ...given })).toMatchObject({
    databaseUrl: given.DATABASE_URL,
    kafkaBrokers: given.KAFKA_BROKERS,
    daprPlacement: given.DAPR_PLACEMENT,
    daprScheduler: given.DAPR_SCHEDULER,
  });
});

test.each([
  [["--port", "80800"], {}, /--port is a number from 0 to 65535, not "80800"/],
  [["--port", "web"], {}, /--port is a number/],
  [["--log-level", "loud"], {}, /--log-level is one of debug, info, warn, error/],
  [["--speed"], {}, /--speed/],
  [["now"], {}, /now/],
  [[], { DATABASE_URL: "mysql://x" }, /DATABASE_URL is a URL such as postgres:/],
  [[], { KAFKA_BROKERS: "http://k:9092" }, /KAFKA_BROKERS is host:port/],
])("what is wrong is named: %j %j", (args, env, message) => {
  expect(() => parseFlags(args, { ...home, ...env })).toThrow(message);
});

test("--help explains every flag", () => {
  expect(parseFlags(["--help"], home)).toBe("help");
  for (const flag of ["--port", "--data-dir", "--cache-dir", "--log-level"])
    expect(help).toContain(flag);
});

// `npm run doctor` on a stack that is well and on one where things are broken.
import { once } from "node:events";
import { createServer } from "node:net";
import { Kafka, logLevel } from "kafkajs";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../tests/command.ts";
import { startMailServer } from "../tests/mail-server.ts";
import { sharedStack } from "../tests/stack.ts";

const stack = sharedStack();
const smtpPort = Number(process.env["PUNCTUAL_TEST_SMTP_PORT"]);
const doctor = () => run("platform/doctor.ts", ["--data-dir", stack.dataDir], {});
const namesOf = (stdout: string, verdict: "ok" | "WRONG"): string[] =>
  stdout.split("\n").flatMap((line) => {
    const [, name] = new RegExp(`^${verdict}\\s+(.{14}) `).exec(line) ?? [];
    return name === undefined ? [] : [name.trim()];
  });

/** How long the topic task-updates is kept, in ms. */
const keepUpdates = async (retentionMs: number): Promise<void> => {
  const brokers = [stack.env.KAFKA_BROKERS];
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const configEntries = [{ name: "retention.ms", value: String(retentionMs) }];
  await admin.alterConfigs({
    validateOnly: false,
    resources: [{ type: 2, name: "task-updates", configEntries }],
  });
  await admin.disconnect();
};

test("on a healthy stack every line is ok and the exit code 0", async () => {
  const mail = await startMailServer({}, smtpPort);
  onTestFinished(() => mail.close());
  await stack.waitHealthy();
  const { code, stdout, stderr } = await doctor();
  const wrong = stdout.split(/^(?=ok|WRONG)/m).filter((lines) => lines.startsWith("WRONG"));
  expect({ code, stderr, wrong }).toEqual({ code: 0, stderr: "", wrong: [] });
  const seen = namesOf(stdout, "ok");
  const machine =
    "node, time zones, disk, gateway, parts, ports, clock, postgresql, tables, reminders";
  const engines = "kafka, topics, placement, scheduler, dapr actors, dapr consumers, mail, push";
  for (const name of `${machine}, ${engines}`.split(", ")) expect(seen).toContain(name);
  expect(stdout).toContain("All is well");
});

test("on a broken one each broken thing is named with what to do, what works stays ok, and the exit code is 1", async () => {
  await stack.hold("consumers");
  onTestFinished(() => stack.release("consumers"));
  await keepUpdates(60_000);
  onTestFinished(() => keepUpdates(86_400_000));
  const { code, stdout } = await doctor();
  expect(code).toBe(1);
  const wrong = namesOf(stdout, "WRONG");
  for (const name of ["parts", "ports", "topics", "mail"]) expect(wrong).toContain(name);
  for (const name of ["postgresql", "tables", "kafka", "dapr actors", "placement", "disk"])
    expect(namesOf(stdout, "ok")).toContain(name);
  expect(stdout).toContain("consumers does not run: its log is in the data directory");
  expect(stdout).toContain(
    "task-updates keeps less than a day, not 1 days; the next start makes them right",
  );
  expect(stdout).toMatch(/ECONNREFUSED.*look at SMTP_URL/);
});

test("without a stack it says so and looks at the machine alone", async () => {
  const { code, stdout } = await run("platform/doctor.ts", ["--data-dir", "/nowhere/at/all"], {
    DATABASE_URL: "",
    KAFKA_BROKERS: "",
    SMTP_URL: "",
  });
  expect(code).toBe(0);
  expect(stdout).toContain("not running with the data in /nowhere/at/all");
});

test("what the environment names is looked at where no stack runs here", async () => {
  const { code, stdout } = await run("platform/doctor.ts", ["--data-dir", "/nowhere/at/all"], {
    DATABASE_URL: stack.env.DATABASE_URL,
    KAFKA_BROKERS: "127.0.0.1:1",
  });
  expect(code).toBe(1);
  expect(namesOf(stdout, "ok")).toContain("postgresql");
  expect(namesOf(stdout, "WRONG")).toEqual(["kafka", "topics"]);
});

test("a sidecar that takes connections and says nothing is named, and the doctor ends", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as { port: number };
  const { code, stdout } = await run("platform/doctor.ts", ["--data-dir", "/nowhere/at/all"], {
    DATABASE_URL: "",
    KAFKA_BROKERS: "",
    DAPR_HTTP_PORT: String(port),
  });
  expect(code).toBe(1); // -1: it had to be killed
  expect(namesOf(stdout, "WRONG")).toEqual(["dapr here"]);
});

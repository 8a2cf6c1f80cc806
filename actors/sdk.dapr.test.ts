// Any Dapr app can call our actors: the SDK's own proxies, over HTTP and over gRPC, get the answers that our client gets.
import { ActorId, ActorProxyBuilder, type DaprClient } from "@dapr/dapr";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CommandEnvelope, TaskCommand } from "../domain/command.ts";
import { type Id, newId } from "../domain/ids.ts";
import type { TaskReply } from "../domain/reply.ts";
import { openClient, readMetadata } from "../sidecar/sdk.ts";
import { startActors, type TestActors } from "../tests/actor-host.ts";

/** What the builder takes of a class is its name, the actor's type. */
const named = (name: string) => ({ name }) as never;
type Methods = Record<string, (argument?: unknown) => Promise<unknown>>;

let host: TestActors;
const clients: DaprClient[] = [];
beforeAll(async () => {
  host = await startActors();
}, 120_000);
afterAll(async () => {
  await Promise.all(clients.map((client) => client.stop()));
  await host?.stop();
}, 60_000);

const clientOf = (protocol: "http" | "grpc"): DaprClient => {
  const { httpPort, grpcPort, apiToken } = host.sidecar;
  const client = openClient({
    port: protocol === "http" ? httpPort : grpcPort,
    apiToken,
    protocol,
  });
  clients.push(client);
  return client;
};
/** Calls, not proxies, leave here: a proxy answers to `then` as well, so no promise could hold one. */
const callerOf = (protocol: "http" | "grpc") => {
  const client = clientOf(protocol);
  const builders = {
    TaskActor: new ActorProxyBuilder<Methods>(named("TaskActor"), client),
    UserActor: new ActorProxyBuilder<Methods>(named("UserActor"), client),
  };
  return (type: keyof typeof builders, id: Id, method: string, ...argument: unknown[]) =>
    builders[type].build(new ActorId(id))[method]?.(...argument);
};

const envelope = (command: TaskCommand, actorId: Id): CommandEnvelope => ({
  v: 1,
  command,
  origin: {
    commandId: newId(),
    correlationId: newId(),
    causationId: newId(),
    actorId,
    source: "rest",
    device: null,
    traceparent: null,
  },
});

for (const protocol of ["http", "grpc"] as const) {
  test(`over ${protocol} a task is made, read, refused to a stranger and completed as by our client`, async () => {
    const call = callerOf(protocol);
    const [taskId, userId] = [newId(), newId()];
    const create = envelope(
      { type: "task.create", taskId, fields: { title: "by the SDK" } },
      userId,
    );
    const made = (await call("TaskActor", taskId, "execute", create)) as TaskReply;
    expect(made).toMatchObject({
      ok: true,
      task: { title: "by the SDK", version: 1 },
      repeated: false,
    });
    // The same command by our client is known, and its answer is the same task.
    const again = await host.actors.execute(create);
    expect(again).toEqual({ ...made, repeated: true });

    const read = await host.actors.readTask({ taskId, userId });
    expect(await call("TaskActor", taskId, "read", { userId })).toEqual(read);
    const stranger = newId();
    const refused = await host.actors.readTask({ taskId, userId: stranger });
    expect(refused).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await call("TaskActor", taskId, "read", { userId: stranger })).toEqual(refused);

    const complete = envelope({ type: "task.complete", taskId }, userId);
    const done = await host.actors.execute(complete);
    expect(done).toMatchObject({ ok: true, task: { status: "done" } });
    expect(await call("TaskActor", taskId, "execute", complete)).toEqual({
      ...done,
      repeated: true,
    });
  });

  test(`over ${protocol} a person is read as by our client, also without an argument`, async () => {
    const call = callerOf(protocol);
    const userId = newId();
    const command = { type: "user.patch" as const, changes: { timeZone: "Europe/Berlin" } };
    const { origin } = envelope({ type: "task.complete", taskId: newId() }, userId);
    const changed = await call("UserActor", userId, "execute", { v: 1, command, origin });
    expect(changed).toMatchObject({ ok: true, user: { settings: { timeZone: "Europe/Berlin" } } });
    const known = await host.actors.readUser(userId);
    expect(known).toMatchObject({ ok: true });
    expect(await call("UserActor", userId, "read", {})).toEqual(known);
    expect(await call("UserActor", userId, "read")).toEqual(known);
  });

  test(`over ${protocol} a wrong argument, two of them and a method that is not there are refused with a reason`, async () => {
    const call = callerOf(protocol);
    const id = newId();
    await expect(call("TaskActor", id, "read", { userId: "nobody" })).rejects.toThrow(/400/);
    await expect(call("TaskActor", id, "read", { userId: newId() }, {})).rejects.toThrow(
      /one argument/,
    );
    await expect(call("TaskActor", id, "fly", {})).rejects.toThrow(/no method fly/);
  });
}

test("the SDK's metadata say which sidecar it is, its version and its components", async () => {
  const { httpPort, apiToken } = host.sidecar;
  expect(await readMetadata({ port: httpPort, apiToken })).toMatchObject({
    id: "actors",
    version: expect.stringMatching(/^1\.\d+\.\d+/),
    components: [{ name: "statestore", type: "state.postgresql" }],
    actors: expect.arrayContaining([expect.objectContaining({ type: "TaskActor" })]),
  });
});

// Which addresses a person may have us ask, and that no name gets around it.
import type { LookupAddress } from "node:dns";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLookup, isPublicAddress, type Resolve } from "./address-guard.ts";
import { createPost, withoutAnswer } from "./post.ts";

let server: Server;
let port: number;
let asked = 0;
beforeAll(async () => {
  server = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

test.each([
  ["8.8.8.8", true],
  ["93.184.216.34", true],
  ["2606:4700:4700::1111", true],
  ["127.0.0.1", false],
  ["127.255.255.254", false],
  ["0.0.0.0", false],
  ["10.0.0.1", false],
  ["172.16.0.1", false],
  ["172.31.255.255", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["192.0.0.1", false],
  ["192.0.2.1", false],
  ["198.18.0.1", false],
  ["224.0.0.1", false],
  ["240.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:7f00:1", false],
  ["::ffff:8.8.8.8", false],
  ["::127.0.0.1", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["2001::1", false],
  ["fc00::1", false],
  ["fd12:3456::1", false],
  ["fe80::1", false],
  ["fec0::1", false],
  ["ff02::1", false],
  ["2001:db8::1", false],
  ["no address", false],
])("%s is public: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

const letter = (url: string) => ({ url, headers: {}, body: "{}", deadlineMs: 2_000 });
const guarded = (resolve?: Resolve) =>
  createPost({ allowPrivate: false, ...(resolve ? { resolve } : {}) });

/** A resolver that answers with each of these in turn. */
const answering = (...answers: string[][]): Resolve & { questions: string[] } => {
  const questions: string[] = [];
  const resolve: Resolve = (host, _options, callback) => {
    questions.push(host);
    const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    process.nextTick(callback, null, found);
  };
  return Object.assign(resolve, { questions });
};

test.each([
  "http://127.0.0.1",
  "http://127.1",
  "http://2130706433",
  "http://0x7f.0.0.1",
  "http://0177.0.0.1",
  "http://[::1]",
  "http://[::ffff:127.0.0.1]",
  "http://0",
  "http://localhost",
  "http://user:password@127.0.0.1",
])("%s is refused however it is written", async (url) => {
  const before = asked;
  await expect(guarded()(letter(`${url}:${port}/hook`))).rejects.toThrow("is not a public address");
  expect(asked).toBe(before);
});

test("a name with one private address among public ones is refused", async () => {
  const post = guarded(answering(["93.184.216.34", "10.0.0.1"]));
  await expect(post(letter("http://mixed.example/"))).rejects.toThrow("mixed.example is not");
});

test("the socket gets the very addresses that were checked, so a name that rebinds gains nothing", async () => {
  const rebinding = answering(["93.184.216.34", "2606:4700::1"], ["127.0.0.1"]);
  const lookup = createLookup({ allowPrivate: false, resolve: rebinding });
  const find = promisify((done: (error: Error | null, found: string | LookupAddress[]) => void) =>
    lookup("rebinding.example", { all: true }, (error, found) => done(error, found)),
  );
  expect(await find()).toEqual([
    { address: "93.184.216.34", family: 4 },
    { address: "2606:4700::1", family: 6 },
  ]);
  expect(rebinding.questions).toEqual(["rebinding.example"]);
  await expect(find()).rejects.toThrow("rebinding.example is not a public address");
});

test("a request to a name asks the resolver once and connects to nothing else", async () => {
  const before = asked;
  const resolve = answering(["127.0.0.1"]);
  const url = `http://inside.example:${port}/`;
  await expect(guarded(resolve)(letter(url))).rejects.toThrow("is not a public address");
  expect([asked, resolve.questions]).toEqual([before, ["inside.example"]]);
});

test("an installation may allow private addresses", async () => {
  const post = createPost({ allowPrivate: true, resolve: answering(["127.0.0.1"]) });
  expect(await post(letter(`http://inside.example:${port}/`))).toBe(200);
});

test("a refused address is a failure for good, a name without an address one that may heal", async () => {
  const outcomeOf = async (url: string, resolve?: Resolve) =>
    withoutAnswer("the webhook", await guarded(resolve)(letter(url)).catch((e: unknown) => e));
  expect(await outcomeOf("http://10.0.0.1/")).toMatchObject({ permanent: true });
  const unknown: Resolve = (_, __, done) =>
    done(Object.assign(new Error("queryA"), { code: "ENOTFOUND" }), []);
  expect(await outcomeOf("http://gone.example/", unknown)).toEqual({
    ok: false,
    reason: "the webhook could not be reached: ENOTFOUND",
    permanent: false,
  });
});

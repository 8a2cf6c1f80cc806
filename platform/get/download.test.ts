// What a person's network does to a download. Against a real HTTP server on loopback.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { download, fetchChecksum } from "./download.ts";
import {
  type ArchiveServer,
  archiveServer,
  type Sent,
  send,
  silence,
  status,
} from "./fixtures/archive-server.ts";
import { type Machine, machine } from "./fixtures/machine.ts";

const body = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251));
const sha256 = createHash("sha256").update(body).digest("hex");

let server: ArchiveServer;
let here: Machine;
let file: string;

beforeEach(async () => {
  server = await archiveServer();
  here = await machine();
  file = join(here.dir, "downloads", "engine.tgz");
});
afterEach(async () => {
  await server.close();
  await here.remove();
});

const get = (hex = sha256, limits = {}) =>
  download(
    { ...here.ctx, limits: { ...here.ctx.limits, ...limits } },
    {
      url: `${server.url}/engine.tgz`,
      file,
      checksum: { algorithm: "sha256", hex },
      label: "Engine",
    },
  );
const serve = (...answers: Sent[]) =>
  server.on(
    "/engine.tgz",
    ...(answers.map((sent) => send(body, sent)) as [ReturnType<typeof send>]),
  );
/** Resolves when so many percent are on disk. */
const percent = (part: number) => () =>
  vi.waitFor(() => expect(here.lines.join()).toContain(`Engine: ${part} %`), { interval: 5 });
const left = () => readdir(join(here.dir, "downloads"));

describe("a download", () => {
  it("arrives whole, with its progress in percent and MB, and leaves nothing beside it", async () => {
    serve({});
    await get();
    expect(await readFile(file)).toEqual(body);
    expect(await left()).toEqual(["engine.tgz"]);
    expect(here.lines.at(-1)).toBe("Engine: 100 %, 0.2 MB of 0.2 MB");
  });

  it("with a wrong checksum is refused, naming the file, the expected and the got, and removed", async () => {
    serve({ etag: '"a"' });
    const expected = "0".repeat(64);
    await expect(get(expected)).rejects.toThrow(
      `${server.url}/engine.tgz has the wrong sha256 checksum: expected ${expected}, got ${sha256}; the file was removed`,
    );
    expect(await left()).toEqual([]);
  });

  it("that is cut continues at the byte it stopped at when the server can", async () => {
    serve(
      { etag: '"a"', ranges: true, cutAfter: 50_000, beforeCut: percent(25) },
      { etag: '"a"', ranges: true },
    );
    await get();
    expect(server.requests[0]).toBe("/engine.tgz");
    expect(server.requests[1]).toBe("/engine.tgz bytes=50000-");
    expect(await readFile(file)).toEqual(body);
  });

  it("that is cut starts over when the server sends no ranges", async () => {
    serve({ etag: '"a"', cutAfter: 50_000, beforeCut: percent(25) }, { etag: '"a"' });
    await get();
    expect(await readFile(file)).toEqual(body);
  });

  it("that is cut starts over when the server tells no version of the file", async () => {
    serve({ ranges: true, cutAfter: 50_000, beforeCut: percent(25) }, { ranges: true });
    await get();
    expect(server.requests).toEqual(["/engine.tgz", "/engine.tgz"]);
    expect(await readFile(file)).toEqual(body);
  });

  it("that is cut starts over when the file has changed meanwhile", async () => {
    const old = { etag: '"old"', ranges: true, cutAfter: 50_000, beforeCut: percent(25) };
    const before = send(Buffer.alloc(body.length, "x"), old);
    server.on("/engine.tgz", before, send(body, { etag: '"new"', ranges: true }));
    await get();
    expect(await readFile(file)).toEqual(body);
  });

  it("that is cut each time gives up after the attempts allowed and says how far it came", async () => {
    serve({ cutAfter: 50_000 });
    await expect(get()).rejects.toThrow(
      /engine\.tgz stopped after .* MB of 0\.2 MB .*, 3 attempts$/,
    );
    expect(server.requests).toHaveLength(3);
    expect(here.lines.filter((line) => line.endsWith("; trying again"))).toHaveLength(2);
  });

  it("left half by an earlier start is continued by the next", async () => {
    serve({ etag: '"a"', ranges: true, cutAfter: 50_000, beforeCut: percent(25) });
    await expect(get(sha256, { attempts: 1 })).rejects.toThrow("1 attempts");
    serve({ etag: '"a"', ranges: true });
    await get();
    expect(server.requests.at(-1)).toBe("/engine.tgz bytes=50000-");
    expect(await readFile(file)).toEqual(body);
  });

  it("left whole by a start that was killed before the last step is used as it is", async () => {
    await mkdir(join(here.dir, "downloads"));
    await writeFile(`${file}.part`, body);
    await writeFile(
      `${file}.part.json`,
      JSON.stringify({ url: `${server.url}/engine.tgz`, validator: '"a"' }),
    );
    serve({ etag: '"a"', ranges: true });
    await get();
    expect(server.requests).toEqual([`/engine.tgz bytes=${body.length}-`]);
    expect(await readFile(file)).toEqual(body);
  });

  it("that stalls is continued after the deadline between two pieces", async () => {
    serve({ etag: '"a"', ranges: true, stallAfter: 50_000 }, { etag: '"a"', ranges: true });
    await get(sha256, { stallMs: 100 });
    expect(here.lines.join()).toContain("nothing came for 0.1 s");
    expect(await readFile(file)).toEqual(body);
  });

  it("that is not there fails at once with the status", async () => {
    await expect(get()).rejects.toThrow("/engine.tgz answered 404, expected 200");
    expect(server.requests).toHaveLength(1);
  });

  it("is tried again when the server is busy", async () => {
    server.on("/engine.tgz", status(503), send(body));
    await get();
    expect(await readFile(file)).toEqual(body);
  });

  it("from a server that takes the call and says nothing ends at its deadline, once", async () => {
    server.on("/engine.tgz", silence);
    await expect(get(sha256, { firstByteMs: 100 })).rejects.toThrow(
      "could not be reached (no answer within 0.1 s)",
    );
    expect(server.requests).toHaveLength(1);
  });

  it("from nowhere fails without a second attempt", async () => {
    const { url } = server;
    await server.close();
    await expect(get()).rejects.toThrow(
      `${url}/engine.tgz could not be reached (connect ECONNREFUSED`,
    );
    expect(here.lines).toEqual([]);
  });

  it("ends with the caller's reason when it is called off", async () => {
    serve({ stallAfter: 10 });
    const off = new AbortController();
    here.ctx.signal = off.signal;
    here.ctx.progress = () => off.abort(new Error("stopped by the person"));
    await expect(get()).rejects.toThrow("stopped by the person");
  });
});

describe("a published checksum", () => {
  const ask = () => fetchChecksum(here.ctx, `${server.url}/sum`, "sha256", "engine.tgz");

  it("is read from its file", async () => {
    server.on("/sum", send(`${sha256}  engine.tgz\n`));
    expect(await ask()).toEqual({ algorithm: "sha256", hex: sha256 });
  });

  it("that is no checksum is refused, naming the address", async () => {
    server.on("/sum", send("<html>please log in</html>"));
    await expect(ask()).rejects.toThrow(`${server.url}/sum holds no sha256 checksum of engine.tgz`);
  });

  it("that never ends is refused", async () => {
    server.on("/sum", send(Buffer.alloc(3_000_000, "a")));
    await expect(ask()).rejects.toThrow("longer than 1 MB");
  });
});

// The cache of engines: whole or absent, one start at a time, healed when something is wrong with it.
import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Machine, machine } from "./fixtures/machine.ts";
import { type Engine, engineDir, install } from "./install.ts";
import { withLock } from "./lock.ts";

const engine: Engine = { name: "engine", version: "1.2.3", recipe: 1 };

let here: Machine;
let dir: string;
beforeEach(async () => {
  here = await machine();
  dir = engineDir(here.ctx, engine);
});
afterEach(() => here.remove());

const make = (text = "one") =>
  vi.fn<(into: string) => Promise<string>>(async (into) => {
    await mkdir(join(into, "bin"));
    await writeFile(join(into, "bin", "engine"), text);
    return "made here";
  });
const installed = () => readFile(join(dir, "bin", "engine"), "utf8");

describe("an engine", () => {
  it("is made once, then comes from the cache", async () => {
    const making = make();
    expect(await install(here.ctx, engine, making)).toEqual({ dir, from: "made here" });
    expect(await install(here.ctx, engine, making)).toEqual({ dir, from: "cache" });
    expect(making).toHaveBeenCalledTimes(1);
    expect(await readdir(dirname(dir))).toEqual(["1.2.3"]);
  });

  it("that could not be made leaves nothing, and the next start tries anew", async () => {
    const failing = async (into: string): Promise<string> => {
      await writeFile(join(into, "half"), "");
      throw new Error("no luck");
    };
    await expect(install(here.ctx, engine, failing)).rejects.toThrow("no luck");
    expect(await readdir(dirname(dir))).toEqual([]);
    expect((await install(here.ctx, engine, make())).from).toBe("made here");
  });

  it.each<[string, () => Promise<unknown>]>([
    ["a file is missing", () => rm(join(dir, "bin", "engine"))],
    ["a file is shorter than it was", () => writeFile(join(dir, "bin", "engine"), "o")],
    ["its list of files is broken", () => writeFile(join(dir, "installed.json"), "{")],
  ])("is made again when %s", async (_, damage) => {
    await install(here.ctx, engine, make());
    await damage();
    expect((await install(here.ctx, engine, make("two"))).from).toBe("made here");
    expect(await installed()).toBe("two");
  });

  it("is made again when the recipe has changed, or another kind of machine shares the home", async () => {
    await install(here.ctx, engine, make());
    expect((await install(here.ctx, { ...engine, recipe: 2 }, make())).from).toBe("made here");
    const list = join(dir, "installed.json");
    await writeFile(list, (await readFile(list, "utf8")).replace(/"(linux|darwin)-/, '"plan9-'));
    expect((await install(here.ctx, { ...engine, recipe: 2 }, make())).from).toBe("made here");
  });

  it("that two starts want at once is made by one, and the other waits and says so", async () => {
    const making = make();
    const both = await Promise.all([
      install(here.ctx, engine, making),
      install(here.ctx, engine, making),
    ]);
    expect(both.map(({ from }) => from).toSorted()).toEqual(["cache", "made here"]);
    expect(making).toHaveBeenCalledTimes(1);
    expect(here.lines).toEqual([`engine: process ${process.pid} is getting it, waiting for that`]);
  });

  it("is made although a start that died left its lock and half its work", async () => {
    await mkdir(`${dir}.new-1`, { recursive: true });
    await writeFile(
      `${dir}.lock`,
      JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), nonce: "" }),
    );
    expect((await install(here.ctx, engine, make())).from).toBe("made here");
    expect(await readdir(dirname(dir))).toEqual(["1.2.3"]);
  });
});

describe("a lock", () => {
  const lock = () => join(here.dir, "a.lock");
  const off = () => AbortSignal.abort(new Error("called off"));
  const hold = (holder: object) => writeFile(lock(), JSON.stringify(holder));
  const take = (signal?: AbortSignal) =>
    withLock(lock(), { onWait: () => {}, signal }, async () => "mine");

  it("of a living process is waited for, until the caller calls off", async () => {
    await hold({ pid: process.pid, host: hostname(), nonce: "theirs" });
    await expect(take(off())).rejects.toThrow("aborted");
    expect(await readFile(lock(), "utf8")).toContain("theirs");
  });

  it("of another host is not judged by the process id", async () => {
    await hold({ pid: 2 ** 22 + 1, host: "elsewhere", nonce: "theirs" });
    await expect(take(off())).rejects.toThrow("aborted");
  });

  it("of another host that has shown no sign for long is taken over", async () => {
    await hold({ pid: 1, host: "elsewhere", nonce: "theirs" });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock(), longAgo, longAgo);
    expect(await take()).toBe("mine");
  });

  it("is given back when the work fails", async () => {
    const work = async () => Promise.reject(new Error("broken"));
    await expect(withLock(lock(), { onWait: () => {} }, work)).rejects.toThrow("broken");
    expect(await take()).toBe("mine");
  });

  it("that never comes free ends in an error naming the file", async () => {
    await hold({ pid: process.pid, host: hostname(), nonce: "theirs" });
    const options = { onWait: () => {}, timeoutMs: 1 };
    await expect(withLock(lock(), options, async () => "mine")).rejects.toThrow(
      `${lock()} is still held by process ${process.pid}`,
    );
  });
});

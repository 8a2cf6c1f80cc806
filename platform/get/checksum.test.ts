// The forms in which projects publish checksums.
import { describe, expect, it } from "vitest";
import { readChecksum } from "./checksum.ts";

const hex = "0123456789abcdef".repeat(4);
const name = "daprd_linux_amd64.tar.gz";
const long = "9DB14BB4".repeat(16);

describe("a checksum file", () => {
  it.each([
    ["coreutils, text mode", `${hex}  ${name}\n`],
    ["coreutils, binary mode", `${hex} *${name}\n`],
    ["the bare hex", `${hex}\n`],
    ["BSD", `SHA256 (${name}) = ${hex}`],
    ["capital letters and Windows line ends", `${hex.toUpperCase()} *${name}\r\n`],
    ["a list of many files", `${"f".repeat(64)}  other.tar.gz\n${hex}  ${name}\n`],
  ])("is read as %s", (_, text) => {
    expect(readChecksum(text, "sha256", name)).toEqual({ algorithm: "sha256", hex });
  });

  it("is read in groups over several lines, as Apache's older releases have it", () => {
    const groups = long.match(/.{8}/g) ?? [];
    const text = `kafka.tgz: ${groups.slice(0, 8).join(" ")}\n           ${groups.slice(8).join(" ")}\n`;
    expect(readChecksum(text, "sha512", "kafka.tgz")?.hex).toBe(long.toLowerCase());
  });

  it.each([
    ["of another file among several", `${hex}  a.tar.gz\n${hex}  b.tar.gz\n`],
    ["of another length", `${hex}00  ${name}\n`],
    ["that is a web page", "<!doctype html><p>404</p>"],
    ["that is empty", ""],
  ])("%s gives none", (_, text) => {
    expect(readChecksum(text, "sha256", name)).toBeNull();
  });
});

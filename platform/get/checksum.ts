// Before step 1: the published checksum of an archive. Called by download.ts and by the parts' release routes.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export type Algorithm = "sha256" | "sha512";
/** `hex` in lower case. */
export type Checksum = { algorithm: Algorithm; hex: string };

const hexLength = { sha256: 64, sha512: 128 } as const;

/**
 * Reads a published checksum file about `fileName`. Knows the forms in use: `<hex>  name` and `<hex> *name`
 * (coreutils, also with many files), `name: AB12 CD34 …` over several lines (gpg --print-md, Apache's older releases),
 * `SHA512 (name) = <hex>` (BSD) and the bare hex. Null when the file says nothing about that name.
 */
export const readChecksum = (
  text: string,
  algorithm: Algorithm,
  fileName: string,
): Checksum | null => {
  const length = hexLength[algorithm];
  const exact = new RegExp(`(?<![0-9a-f])[0-9a-f]{${length}}(?![0-9a-f])`, "i");
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const line =
    lines.find((each) => each.includes(fileName)) ?? (lines.length === 1 ? lines[0] : "");
  const plain = exact.exec((line ?? "").replace(fileName, " "));
  const grouped = (text.split(`${fileName}:`)[1] ?? "").replace(/\s+/g, "");
  const hex =
    plain?.[0] ?? (/^[0-9a-f]+$/i.test(grouped) && grouped.length === length ? grouped : null);
  return hex === null ? null : { algorithm, hex: hex.toLowerCase() };
};

/** Hash of a file, in lower-case hex, read as a stream. */
export const hashFile = async (file: string, algorithm: Algorithm): Promise<string> => {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
};

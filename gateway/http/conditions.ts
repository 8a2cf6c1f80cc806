// ETag and If-Match (RFC 9110 §8.8.3, §13.1.1): the version of a task or of the settings, as HTTP says it.
import { invalid, Refused } from "./refused.ts";

/** Version 3 → `"3"`. */
export const etag = (version: number): string => `"${version}"`;

/**
 * The version a write expects, from `If-Match` and from the body's `expectedVersion`. `*` expects only that the thing
 * exists; of several versions the newest counts. A tag that no version has (none is below `least`) is a `version_mismatch`. Refuses what is no tag, and an
 * `expectedVersion` that differs.
 */
export const expectedVersion = (
  ifMatch: string | undefined,
  inBody: number | undefined,
  least = 1,
): number | undefined => {
  const value = ifMatch?.trim();
  if (value === undefined || value === "*") return inBody;
  if (!tagList.test(value))
    throw invalid("If-Match", 'must be an ETag this server gave, such as "3", or *');
  const versions = versionsIn(value).filter((version) => version >= least);
  if (versions.length === 0)
    throw new Refused({
      code: "version_mismatch",
      message: "If-Match names no version that this ever had",
    });
  const version = Math.max(...versions);
  if (inBody !== undefined && inBody !== version) {
    throw invalid("expectedVersion", `must be ${version} as If-Match says, or be left out`);
  }
  return version;
};

/** True when the caller has this version already, or any (`*`, RFC 9110 §13.1.2), so that 304 is the answer. */
export const isKnown = (ifNoneMatch: string | undefined, version: number): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === "*" || versionsIn(ifNoneMatch).includes(version));

const tag = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/u;
const tagList = new RegExp(`^${tag.source}(?:\\s*,\\s*${tag.source})*$`, "u");

/** A proxy that compresses makes a tag weak (nginx) or writes how behind it (Apache `-gzip`, Jetty `--gzip`): it is the same version still. */
const versionsIn = (tags: string): number[] =>
  [...tags.matchAll(/"(0|[1-9]\d{0,8})(?:[-;]{1,2}[a-z]{1,10})?"/gu)].map(([, version]) =>
    Number(version),
  );

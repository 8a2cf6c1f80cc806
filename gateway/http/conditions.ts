// ETag and If-Match (RFC 9110 §8.8.3, §13.1.1): the version of a task or of the settings, as HTTP says it.
import { invalid } from "./refused.ts";

/** Version 3 → `"3"`. */
export const etag = (version: number): string => `"${version}"`;

/**
 * The version a write expects, from `If-Match` and from the body's `expectedVersion`. `*` expects only that the thing
 * exists. Refuses what is no ETag of ours (none is below `least`), and two that differ.
 */
export const expectedVersion = (
  ifMatch: string | undefined,
  inBody: number | undefined,
  least = 1,
): number | undefined => {
  const value = ifMatch?.trim();
  if (value === undefined || value === "*") return inBody;
  const version = Number(/^"(0|[1-9]\d{0,8})"$/.exec(value)?.[1]);
  if (Number.isNaN(version) || version < least)
    throw invalid("If-Match", 'must be an ETag this server gave, such as "3", or *');
  if (inBody !== undefined && inBody !== version) {
    throw invalid("expectedVersion", `must be ${version} as If-Match says, or be left out`);
  }
  return version;
};

/** True when the caller has this version already, so that 304 is the answer. */
export const isKnown = (ifNoneMatch: string | undefined, version: number): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag(version));

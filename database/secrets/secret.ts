// What is said once and known to its holder only: how it looks, and what of it is stored. Used by the files beside it and by who shows one.
import { createHash, randomInt } from "node:crypto";

/**
 * A recovery code, a link to a new password, one to a new address, an invitation to make an account. Of the first three a person has one
 * of a kind: a new one replaces it.
 */
export type SecretKind = "recovery" | "reset" | "email" | "invitation";

/** Crockford's Base32: without the letters that are read as others. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const groups = 5;
const groupLength = 5;

/** A new one: 125 random bits in five groups of five characters, which a person can copy from paper. */
export const newSecret = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => alphabet.charAt(randomInt(alphabet.length))).join(""),
  ).join("-");

/** The hash under which it is stored, however it was typed (small letters, no dashes, O for 0); null for what is none. */
export const hashOfSecret = (typed: string): Buffer | null => {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const isOne = plain.length === groups * groupLength && /^[0-9A-HJKMNP-TV-Z]+$/.test(plain);
  return isOne ? createHash("sha256").update(plain).digest() : null;
};

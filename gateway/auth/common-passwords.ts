// Passwords that are tried first by whoever guesses. Asked wherever a password is chosen.
import { invalid } from "../http/refused.ts";

/** Loaded with the first password that is chosen: some 30,000 words that nobody else needs. */
let list: Promise<ReadonlySet<string>> | undefined;

const load = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
};

export type Chosen = { password: string; path: string; email?: string; name?: string };

/** Throws `invalid` at `path` for a password of the list, in whatever letters, and for one that is the account's own address or name. */
export const refuseCommon = async ({ password, path, email, name }: Chosen): Promise<void> => {
  const plain = password.toLowerCase().trim();
  const own = [email, email?.split("@")[0], name, "punctual"].map((one) => one?.toLowerCase());
  if (own.includes(plain)) throw invalid(path, "must not be your name or address");
  const common = await (list ??= load());
  const isCommon = common.has(plain) || common.has(plain.replace(/[\d\W_]+$/u, ""));
  if (isCommon || new Set(plain).size < 3)
    throw invalid(path, "is one of the passwords that are guessed first; choose another");
};

// Whether the person who is here goes by another name now.
import { expect, test } from "vitest";
import { renamed } from "./use-fresh-person.ts";

const known = { id: "u1", name: "Ann", email: "ann@example.com" };

test("a name or an address changed elsewhere is learned; what the server says besides is not", () => {
  expect(renamed(known, { ...known })).toBeNull();
  expect(renamed(known, { ...known, name: "Anna", image: null } as typeof known)).toEqual({
    ...known,
    name: "Anna",
  });
});

test("another person, or nobody, is no news of this one", () => {
  expect(renamed(known, null)).toBeNull();
  expect(renamed(known, { ...known, id: "u2", name: "Bob" })).toBeNull();
});

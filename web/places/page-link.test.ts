// Links to this page. Needs nothing.
import { expect, test } from "vitest";
import { readPageLink } from "./page-link.ts";

test("a link is read when it is one, and nothing else is taken for one", () => {
  const code = "01A2B-3C4D5-E6F7G-8H9J0-KMNP1";
  expect(readPageLink(`#reset=${code}`)).toEqual({ is: "reset", code });
  expect(readPageLink(`#invite=${code}`)).toEqual({ is: "invite", code });
  for (const hash of [
    "",
    "#",
    "#reset=",
    "#other=01A2B-3C4D5-E6F7G-8H9J0-KMNP1",
    `#reset=${code}x<script>`,
  ])
    expect(readPageLink(hash)).toBeNull();
});

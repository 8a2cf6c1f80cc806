import { expect, test } from "vitest";
import { createOutages } from "./outages.ts";

const watch = () => {
  const said: [sentence: string, facts: object][] = [];
  const clock = { at: 0 };
  const keep = (facts: object, sentence: string): void => void said.push([sentence, facts]);
  const outages = createOutages({ warn: keep }, { now: () => clock.at });
  return { said, clock, outages };
};

test("an outage that 302 calls meet is one line when it begins and one when it is over", () => {
  const { said, clock, outages } = watch();
  for (let n = 0; n < 302; n += 1) {
    clock.at += 100;
    outages.failed("the database", { n });
  }
  clock.at += 6_000;
  outages.worked("the database");
  outages.worked("the database");
  expect(said).toEqual([
    ["the database is away; one line will say when it is back", { n: 0, part: "the database" }],
    ["the database is back", { part: "the database", times: 302, forMs: 36_100 }],
  ]);
});

test("a call that succeeds in the middle does not make two outages of one; another part has its own", () => {
  const { said, clock, outages } = watch();
  outages.failed("the database");
  clock.at += 100;
  outages.worked("the database");
  outages.failed("the database");
  outages.failed("Kafka");
  expect(said.map(([sentence]) => sentence.split(" is ")[0])).toEqual(["the database", "Kafka"]);
  clock.at += 5_000;
  outages.worked("the database");
  outages.failed("the database");
  expect(said).toHaveLength(4);
});

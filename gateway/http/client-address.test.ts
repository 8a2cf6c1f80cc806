// Where a request is said to come from.
import { expect, test } from "vitest";
import { addressAsStored, clientAddress, placeOf } from "./client-address.ts";

test.each([
  ["203.0.113.7", 0, "10.0.0.1"],
  ["203.0.113.7", 1, "203.0.113.7"],
  ["6.6.6.6, 203.0.113.7", 1, "203.0.113.7"],
  ["203.0.113.7:51234", 1, "203.0.113.7"],
  ["[2001:db8::1]:443", 1, "2001:db8::1"],
  ["2001:db8::1", 1, "2001:db8::1"],
  [undefined, 1, "10.0.0.1"],
])("X-Forwarded-For %j behind %i proxies is %s", (forwarded, hops, address) => {
  expect(clientAddress({ forwarded, remote: "10.0.0.1" }, hops)).toBe(address);
});

test("an IPv6 network of one place is one, and an IPv4 address written as IPv6 is that address", () => {
  expect(placeOf("2001:db8:1:2::1")).toBe(placeOf("2001:db8:1:2:ffff::9"));
  expect(placeOf("2001:db8:1:2::1")).not.toBe(placeOf("2001:db8:1:3::1"));
  expect(placeOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(placeOf("unix")).toBe("unix");
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:DB8::1", "2001:0db8:0000:0000:0000:0000:0000:0000"],
  ["2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002:0000:0000:0000:0000"],
  ["unknown", "unknown"],
])("%s is kept with a session as %s", (address, kept) => {
  expect(addressAsStored(address)).toBe(kept);
});

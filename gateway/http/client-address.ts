// Where a request comes from. Asked by the accounts' routes and by the sockets.
import ipaddr from "ipaddr.js";

/** The socket's address, or what the nearest trusted proxies say in X-Forwarded-For (the n-th from the right), without a port. */
export const clientAddress = (
  { forwarded, remote }: { forwarded: string | undefined; remote: string | undefined },
  trustedProxyHops: number,
): string => {
  const told =
    trustedProxyHops > 0 ? forwarded?.split(",").at(-trustedProxyHops)?.trim() : undefined;
  return withoutPort(told ?? remote ?? "127.0.0.1");
};

/** Some proxies write `192.0.2.7:51234` and `[2001:db8::1]:443`. */
const withoutPort = (address: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ??
  /^(\d+(?:\.\d+){3}):\d+$/.exec(address)?.[1] ??
  address;

/** Whose an address is, as far as that can be told: one of IPv4, the first half (a network of one place) of IPv6. */
export const placeOf = (address: string): string => {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return parsed.toByteArray().slice(0, 8).join(".");
};

/**
 * An address as better-auth keeps it with a session: of IPv6 the network (/64), written out; IPv4 that came as IPv6 as IPv4. What it takes
 * for no address (it keeps none then) stays as it is.
 */
export const addressAsStored = (address: string): string => {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const network = Buffer.from(parsed.toByteArray().slice(0, 8)).toString("hex");
  return network.padEnd(32, "0").replaceAll(/(.{4})(?!$)/g, "$1:");
};

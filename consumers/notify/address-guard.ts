// Keeps what people enter as addresses (webhooks, push endpoints) away from our own network. Used by post.ts.
// Decided on the very address the socket connects to, so a name that changes its answer in between gains nothing.
import { lookup as dnsLookup, type LookupAddress, type LookupAllOptions } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** The host is no public one. */
export class RefusedAddress extends Error {
  constructor(host: string) {
    super(`${host} is not a public address`);
    this.name = "RefusedAddress";
  }
}

/** How a name becomes addresses: `dns.lookup` with `all`. */
export type Resolve = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** `allowPrivate`: what a self-hosted installation may want. `resolve`: instead of the system's resolver. */
export type Rules = { allowPrivate: boolean; resolve?: Resolve };

/**
 * True for an address of the public internet. Everything with a meaning of its own is none: private, loopback, link-local,
 * carrier-grade NAT, multicast, reserved, and IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo).
 */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === "unicast";

/** Throws RefusedAddress for an address written as such; a socket looks up only names. */
export const refusePrivateHost = (host: string): void => {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw new RefusedAddress(bare);
};

/** A socket's `lookup` that refuses a name when any of its addresses is not public, unless `allowPrivate`. */
export const createLookup =
  ({ allowPrivate, resolve = dnsLookup }: Rules): LookupFunction =>
  (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error(`${host} has no address`), "", 0);
      if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new RefusedAddress(host), "", 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };

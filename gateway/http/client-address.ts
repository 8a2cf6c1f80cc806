// Where a request comes from. Asked by the accounts' routes and by the sockets.

/** The socket's address, or what the nearest trusted proxies say in X-Forwarded-For (the n-th from the right). */
export const clientAddress = (
  { forwarded, remote }: { forwarded: string | undefined; remote: string | undefined },
  trustedProxyHops: number,
): string => {
  const told =
    trustedProxyHops > 0 ? forwarded?.split(",").at(-trustedProxyHops)?.trim() : undefined;
  return told ?? remote ?? "127.0.0.1";
};

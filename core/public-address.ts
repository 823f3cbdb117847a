/** Names that mean a machine or an office, not a place on the Internet (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan|test|invalid)$/;
/** RFC 1918, loopback, link-local, the shared space of providers (RFC 6598), and "this host". */
const PRIVATE_V4 =
  /^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
/** Loopback, unspecified, link-local and unique local, also an IPv4 address in the clothes of IPv6. */
const PRIVATE_V6 = /^\[(?:::1?\]|f[cd]|fe[89ab]|::ffff:)/;

/**
 * Whether a server somewhere else could fetch from this address (an origin such as https://hoi.example.vn), as far as the
 * address itself tells: not of this machine, nor of a network of its own.
 */
export function isPublicAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (!/^https?:$/.test(protocol)) return false;
  if (hostname.startsWith('[')) return !PRIVATE_V6.test(hostname);
  // The platform's parser has made numbers of an IPv4 address, however it was written.
  if (/^[\d.]+$/.test(hostname)) return !PRIVATE_V4.test(hostname);
  return hostname.includes('.') && !LOCAL_NAME.test(hostname.replace(/\.$/, ''));
}

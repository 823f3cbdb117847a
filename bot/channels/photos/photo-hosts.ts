import { lookup } from 'node:dns';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';

/**
 * Whether a photo may be fetched from there. An entry is a domain, which allows itself and what is below it over https,
 * or a whole origin such as http://127.0.0.1:4000 (a server for tests), which allows exactly that.
 */
export function isAllowedPhotoUrl(url: URL, hosts: readonly string[]): boolean {
  if (hosts.includes(url.origin)) return true;
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
  return hosts.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}

// Addresses of this machine, of the network around it, and those that no server has.
const notPublic = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6');
}

/** True for an address that a server on the open network may have. */
export function isPublicAddress(address: string): boolean {
  return !notPublic.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/**
 * Looks a name up and fails with EPRIVATE when any of its addresses is not public. Given to the request itself, so that the
 * address that was judged is the one that is connected to.
 */
export const publicAddressesOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return callback(error ?? notFound(), '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(notAllowed(), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

const notAllowed = (): NodeJS.ErrnoException => Object.assign(new Error('private address'), { code: 'EPRIVATE' });
const notFound = (): NodeJS.ErrnoException => Object.assign(new Error('no address'), { code: 'ENOTFOUND' });

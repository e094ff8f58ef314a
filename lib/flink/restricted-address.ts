// SPDX-License-Identifier: Apache-2.0
// Which addresses an operator does not fetch from unless it is told to: those that lead into the cluster or the machine itself. Names are
// somebody else's to resolve; unique local addresses of IPv6 are not among them, because the Java operator lets them pass.

/** The address that `host` spells, in one spelling; undefined if it is a name. */
export function literalAddress(host: string): string | undefined {
  if (host.includes(':'))
    return URL.canParse(`http://[${host}]`) ? new URL(`http://[${host}]`).hostname.slice(1, -1) : undefined;
  if (!/^[\d.]+$/u.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname;
}

/** Loopback, link-local, site-local, wildcard or multicast; `address` as `literalAddress` spells it. */
export function isRestrictedAddress(address: string): boolean {
  if (!address.includes(':')) return isRestricted4(address.split('.').map(Number));
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(address);
  if (mapped !== null) {
    const [high, low] = [Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16)];
    return isRestricted4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  return address === '::1' || address === '::' || /^(?:fe[89a-f]|ff)/u.test(address);
}

function isRestricted4([a = 0, b = 0, ...rest]: readonly number[]): boolean {
  if (a === 0) return b === 0 && rest.every((part) => part === 0);
  return (
    a === 127 ||
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a >= 224 && a < 240)
  );
}

// SPDX-License-Identifier: Apache-2.0
// Rules on the jar of a session job, which the operator fetches itself: V-46 to V-51. Without the operator's own configuration its defaults are
// assumed, and what they forbid is only a warning.

import { readOption } from '../../flink/configuration.ts';
import type { FlatConfiguration } from '../../flink/configuration.ts';
import { javaUriProblem, uriParts } from '../../flink/java-uri.ts';
import { operatorOptions } from '../../flink/operator-options.ts';
import { isRestrictedAddress, literalAddress } from '../../flink/restricted-address.ts';
import type { Problem } from './rule.ts';

/** What the rules on an artifact need. */
export interface ArtifactInput {
  readonly jarURI: string | undefined;
  /** The operator's own configuration; undefined if nobody knows it. */
  readonly operator: FlatConfiguration | undefined;
  /** Looks a host up; undefined if it is not known, empty if it does not resolve. */
  readonly addressesOf?: (host: string) => readonly string[] | undefined;
}

const PATH = 'spec.job.jarURI';
const { userArtifactsAllowedSchemes: SCHEMES, userArtifactsDisallowRestrictedHosts: NO_RESTRICTED_HOSTS } =
  operatorOptions;

export function artifactNotAUri({ jarURI }: ArtifactInput): Problem | undefined {
  const problem = jarURI === undefined ? undefined : javaUriProblem(jarURI);
  if (problem === undefined) return undefined;
  return {
    path: PATH,
    message: `"${jarURI ?? ''}" is not a URI: ${problem}.`,
    allowed: 'a URI such as https://artifacts.example.com/job-1.0.jar',
    remedy: `Correct ${PATH}.`,
  };
}

export function artifactWithoutScheme(input: ArtifactInput): Problem | undefined {
  const { jarURI } = input;
  if (jarURI === undefined || javaUriProblem(jarURI) !== undefined || uriParts(jarURI).scheme !== undefined)
    return undefined;
  return {
    path: PATH,
    message: `"${jarURI}" does not say how the operator can fetch it.`,
    allowed: `a URI that begins with ${schemesOf(input).join(', ')}`,
    remedy: `Put the jar where the operator can fetch it, for example https://artifacts.example.com/job-1.0.jar.`,
  };
}

export function artifactSchemeNotAllowed(input: ArtifactInput): Problem | undefined {
  const scheme = schemeOf(input);
  if (scheme === undefined) return undefined;
  const allowed = schemesOf(input);
  if (allowed.includes(scheme)) return undefined;
  return {
    path: PATH,
    message: `The operator does not fetch jars by ${scheme}.${assumption(input)}`,
    allowed: allowed.join(', '),
    remedy: `Offer the jar by ${allowed.join(' or ')}, or have ${scheme} added to ${SCHEMES.key} of the operator.`,
    ...severityOf(input),
  };
}

export function artifactWithoutHost(input: ArtifactInput): Problem | undefined {
  if (!isGuarded(input) || uriParts(input.jarURI ?? '').host !== undefined) return undefined;
  return {
    path: PATH,
    message: `"${input.jarURI ?? ''}" names no host.`,
    allowed: 'a URI such as https://artifacts.example.com/job-1.0.jar',
    remedy: `Put the host behind "//".`,
    ...severityOf(input),
  };
}

export function artifactHostUnknown(input: ArtifactInput): Problem | undefined {
  const { host } = uriParts(input.jarURI ?? '');
  if (!isGuarded(input) || host === undefined || literalAddress(host) !== undefined) return undefined;
  if (input.addressesOf?.(host)?.length !== 0) return undefined;
  return {
    path: PATH,
    message: `The host "${host}" cannot be resolved, so the operator cannot fetch the jar.`,
    allowed: 'a host that the operator can resolve',
    remedy: 'Correct the host, or the name service of the cluster.',
    ...severityOf(input),
  };
}

export function artifactHostRestricted(input: ArtifactInput): Problem | undefined {
  const { host } = uriParts(input.jarURI ?? '');
  if (!isGuarded(input) || host === undefined) return undefined;
  const [address = host === 'localhost' ? '127.0.0.1' : undefined] = [
    literalAddress(host) ?? input.addressesOf?.(host)?.[0],
  ];
  if (address === undefined || !isRestrictedAddress(literalAddress(address) ?? address)) return undefined;
  return {
    path: PATH,
    message: `The operator does not fetch from ${host}: loopback and private addresses are closed to it.${assumption(input)}`,
    allowed: 'a host with a public address',
    remedy: `Offer the jar elsewhere, or have ${NO_RESTRICTED_HOSTS.key} set to false for the operator.`,
    ...severityOf(input),
  };
}

/** In lower case; undefined if there is no URI with a scheme. */
function schemeOf({ jarURI }: ArtifactInput): string | undefined {
  return jarURI === undefined || javaUriProblem(jarURI) !== undefined ? undefined : uriParts(jarURI).scheme;
}

function schemesOf({ operator = {} }: ArtifactInput): string[] {
  return readOption(operator, SCHEMES).map((scheme) => scheme.trim().toLowerCase());
}

/** Whether the host is looked at. */
function isGuarded(input: ArtifactInput): boolean {
  const scheme = schemeOf(input);
  if (scheme !== 'http' && scheme !== 'https') return false;
  return schemesOf(input).includes(scheme) && readOption(input.operator ?? {}, NO_RESTRICTED_HOSTS);
}

function severityOf({ operator }: ArtifactInput): Pick<Problem, 'severity'> {
  return operator === undefined ? { severity: 'warning' } : {};
}

function assumption({ operator }: ArtifactInput): string {
  return operator === undefined ? ' That is so unless its configuration says otherwise.' : '';
}

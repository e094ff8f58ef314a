// SPDX-License-Identifier: Apache-2.0
// Makes a name that Flink clusters may have out of one that Kubernetes objects may have. A name that is already good stays as it is; one
// that has to be changed gets a hash, because two different names might otherwise become the same.

/** The form of a name of a Flink cluster: its Services and labels need the 18 characters that Kubernetes would still allow. */
export const CLUSTER_NAME: RegExp = /^[a-z]([-a-z\d]{0,43}[a-z\d])?$/;

const MAX_LENGTH = 45;
const HASH_LENGTH = 8;

/**
 * A valid name for a Flink cluster.
 *
 * @param generated the name by the front end's own rules
 * @param hash makes at least 8 lower-case letters and digits that are the same for the same object and different for another
 * @param maxLength for names to which more is appended
 */
export function clusterName(generated: string, hash: () => string, maxLength: number = MAX_LENGTH): string {
  if (CLUSTER_NAME.test(generated) && generated.length <= maxLength) return generated;
  const short = hash().slice(-HASH_LENGTH);
  const tidy = generated
    // not by locale: Turkish would make another letter of I
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const named = /^[a-z]/.test(tidy) ? tidy : `flink-${tidy}`.replace(/-$/, '');
  // the end says more than the beginning: paths go from the general to the particular
  const kept = named.slice(-(maxLength - HASH_LENGTH - 1)).replace(/^[^a-z]+/, '');
  return kept === '' ? `flink-${short}` : `${kept}-${short}`;
}

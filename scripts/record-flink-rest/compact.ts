// SPDX-License-Identifier: Apache-2.0
// What makes a recording large and says nothing is cut here, and what makes two readings of the same state differ is left out of
// their comparison.

/** Cuts the serialized exception, and all but the telling lines of a stack trace. */
export function compact(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'serialized-throwable') return 'rO0ABXA=';
    if (!value.includes('\n\tat ')) return value;
    const lines = value.split('\n');
    return lines.filter((line, i) => !line.startsWith('\t') || lines[i - 1]?.startsWith('\t') === false).join('\n');
  }
  if (Array.isArray(value)) return value.map((entry) => compact(entry, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, compact(member, name)]));
}

/** Members that change with every reading. */
const VOLATILE = /^(duration|last-modification|now|timeSinceLastHeartbeat|freeMemory|net-runtime|renewTime)$/;

/** Equal for two readings of a state that has not changed. */
export function shape(value: unknown): string {
  const text = JSON.stringify(value, (key, member: unknown) => (VOLATILE.test(key) ? undefined : member));
  return text.replaceAll(/renewTime\W+[\w:.-]+/g, '');
}

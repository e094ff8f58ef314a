// SPDX-License-Identifier: Apache-2.0
// Memory sizes as Flink reads and writes them: every unit is a power of 1024, there are no fractions. Kubernetes quantities are
// another language (quantity.ts); only `resourceMemory` below speaks both, because the custom resources' memory fields do.

import { remember } from '../runtime/remember.ts';
import { ValueError } from './value-error.ts';

const ALLOWED = 'a memory size such as "2048m" or "2 gb" (units b, k, m, g, t, all powers of 1024; no fractions)';
const RESOURCE_ALLOWED = 'a memory size such as "2048m" or "2Gi" that comes to a whole number of bytes';
const LARGEST = 2n ** 63n - 1n;
/** BigDecimal's DECIMAL64 keeps this many digits; a longer result is printed with an exponent, which nothing can read back. */
const QUANTITY_DIGITS = 16;

const UNITS = [
  { names: ['b', 'bytes', ''], bytes: 1n },
  { names: ['k', 'kb', 'kibibytes'], bytes: 1024n },
  { names: ['m', 'mb', 'mebibytes'], bytes: 1024n ** 2n },
  { names: ['g', 'gb', 'gibibytes'], bytes: 1024n ** 3n },
  { names: ['t', 'tb', 'tebibytes'], bytes: 1024n ** 4n },
];

const PRINTED_UNITS = ['bytes', 'kb', 'mb', 'gb', 'tb'];

/** Bytes of a Flink memory text (`1024`, `64 mb`, `2G`). Throws `ValueError`. Above 2^53 the number is the nearest double. */
export const parseMemorySize: (text: string) => number = remember((text) => Number(exactBytes(text)));

/** Flink's canonical text: `2 gb`, `1600 mb`, `0 bytes`. A whole number of TiB is printed in bytes, as Flink does. */
export function formatMemorySize(bytes: number): string {
  return formatExact(BigInt(bytes));
}

/**
 * The text that goes into `jobmanager.memory.process.size` and `taskmanager.memory.process.size` for a memory field of a custom
 * resource. Flink syntax is tried first (so `2G` and `2048m` are binary), Kubernetes syntax second. Throws `ValueError`.
 */
export const normaliseResourceMemory: (text: string) => string = remember((text) => {
  const bytes = exactBytesOrNothing(text);
  return bytes === undefined ? quantityBytes(text).toString() : formatExact(bytes);
});

/** Bytes of a memory field of a custom resource; see `normaliseResourceMemory`. Throws `ValueError`. */
export const resourceMemoryBytes: (text: string) => number = remember((text) =>
  parseMemorySize(normaliseResourceMemory(text)),
);

function exactBytes(text: string): bigint {
  const bytes = exactBytesOrNothing(text);
  if (bytes === undefined) throw new ValueError(text, ALLOWED);
  return bytes;
}

function exactBytesOrNothing(text: string): bigint | undefined {
  const match = /^(\d+)\s*(\D*)$/u.exec(text.trim());
  if (!match) return undefined;
  const unit = UNITS.find(({ names }) => names.includes((match[2] ?? '').trim().toLowerCase()));
  if (!unit) return undefined;
  const bytes = BigInt(match[1] ?? '') * unit.bytes;
  return bytes > LARGEST ? undefined : bytes;
}

function formatExact(bytes: bigint): string {
  const firstThatDoesNotDivide = UNITS.findIndex((unit) => bytes % unit.bytes !== 0n);
  const index = Math.max(0, firstThatDoesNotDivide - 1);
  return `${bytes / (UNITS[index]?.bytes ?? 1n)} ${PRINTED_UNITS[index] ?? 'bytes'}`;
}

/** The second stage: case and blanks are forgiven, and what remains must be a whole Kubernetes quantity of at most 16 digits. */
function quantityBytes(text: string): bigint {
  const tidy = text.replace(/\s+/gu, '').toUpperCase().replace(/B$/u, '').replace(/I$/u, 'i');
  const match = /^\+?(\d+)\.?(?:([KMGTPE])i|([MGTPE])|E\+?(\d{1,2}))?$/u.exec(tidy);
  if (!match) throw new ValueError(text, RESOURCE_ALLOWED);
  const [, digits = '', binary, decimal, exponent] = match;
  let factor = 1n;
  if (binary !== undefined) factor = 1024n ** BigInt('KMGTPE'.indexOf(binary) + 1);
  else if (decimal !== undefined) factor = 1000n ** BigInt('KMGTPE'.indexOf(decimal) + 1);
  else if (exponent !== undefined) factor = 10n ** BigInt(exponent);
  const bytes = BigInt(digits) * factor;
  if (bytes.toString().length > QUANTITY_DIGITS) throw new ValueError(text, RESOURCE_ALLOWED);
  return bytes;
}

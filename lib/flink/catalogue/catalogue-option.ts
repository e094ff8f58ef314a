// SPDX-License-Identifier: Apache-2.0
// One option over all versions, and what it is in one of them. Read from a line of option-table.ts; the generator writes what is read
// here. Nothing is judged here.

import { MODULES, SCOPES, TABLE_VERSIONS } from './option-table.ts';

/** How Flink reads the value. */
export type OptionType =
  | 'string'
  | 'int'
  | 'long'
  | 'float'
  | 'double'
  | 'boolean'
  | 'duration'
  | 'memory'
  | 'enum'
  | 'map'
  | 'list<string>'
  | 'list<map>'
  | 'list<enum>';

const TYPES: Readonly<Record<string, OptionType>> = {
  s: 'string',
  i: 'int',
  l: 'long',
  f: 'float',
  d: 'double',
  b: 'boolean',
  D: 'duration',
  m: 'memory',
  e: 'enum',
  M: 'map',
  L: 'list<string>',
  Lm: 'list<map>',
  Le: 'list<enum>',
};

/** An option as one version has it. */
export interface OptionFacts {
  readonly key: string;
  readonly type: OptionType;
  /** As Flink prints it; `undefined` if there is none. Lists are joined with `;`, maps as `k:v,k:v`. */
  readonly default: string | undefined;
  /** A whole number that later versions read as a duration: it counts milliseconds. */
  readonly countsMilliseconds: boolean;
  /** What the default depends on, if it is not fixed: `availableProcessors`, `java.io.tmpdir`, `flinkVersion`. */
  readonly dynamicDefault: string | undefined;
  /** Other names that are read if the key is absent, in order. */
  readonly fallbackKeys: readonly string[];
  /** Like fallback keys, tried after them; Flink logs a warning. */
  readonly deprecatedKeys: readonly string[];
  readonly deprecated: boolean;
  readonly internal: boolean;
  readonly experimental: boolean;
  /** A map that may also be spread over `key.<sub>`. */
  readonly prefixMap: boolean;
  /** Accepted values of an enumeration, in any case. */
  readonly values: readonly string[];
  /** The artifact that declares it, if that is not the main distribution. */
  readonly module: string | undefined;
  /** The section of Flink's documentation; for the operator's own options who reads it, if not each resource. */
  readonly scope: string | undefined;
}

const LAST = TABLE_VERSIONS.length - 1;

/** A line of the table. Versions are places in `TABLE_VERSIONS`. */
export class CatalogueOption {
  readonly key: string;
  readonly #fields: readonly string[];
  readonly #present: readonly (readonly [number, number])[];
  readonly #facts: (OptionFacts | undefined)[] = [];

  constructor(line: string) {
    this.#fields = line.split('|');
    this.key = this.#field(0);
    const ranges = this.#field(2);
    this.#present =
      ranges === '' ? [[0, LAST]] : ranges.split(',').map((range) => [Number(range[0]), Number(range[1])]);
  }

  /** Whether parts of the key are free: `fs.<scheme>.limit.input`. */
  get isTemplate(): boolean {
    return this.key.includes('<');
  }

  get since(): number {
    return this.#present[0]?.[0] ?? 0;
  }

  /** The last version that has it. */
  get until(): number {
    return this.#present.at(-1)?.[1] ?? LAST;
  }

  isIn(version: number): boolean {
    return this.#present.some(([from, to]) => version >= from && version <= to);
  }

  /** What the option is in that version; in one that does not have it, what it was nearest to it. */
  at(version: number): OptionFacts {
    const known = this.#facts[version];
    if (known !== undefined) return known;
    const text = (field: number): string => valueAt(this.#field(field), version);
    const list = (field: number): string[] => text(field).split(',').filter(Boolean);
    const [fallback, flags] = [text(3), text(6)];
    const facts: OptionFacts = {
      key: this.key,
      type: TYPES[text(1)] ?? 'string',
      countsMilliseconds: /^[il]/u.test(text(1)) && this.#field(1).endsWith('D'),
      default: fallback === '' || fallback.startsWith('@') ? undefined : fallback === "''" ? '' : fallback,
      dynamicDefault: fallback.startsWith('@') ? fallback.slice(1) : undefined,
      fallbackKeys: list(4),
      deprecatedKeys: list(5),
      deprecated: flags.includes('D'),
      internal: flags.includes('I'),
      experimental: flags.includes('X'),
      prefixMap: flags.includes('P'),
      values: list(7),
      module: MODULES[Number(this.#field(8))] || undefined,
      scope: /^\d*$/u.test(this.#field(9)) ? SCOPES[Number(this.#field(9))] || undefined : this.#field(9),
    };
    this.#facts[version] = facts;
    return facts;
  }

  #field(index: number): string {
    return this.#fields[index] ?? '';
  }
}

/** All options of a table, in its order. */
export function readTable(table: string): CatalogueOption[] {
  return tableLines(table).map((line) => new CatalogueOption(line));
}

export function tableLines(table: string): string[] {
  return table.trim().split('\n');
}

/** `first~<version>later`: the text that holds in that version. */
function valueAt(field: string, version: number): string {
  if (!field.includes('~')) return field;
  const [first = '', ...later] = field.split('~');
  return later.findLast((part) => Number(part[0]) <= version)?.slice(1) ?? first;
}

// SPDX-License-Identifier: Apache-2.0
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readDocuments } from './source-document.ts';

function one(text: string): unknown {
  return readDocuments(text)[0]?.value;
}

/** Codes and places of what is wrong with a text. */
function wrong(text: string): [string, string, number, number][] {
  return readDocuments(text).flatMap(({ findings }) =>
    findings.map(({ code, severity, line, column }): [string, string, number, number] => [
      code,
      severity,
      line,
      column,
    ]),
  );
}

describe('words and numbers, as kubectl reads them', () => {
  // Each row is what `kubectl create --dry-run=client -o json` made of it.
  it.each([
    ['yes', true],
    ['n', false],
    ['On', true],
    ['OFF', false],
    ['True', true],
    ['~', null],
    ['Null', null],
    ['0777', 511],
    ['0o17', 15],
    ['0x1F', 31],
    ['1_000', 1000],
    ['12:30:45', '12:30:45'],
    ['2001-12-14', '2001-12-14'],
    ['2001-12-14 10:00:00', '2001-12-14 10:00:00'],
    ['1e3', 1000],
    ['.5', 0.5],
    ['+5', 5],
    ['0b11', 3],
    ['1.10', 1.1],
    ['=', '='],
    ['5 min', '5 min'],
    ['08', 8],
    ['1.', 1],
    ['0.1e-5', 0.000001],
    ['-0', 0],
    ['-.5', -0.5],
    ['"yes"', 'yes'],
  ])('%s', (text, value) => {
    expect(one(`a: ${text}\n`)).toEqual({ a: value });
  });

  it('keys become texts', () => {
    expect(one('1: a\ntrue: b\n1.5: c\n')).toEqual({ 1: 'a', true: 'b', 1.5: 'c' });
  });

  it('large numbers keep all their digits where only their text counts', () => {
    expect(one('spec:\n  flinkConfiguration:\n    a: {b: 9007199254740993}\n  big: 9007199254740993')).toEqual({
      spec: { flinkConfiguration: { a: { b: '9007199254740993' } }, big: 9007199254740992 },
    });
    expect(readDocuments('big: 9007199254740993')[0]?.place('big').source).toBe('9007199254740993');
  });

  it('any JSON is read as what it is', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const value: unknown = JSON.parse(json);
        // A text of its own, and minus zero, are no manifests.
        fc.pre(typeof value === 'object' && value !== null && !json.includes('-0'));
        expect(one(JSON.stringify(value, null, indent))).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });
});

describe('documents of a file', () => {
  it('are separated by lines of dashes; empty ones do not count', () => {
    const documents = readDocuments('# nothing\n---\na: 1\n...\n---\n---\n# neither\n--- # here\nb: 2\n');
    expect(documents.map(({ index, value }) => [index, value])).toEqual([
      [1, { a: 1 }],
      [2, { b: 2 }],
    ]);
  });

  it('dashes in a block of text separate nothing', () => {
    expect(readDocuments('a: |\n  x\n  ---\n  y\n').map(({ value }) => value)).toEqual([{ a: 'x\n---\ny\n' }]);
  });

  it('mark of the byte order and line ends of Windows', () => {
    const [first, second] = readDocuments('\uFEFFa: 1\r\nb: {c: 2}\r\n---\r\nd: "x"\r\n');
    expect([first?.value, second?.value]).toEqual([{ a: 1, b: { c: 2 } }, { d: 'x' }]);
    expect(first?.place('b.c')).toMatchObject({ line: 2, column: 5 });
    expect(second?.place('d')).toMatchObject({ line: 4, column: 1 });
  });

  it('JSON values one after the other', () => {
    const documents = readDocuments('{"a": "}{"}\n{"b": [1, {"c": 2}]}{"d": 3}\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: '}{' }, { b: [1, { c: 2 }] }, { d: 3 }]);
    expect(documents[2]?.place('d')).toMatchObject({ line: 2, column: 24 - 2 });
  });

  it('one that cannot be read hides no other', () => {
    const documents = readDocuments('a: "open\n---\nb: 1\nb: 2\n---\nc: [1\n---\nd: 4\n');
    expect(documents.map(({ value }) => value)).toEqual([undefined, { b: 2 }, undefined, { d: 4 }]);
    expect(documents.flatMap(({ findings }) => findings.map(({ code, line }) => [code, line]))).toEqual([
      ['document.syntax', 2],
      ['document.duplicate-key', 4],
      ['document.syntax', 7],
    ]);
  });

  it('many empty lines are read at once', () => {
    expect(readDocuments(`${'\n'.repeat(50_000)}a: 1\n`)).toHaveLength(1);
  });
});

describe('anchors and merges', () => {
  it('what stands in the object itself wins, then the first of a list', () => {
    const text = 'x: &x {a: 1, b: 1}\ny: &y {a: 2, c: 2}\nz:\n  <<: [*x, *y]\n  b: 3\nw: *x\n';
    expect(one(text)).toMatchObject({ z: { a: 1, b: 3, c: 2 }, w: { a: 1, b: 1 } });
    expect(wrong(text)).toEqual([]);
  });

  it('a place in what is merged in is where it is written', () => {
    const [document] = readDocuments('x: &x\n  a: 1\nz:\n  <<: *x\n  b: 3\nw: *x\n');
    expect(document?.place('z.a')).toMatchObject({ line: 2, column: 3 });
    expect(document?.place('w.a')).toMatchObject({ line: 2 });
    expect(document?.place('z.b')).toMatchObject({ line: 5 });
  });

  it.each([
    ['a: *nowhere\n', 'document.anchor'],
    ['a: &a {b: *a}\n', 'document.anchor'],
    ['<<: 5\n', 'document.anchor'],
  ])('%j', (text, code) => {
    expect(wrong(text).map(([found]) => found)).toEqual([code]);
  });

  it('aliases that would make a thousand million values', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(10)}]\n`);
    expect(wrong(`l0: &l0 [${'x, '.repeat(10)}]\n${levels.join('')}`).map(([code]) => code)).toEqual([
      'document.anchor',
    ]);
  });
});

describe('what is wrong with a text', () => {
  it.each<[string, [string, string, number, number][]]>([
    ['spec:\n\timage: x\n', [['document.syntax', 'error', 2, 1]]],
    ['a: b: c\n', [['document.syntax', 'error', 1, 4]]],
    ['a: @x\n', [['document.syntax', 'error', 1, 4]]],
    ['template: {{name}}.example.com\n', [['document.syntax', 'error', 1, 19]]],
    ['a: 1\nb:\n  a: 2\na: 3\n', [['document.duplicate-key', 'error', 4, 1]]],
    ['a: 1\na: 1\n', [['document.duplicate-key', 'warning', 2, 1]]],
    ['1: a\n"1": b\n', [['document.duplicate-key', 'error', 2, 1]]],
    ['a: {{ value }}\n', [['document.not-json', 'error', 1, 5]]],
    ['a: .inf\n', [['document.not-json', 'error', 1, 4]]],
    ['~: a\n', [['document.not-json', 'error', 1, 1]]],
  ])('%j', (text, expected) => {
    expect(wrong(text)).toEqual(expected);
  });

  it.each([
    '{{- if .Values.enabled }}\na: 1\n{{- end }}\n',
    'a: {{ .Values.x }}\n',
    'a: "{{ .Release.Name }}-x"\n',
    'a:\n{{ toYaml . | indent 2 }}\n',
    '{% if x %}\na: 1\n{% endif %}\n',
  ])('%j is a template', (text) => {
    expect(wrong(text).map(([code]) => code)).toEqual(['document.template']);
  });

  it.each([
    'template: "{{name}}.{{namespace}}.example.com(/|$)(.*)"\n',
    'args: ["{{ .Name }}", "{{range .}}"]\n',
    '# {{ .Values.x }} is not used here\na: 1\n',
  ])('%j is none', (text) => {
    expect(wrong(text)).toEqual([]);
  });
});

describe('places', () => {
  const text = [
    'spec:', // 1
    '  flinkConfiguration:',
    '    state.savepoints.dir: a',
    '    execution: {checkpointing: {interval: 1}}',
    '    state:', // 5
    '      savepoints.dir: b',
    '  job:',
    '    args:',
    '      - one',
    '      - {two: 2}', // 10
    '',
  ].join('\n');
  const [document] = readDocuments(text);

  it.each([
    ['spec.flinkConfiguration.state.savepoints.dir', 6],
    ['spec.flinkConfiguration.execution.checkpointing.interval', 4],
    ["spec.flinkConfiguration['state.savepoints.dir']", 3],
    ['spec.job.args[1]', 10],
    ['spec.job.args[1].two', 10],
    // what is not there has the place of what is round it
    ['spec.job.args[7]', 8],
    ['spec.job.upgradeMode', 7],
    ['spec.flinkConfiguration.state.backend.type', 5],
    ['metadata.name', 1],
    ['', 1],
  ])('%s', (path, line) => {
    expect(document?.place(path)).toMatchObject({ line });
  });

  it('each key of any document is found again by its path', () => {
    const keys = fc.constantFrom('a', 'b', 'a.b', 'b.a', 'c-d', 'x/y.z');
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.nat(9),
        fc.dictionary(keys, tie('node')),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    })).node;
    const paths = (value: unknown, at: string): string[] =>
      typeof value !== 'object' || value === null
        ? [at]
        : Object.entries(value).flatMap(([key, inner]) =>
            paths(inner, Array.isArray(value) ? `${at}[${key}]` : `${at}${at === '' ? '' : '.'}${key}`),
          );
    fc.assert(
      fc.property(fc.dictionary(keys, tree, { minKeys: 1 }), (value) => {
        const written = stringify(value);
        const [read] = readDocuments(written);
        for (const path of paths(value, '')) {
          const { line } = read?.place(path) ?? { line: 0 };
          const key = /(?:([\w./-]+)|\[\d+\])$/u.exec(path)?.[1]?.split('.').at(-1) ?? '';
          // the line of the key itself, or of the item
          expect(written.split('\n')[line - 1]).toContain(key);
        }
      }),
      { numRuns: 200 },
    );
  });
});

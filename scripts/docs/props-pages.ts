// SPDX-License-Identifier: Apache-2.0
// One page for each construct: its props and everything they are made of, as tables. The words are those of the docstrings.

import { constructs } from './declarations.ts';
import type { ConstructDescription, Described, Member } from './declarations.ts';
import { code, page, table } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

export function propsPages(): GeneratedPage[] {
  const all = constructs();
  const overview = page('props/README.md', 'Props', [
    'Every prop of every construct, from the declarations in the code.',
    table(
      ['Construct', 'What it is'],
      all.map(({ name, text }) => [`[${name}](${fileOf(name)})`, firstSentence(text)]),
    ),
  ]);
  return [overview, ...all.map(ofConstruct)];
}

function ofConstruct({ name, text, props, own, types }: ConstructDescription): GeneratedPage {
  return page(`props/${fileOf(name)}`, `Props of ${name}`, [
    text,
    '**Becomes** is the place in the resource, or the key in Flink’s configuration, that the prop is written to.',
    `## ${props.name}`,
    members(props.members),
    ...types
      .filter(({ members: some, factories, values }) => some.length + factories.length + values.length > 0)
      .flatMap((type) => ofType(type, types)),
    '## Attributes and methods',
    table(
      ['Name', 'Meaning'],
      own.map((member) => [attribute(member), member.text]),
    ),
  ]);
}

function ofType(
  { name, text, members: some, bases, factories, values }: Described,
  types: readonly Described[],
): string[] {
  const inherited = types.filter((type) => bases.includes(type.name));
  const own = some.filter(
    (member) => !inherited.some((base) => base.members.some((other) => other.name === member.name)),
  );
  return [
    `## ${name}`,
    text,
    table(
      ['Made by', 'Meaning'],
      factories.map((factory) => [code(`${name}.${factory.name}${factory.type}`), factory.text]),
    ),
    table(
      ['Constant', 'Value', 'Meaning'].slice(0, values.some((value) => value.text !== '') ? 3 : 2),
      values.map((value) => [
        code(`${name}.${value.name}`),
        code(value.value),
        ...(value.text === '' ? [] : [value.text]),
      ]),
    ),
    members(own),
    ...inherited.map((base) => `And everything of [${base.name}](#${base.name.toLowerCase()}).`),
  ];
}

function attribute({ name, type }: Member): string {
  if (type.startsWith('(')) return code(`${name}${type}`);
  return [name, type]
    .filter((part) => part !== '')
    .map(code)
    .join('<br>');
}

function members(some: readonly Member[]): string {
  return table(
    ['Prop', 'Becomes', 'Default', 'Meaning'],
    some.map((member) => {
      const { becomes, rest } = taken(member.text);
      return [
        `${code(member.name)}<br>${code(member.type)}`,
        becomes,
        member.optional ? (member.default ?? '') : '**required**',
        [rest, example(member)].filter((part) => part !== '').join(' '),
      ];
    }),
  );
}

function example({ example: text }: Member): string {
  return text === undefined || text.includes('\n') ? '' : `For example ${code(text)}.`;
}

const PLACES = / \((?<places>(?:`[^`]+`(?:, | and |; | or )?)+(?: (?:before|from) [^)`]+)?)\)/gu;

/** What stands in parentheses and is a path of the resource or a key of the configuration, is where the prop ends up. */
function taken(text: string): { becomes: string; rest: string } {
  const places = [...text.matchAll(PLACES)].filter(([whole]) => /`(?:metadata|[a-z][\w-]*\.[\w.<>-]+)`/u.test(whole));
  const becomes = places.map(({ groups }) => groups?.['places'] ?? '').join(', ');
  const [only, ...others] = places;
  return { becomes, rest: only === undefined || others.length > 0 ? text : text.replace(only[0], '') };
}

function firstSentence(text: string): string {
  return /^.*?[.:](?= |$)/u.exec(text)?.[0].replace(/:$/u, '.') ?? text;
}

/** `FlinkApplication` is described in `flink-application.md`. */
export function fileOf(name: string): string {
  return `${name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '-').toLowerCase()}.md`;
}

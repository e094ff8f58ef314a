// SPDX-License-Identifier: Apache-2.0
// One page for each construct: its props and everything they are made of, as tables. The words are those of the docstrings.

import { constructs } from './declarations.ts';
import type { ConstructDescription, Described, Member } from './declarations.ts';
import { code, page, table } from './markdown.ts';
import type { GeneratedPage } from './markdown.ts';

/** Where a type is described: `#job` on the page at hand, `values.md#job` elsewhere. */
type Place = (type: string) => string | undefined;

const VALUES = 'values.md';

export function propsPages(): GeneratedPage[] {
  const all = constructs();
  const types = new Map(all.flatMap(({ types: some }) => some.filter(isShown).map((type) => [type.name, type])));
  const users = (name: string): ConstructDescription[] =>
    all.filter((each) => each.types.some((type) => type.name === name));
  const shared = [...types.values()].filter(({ name }) => users(name).length > 1);
  const isShared = (name: string): boolean => shared.some((type) => type.name === name);
  const place =
    (file: string): Place =>
    (name) => {
      const [user] = users(name);
      if (user === undefined || !types.has(name)) return undefined;
      const home = isShared(name) ? VALUES : fileOf(user.name);
      return `${home === file ? '' : home}#${name.toLowerCase()}`;
    };
  const overview = page('props/README.md', 'Props', [
    'Every prop of every construct, from the declarations in the code.',
    table(
      ['Construct', 'What it is'],
      all.map(({ name, text }) => [`[${name}](${fileOf(name)})`, firstSentence(text)]),
    ),
    `What several of them are made of is described once, in [Values of props](${VALUES}).`,
  ]);
  const values = page(`props/${VALUES}`, 'Values of props', [
    'What the props of several constructs are made of: plain values, with factories that help to write them. [All constructs](README.md).',
    BECOMES,
    shared.map(({ name }) => `- [${name}](#${name.toLowerCase()})`).join('\n'),
    ...shared.flatMap((type) => ofType(type, [...types.values()], place(VALUES))),
  ]);
  return [overview, values, ...all.map((construct) => ofConstruct(construct, isShared, place(fileOf(construct.name))))];
}

const BECOMES =
  '**Becomes** is the place in the resource, or the key in Flink’s configuration, that the prop is written to.';

function isShown({ members: some, factories, values }: Described): boolean {
  return some.length + factories.length + values.length > 0;
}

function ofConstruct(
  { name, text, props, own, types }: ConstructDescription,
  isShared: (type: string) => boolean,
  place: Place,
): GeneratedPage {
  return page(`props/${fileOf(name)}`, `Props of ${name}`, [
    text,
    BECOMES,
    `## ${props.name}`,
    members(props.members, place),
    ...types.filter((type) => isShown(type) && !isShared(type.name)).flatMap((type) => ofType(type, types, place)),
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
  place: Place,
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
    members(own, place),
    ...inherited.map((base) => `And everything of [${base.name}](${place(base.name) ?? ''}).`),
  ];
}

/** A type, with a link to the first described one in it. */
function typeCell(type: string, place: Place): string {
  const [described] = [...type.matchAll(/[A-Z]\w+/gu)]
    .map(([name]) => place(name))
    .filter((found) => found !== undefined);
  return described === undefined ? code(type) : `[${code(type)}](${described})`;
}

function attribute({ name, type }: Member): string {
  if (type.startsWith('(')) return code(`${name}${type}`);
  return [name, type]
    .filter((part) => part !== '')
    .map(code)
    .join('<br>');
}

function members(some: readonly Member[], place: Place): string {
  return table(
    ['Prop', 'Becomes', 'Default', 'Meaning'],
    some.map((member) => {
      const { becomes, rest } = taken(member.text);
      return [
        `${code(member.name)}<br>${typeCell(member.type, place)}`,
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

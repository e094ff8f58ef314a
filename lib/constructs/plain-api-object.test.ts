// SPDX-License-Identifier: Apache-2.0
// Nobody can tell it from an ApiObject by what it renders: the same object with its keys in the same order, or the same error.

import { ApiObject, App, Chart, JsonPatch, Lazy, Yaml } from 'cdk8s';
import type { ApiObjectProps, AppProps, IResolver } from 'cdk8s';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlainApiObject } from './plain-api-object.ts';

type Kind = typeof ApiObject | typeof PlainApiObject;
type Change = (object: ApiObject) => void;

/** What one of the two makes of it: the YAML, or the error. */
function rendered(kind: Kind, props: ApiObjectProps, app: AppProps, change: Change): string {
  const chart = new Chart(new App(app), 'chart', { namespace: 'somewhere', labels: { team: 'a' } });
  try {
    const object = new kind(chart, 'object', props);
    change(object);
    const json = object.toJson() as object;
    return `${Yaml.stringify(json)}\n${JSON.stringify(json)}`;
  } catch (error) {
    return String(error);
  }
}

function expectTheSame(content: Record<string, unknown>, app: AppProps = {}, change: Change = () => undefined): string {
  const props = { apiVersion: 'a/v1', kind: 'K', ...content } as ApiObjectProps;
  const ours = rendered(PlainApiObject, props, app, change);
  expect(ours).toBe(rendered(ApiObject, props, app, change));
  return ours;
}

class Union {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** Values of all kinds, tokens among them: as seeds, because each side needs its own. */
const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>('text', '', 0, -1.5, true, false, null, undefined, '2', 'yes') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      Lazy.any({ produce: () => ({ b: null, a: [1, null] }) }),
      Lazy.any({ produce: () => Lazy.any({ produce: () => 'late' }) }),
      { resolve: () => 'implicit' },
      { resolve: 'not a function' },
      { value: 'a plain member' },
      new Union(5),
      new Date(0),
      new Map([['a', 1]]),
      Symbol.iterator,
      10n,
      () => 1,
      Object.create(null) as unknown,
      { constructor: 'odd' },
    ),
  },
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('b', 'a', '10', '9', 'z-y', 'name', 'value', 'kind'), tie('tree'), { maxKeys: 5 }),
  ),
}));

describe('an object of plain data', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('renders as an ApiObject does, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('spec', 'data', 'status', 'a', '1'), tree, { maxKeys: 4 }),
        (content) => {
          expectTheSame(content);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('whatever its metadata are', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('name', 'labels', 'annotations', 'finalizers', 'x'), tree, { maxKeys: 4 }),
        (metadata) => {
          expectTheSame({ metadata, spec: { b: 1, a: 2 } });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('also when keys are not to be sorted', () => {
    vi.stubEnv('CDK8S_DISABLE_SORT', '1');
    expect(expectTheSame({ spec: { b: 1, a: { d: 1, c: [] } } })).toContain('{"b":1,"a":{"d":1,"c":[]}}');
  });

  it('also with patches and with metadata that come later', () => {
    const text = expectTheSame({ metadata: { name: 'n' }, spec: { a: { b: 1 } } }, {}, (object) => {
      object.addJsonPatch(JsonPatch.replace('/spec/a/b', 2), JsonPatch.add('/extra', []));
      object.metadata.addLabel('later', 'yes');
      object.metadata.add('generateName', 'x-');
    });
    expect(text).toContain('"a":{"b":2}');
    expect(text).toContain('"later":"yes"');
  });

  it('also with resolvers of the app', () => {
    const resolver: IResolver = {
      resolve: (context) => {
        if (context.value === 'secret') context.replaceValue('resolved');
      },
    };
    expect(expectTheSame({ spec: { a: 'secret' } }, { resolvers: [resolver] })).toContain('"a":"resolved"');
  });

  it('and does so in one walk, without asking resolvers', () => {
    const app = new App();
    const asked = app.resolvers.map((resolver) => vi.spyOn(resolver, 'resolve'));
    const object = new PlainApiObject(new Chart(app, 'chart'), 'object', {
      apiVersion: 'v1',
      kind: 'K',
      data: { a: 'value' },
    });
    object.toJson();
    for (const resolve of asked) expect(resolve).not.toHaveBeenCalled();
  });
});

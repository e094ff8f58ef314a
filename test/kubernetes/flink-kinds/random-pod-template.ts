// SPDX-License-Identifier: Apache-2.0
// Random pod templates by the table of Kubernetes' fields, of which every other one has exactly one value of a wrong type. Only the types are
// right: names, references and combinations are nonsense, which a server tells by another answer.

import { POD_TEMPLATE_TYPE, podFieldsOf } from '../../../lib/kubernetes/pod-field.ts';
import type { PodField, PodScalar } from '../../../lib/kubernetes/pod-field.ts';
import { SeededRandom } from '../../../lib/testing/seeded-random.ts';
import type { Json, JsonObject } from '../../../lib/runtime/json.ts';

export interface PodSample {
  readonly template: JsonObject;
  /** Where the wrong value stands, from the template on; undefined if there is none. */
  readonly wrong: string | undefined;
}

const COUNT = 120;
const DEEPEST = 5;

/** The same templates every time. */
export function podSamples(): PodSample[] {
  const random = new SeededRandom(77);
  return Array.from({ length: COUNT }, (_, number) => sample(random, number % 2 === 1));
}

function sample(random: SeededRandom, isFaulty: boolean): PodSample {
  let places = 0;
  // counts the places first, then draws again in the same way with a fault at one of them
  const start = Math.floor(random.next() * 2 ** 31);
  const template = object(new SeededRandom(start), -1);
  if (!isFaulty || places === 0) return { template: template.value, wrong: undefined };
  const at = Math.floor(random.next() * places);
  places = 0;
  const { value, wrong } = object(new SeededRandom(start), at);
  return { template: value, wrong };

  function object(draw: SeededRandom, faultAt: number): { value: JsonObject; wrong: string | undefined } {
    let wrong: string | undefined;
    const value = objectOf(POD_TEMPLATE_TYPE, 0, '');
    return { value, wrong };

    function objectOf(type: string, depth: number, path: string): JsonObject {
      const result: JsonObject = {};
      for (const [name, field] of podFieldsOf(type)) {
        const wanted = draw.next() < (depth < 2 ? 0.5 : 0.25);
        if (wanted && name !== 'managedFields') result[name] = fieldOf(field, depth + 1, `${path}.${name}`);
      }
      return result;
    }

    function fieldOf(field: PodField, depth: number, path: string): Json {
      const fault = places++ === faultAt;
      if (fault) wrong = path;
      if (field.holds === 'list') return fault ? 'text' : depth > DEEPEST ? [] : [memberOf(field, depth, `${path}[0]`)];
      if (field.holds === 'map') return fault ? ['text'] : { a: memberOf(field, depth, `${path}.a`) };
      if (fault) return wrongOf(field.type === undefined ? field.of : 'object');
      return memberOf(field, depth, path);
    }

    function memberOf({ of, type, values }: PodField, depth: number, path: string): Json {
      if (type !== undefined) return depth > DEEPEST ? {} : objectOf(type, depth, path);
      return values?.[0] ?? RIGHT[of];
    }
  }
}

const RIGHT: Readonly<Record<PodScalar, Json>> = {
  text: '2026-11-21T12:00:00Z',
  number: 7,
  boolean: true,
  quantity: '500m',
  'number-or-text': 80,
  anything: {},
  object: {},
};

function wrongOf(of: PodScalar): Json {
  switch (of) {
    case 'text':
      return 5;
    case 'number':
      return '5';
    case 'boolean':
      return 'true';
    default:
      return true;
  }
}

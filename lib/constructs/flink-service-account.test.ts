// SPDX-License-Identifier: Apache-2.0
import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { PropsError } from '../manifests/props-error.ts';
import { FlinkServiceAccount } from './flink-service-account.ts';

const chart = (): Chart => new Chart(Testing.app(), 'test', { namespace: 'streaming', labels: { team: 'a' } });

describe('a service account', () => {
  it('service-account', async () => {
    const app = new App();
    new FlinkServiceAccount(new Chart(app, 'test', { namespace: 'streaming' }), 'account', {
      labels: { team: 'a' },
      annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/flink' },
    });
    await expect(app.synthYaml()).toMatchFileSnapshot('golden/service-account.yaml');
  });

  it('is found as the default child and by its brand, and takes patches', () => {
    const account = new FlinkServiceAccount(chart(), 'account', { name: 'fraud', labels: { team: 'own' } });
    expect(account).toMatchObject({ name: 'fraud', namespace: 'streaming' });
    expect(ApiObject.of(account)).toBe(account.resource);
    expect(FlinkServiceAccount.isFlinkServiceAccount(account)).toBe(true);
    expect(FlinkServiceAccount.isFlinkServiceAccount(account.resource)).toBe(false);
    account.resource.addJsonPatch(JsonPatch.add('/automountServiceAccountToken', false));
    expect(account.resource.toJson()).toMatchObject({
      metadata: { labels: { team: 'own' } },
      automountServiceAccountToken: false,
    });
  });

  it.each<[mistake: string, props: object, says: RegExp]>([
    ['misspelt', { nmae: 'flink' }, /props.unknown at nmae[^]*did you mean 'name'/],
    ['with a name that Kubernetes refuses', { name: 'Flink' }, /props.invalid at name/],
    ['with an annotation that is a number', { annotations: { a: 1 } }, /props.invalid at annotations\['a'\]/],
  ])('%s', (_, props, says) => {
    expect(() => new FlinkServiceAccount(chart(), 'account', props as never)).toThrow(says);
    expect(() => new FlinkServiceAccount(chart(), 'account', props as never)).toThrow(PropsError);
  });
});

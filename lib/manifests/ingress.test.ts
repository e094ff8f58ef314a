// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ingress, ingressAddress } from './ingress.ts';

const AT = { name: 'clicks', namespace: 'streams' };

describe('the address of an Ingress', () => {
  it.each([
    ['{{name}}.{{namespace}}.flink.example.org', { host: 'clicks.streams.flink.example.org' }],
    ['/{{namespace}}/{{name}}(/|$)(.*)', { path: '/streams/clicks(/|$)(.*)' }],
    ['flink.example.org/{{namespace}}/{{name}}', { host: 'flink.example.org', path: '/streams/clicks' }],
    ['HTTPS://user@flink.example.org:8443/x?y#z', { host: 'flink.example.org', path: '/x' }],
    ['{{NAME}}.example.org?x', { host: 'clicks.example.org' }],
    ['[::1]:80/x', { host: '[::1]', path: '/x' }],
    ['example.org/a%20b/../c', { host: 'example.org', path: '/a%20b/../c' }],
  ])('%s', (template, expected) => {
    expect(ingressAddress(template, AT)).toEqual(expected);
  });

  it.each(['', 'example.org:http/x', 'example.org:70000', 'a:b:c'])('%j is refused', (template) => {
    expect(() => ingressAddress(template, AT)).toThrow(/^spec\.ingress\.template: /u);
  });

  it('does not take a name for a pattern', () => {
    expect(ingressAddress('{{name}}.x', { name: '$&', namespace: 'n' })).toEqual({ host: '$&.x' });
  });
});

describe('an Ingress', () => {
  const owner = { ...AT, uid: '6f0f0c5e' };

  it('leads to the REST Service and belongs to the FlinkDeployment', () => {
    const spec = {
      template: 'flink.example.org/{{name}}',
      className: 'nginx',
      labels: { team: 'data', component: 'mine' },
      annotations: { a: 'b' },
      tls: [{ hosts: ['flink.example.org'], secretName: 'tls' }],
    };
    expect(ingress(spec, owner, { 'rest.port': '8082' })).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'clicks',
        namespace: 'streams',
        labels: { team: 'data', component: 'ingress' },
        annotations: { a: 'b' },
        ownerReferences: [
          {
            apiVersion: 'flink.apache.org/v1beta1',
            kind: 'FlinkDeployment',
            name: 'clicks',
            uid: '6f0f0c5e',
            blockOwnerDeletion: true,
            controller: true,
          },
        ],
      },
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: ['flink.example.org'], secretName: 'tls' }],
        rules: [
          {
            host: 'flink.example.org',
            http: {
              paths: [
                {
                  path: '/clicks',
                  pathType: 'ImplementationSpecific',
                  backend: { service: { name: 'clicks-rest', port: { number: 8082 } } },
                },
              ],
            },
          },
        ],
      },
    });
  });

  it('has no member that nothing was said about', () => {
    const { metadata, spec } = ingress({ template: 'a.example.org' }, owner, {});
    expect(Object.keys(metadata ?? {})).not.toContain('annotations');
    expect(Object.keys(spec ?? {})).toEqual(['rules']);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { POD_TEMPLATE_TYPE, podFieldsOf } from './pod-field.ts';
import { POD_FIELDS } from './pod-fields.ts';

describe('the fields of a pod template', () => {
  it.each([
    ['PodSpec', 'containers', { holds: 'list', of: 'object', type: 'Container' }],
    ['PodSpec', 'nodeSelector', { holds: 'map', of: 'text' }],
    ['PodSpec', 'hostNetwork', { holds: 'one', of: 'boolean' }],
    ['ResourceRequirements', 'limits', { holds: 'map', of: 'quantity' }],
    ['ContainerPort', 'protocol', { holds: 'one', of: 'text', values: ['SCTP', 'TCP', 'UDP'] }],
    ['HTTPGetAction', 'port', { holds: 'one', of: 'number-or-text' }],
    ['PodSecurityContext', 'supplementalGroups', { holds: 'list', of: 'number' }],
    ['ManagedFieldsEntry', 'fieldsV1', { holds: 'one', of: 'anything' }],
    ['HostPathVolumeSource', 'type', { holds: 'one', of: 'text' }],
  ])('%s.%s', (type, name, field) => {
    expect(podFieldsOf(type).get(name)).toMatchObject(field);
  });

  it('leads to no type that is not in the table', () => {
    for (const type of Object.keys(POD_FIELDS))
      for (const [name, field] of podFieldsOf(type))
        if (field.type !== undefined) expect(POD_FIELDS, `${type}.${name}`).toHaveProperty(field.type);
    expect([...podFieldsOf(POD_TEMPLATE_TYPE).keys()]).toEqual(['metadata', 'spec']);
    expect(podFieldsOf('toString').size).toBe(0);
  });

  it('are those that the Java operator’s definition has', async () => {
    const { fields } = (await import('../../test/fixtures/crd-fields/flinkdeployment.json', { with: { type: 'json' } }))
      .default as { fields: { path: string; children?: string[] }[] };
    const children = fields.find(({ path }) => path === 'spec.podTemplate.spec')?.children ?? [];
    const unknown = children.filter((name) => !podFieldsOf('PodSpec').has(name));
    // of a Kubernetes newer than the table
    expect(unknown).toEqual(['schedulingGroup']);
  });
});

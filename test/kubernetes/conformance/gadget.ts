// SPDX-License-Identifier: Apache-2.0
// The custom resource of the conformance scripts: small, with one of everything.

const GROUP = 'conformance.flinkwright.dev';

export const GADGET_API: string = `${GROUP}/v1`;
export const DEFINITIONS: string = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
export const DEFINITION_NAME: string = `gadgets.${GROUP}`;

export const GADGET_DEFINITION: unknown = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: DEFINITION_NAME },
  spec: {
    group: GROUP,
    scope: 'Namespaced',
    names: { kind: 'Gadget', listKind: 'GadgetList', plural: 'gadgets', singular: 'gadget', shortNames: ['gg'] },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.replicas',
            statusReplicasPath: '.status.replicas',
            labelSelectorPath: '.status.selector',
          },
        },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                required: ['size'],
                properties: {
                  size: { type: 'string', enum: ['small', 'large'] },
                  replicas: { type: 'integer', minimum: 0, default: 1 },
                  either: { 'x-kubernetes-int-or-string': true },
                  free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
                  template: {
                    type: 'object',
                    'x-kubernetes-embedded-resource': true,
                    'x-kubernetes-preserve-unknown-fields': true,
                  },
                  map: { type: 'object', additionalProperties: { type: 'string' } },
                  list: { type: 'array', items: { type: 'object', properties: { a: { type: 'integer' } } } },
                  nothing: { type: 'string', nullable: true },
                  flag: { type: 'boolean' },
                  name: { type: 'string', pattern: '^[a-z]+$', maxLength: 5 },
                },
              },
              status: {
                type: 'object',
                properties: { phase: { type: 'string' }, replicas: { type: 'integer' }, selector: { type: 'string' } },
              },
            },
          },
        },
      },
    ],
  },
};

/** A Gadget with this spec. */
export function gadget(name: string, spec: unknown, more: object = {}): unknown {
  return { apiVersion: GADGET_API, kind: 'Gadget', metadata: { name }, spec, ...more };
}

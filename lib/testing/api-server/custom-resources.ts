// SPDX-License-Identifier: Apache-2.0
// CustomResourceDefinitions: what one says becomes served, and goes out of service together with its objects when it is deleted. Conversion
// webhooks are not called; versions differ in nothing but their name.

import { CLEANUP_FINALIZER } from './finalizers.ts';
import type { Operations } from './operations.ts';
import { internalContext } from './request-context.ts';
import type { ResourceRegistry } from './resource-registry.ts';
import type { ResourceType } from './resource-type.ts';
import { storageKey } from './resource-type.ts';
import type { Change, Store } from './store.ts';
import { timestamp } from '../../kubernetes/timestamp.ts';
import type { StoredObject } from './stored-object.ts';
import type { StructuralSchema } from './structural-schema.ts';

const CONTEXT = internalContext('apiextensions-apiserver');

interface DefinitionSpec {
  group: string;
  scope: 'Namespaced' | 'Cluster';
  names: {
    kind: string;
    listKind?: string;
    plural: string;
    singular?: string;
    shortNames?: string[];
    categories?: string[];
  };
  versions: DefinitionVersion[];
}

interface DefinitionVersion {
  name: string;
  served: boolean;
  storage: boolean;
  schema?: { openAPIV3Schema?: StructuralSchema };
  subresources?: {
    status?: unknown;
    scale?: { specReplicasPath: string; statusReplicasPath: string; labelSelectorPath?: string };
  };
  selectableFields?: { jsonPath: string }[];
  additionalPrinterColumns?: { name: string; type: string; jsonPath: string; priority?: number }[];
}

/** Keeps the registry in step with the definitions in the store. Returns how to stop. */
export function serveCustomResources(options: {
  store: Store;
  operations: Operations;
  registry: ResourceRegistry;
  now: () => number;
}): () => void {
  const { store, operations, registry, now } = options;
  const definitions = registry.byName('customresourcedefinitions');
  return store.onChange((change: Change) => {
    if (change.resource !== storageKey(definitions)) {
      finishCleanup(change);
      return;
    }
    const { name } = change.object.metadata;
    if (change.type === 'DELETED') {
      registry.replace(name, []);
      return;
    }
    registry.replace(name, typesOf(change.object));
    if (change.object.metadata.deletionTimestamp !== undefined) cleanUp(change.object);
    else if (
      (change.object['status'] as { acceptedNames?: { kind?: string } } | undefined)?.acceptedNames?.kind === undefined
    )
      establish(change.object);
  });

  function establish(definition: StoredObject): void {
    const { names } = definition['spec'] as DefinitionSpec;
    const at = timestamp(now());
    const condition = (type: string, reason: string, message: string): object => ({
      type,
      status: 'True',
      lastTransitionTime: at,
      reason,
      message,
    });
    const status = {
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
      ],
      acceptedNames: names,
      storedVersions: (definition['spec'] as DefinitionSpec).versions
        .filter((version) => version.storage)
        .map((version) => version.name),
    };
    const place = { type: definitions, namespace: '', name: definition.metadata.name };
    const current = operations.find(place);
    if (current !== undefined) operations.replace(place, current, { ...current, status }, 'status', CONTEXT);
  }

  function cleanUp(definition: StoredObject): void {
    if (!(definition.metadata.finalizers ?? []).includes(CLEANUP_FINALIZER)) return;
    const [type] = typesOf(definition);
    if (type !== undefined) {
      for (const object of store.list(storageKey(type))) {
        const { name, namespace = '' } = object.metadata;
        operations.delete({ type, namespace, name }, {}, CONTEXT);
      }
    }
    releaseWhenEmpty(definition, type);
  }

  function finishCleanup(change: Change): void {
    if (change.type !== 'DELETED') return;
    const [group = '', plural = ''] = change.resource.split('/');
    const definition = store.get(storageKey(definitions), `${plural}.${group}`);
    if (definition?.metadata.deletionTimestamp === undefined) return;
    releaseWhenEmpty(definition, typesOf(definition)[0]);
  }

  function releaseWhenEmpty(definition: StoredObject, type: ResourceType | undefined): void {
    if (type !== undefined && store.list(storageKey(type)).length > 0) return;
    const place = { type: definitions, namespace: '', name: definition.metadata.name };
    const current = operations.find(place);
    if (current === undefined) return;
    const finalizers = (current.metadata.finalizers ?? []).filter((finalizer) => finalizer !== CLEANUP_FINALIZER);
    operations.replace(place, current, { ...current, metadata: { ...current.metadata, finalizers } }, 'main', CONTEXT);
  }
}

/** The served versions of a definition, the storage version first. */
function typesOf(definition: StoredObject): ResourceType[] {
  const { group, scope, names, versions } = definition['spec'] as DefinitionSpec;
  return versions
    .filter((version) => version.served)
    .sort((a, b) => Number(b.storage) - Number(a.storage))
    .map((version): ResourceType => {
      const scale = version.subresources?.scale;
      const schema = version.schema?.openAPIV3Schema;
      return {
        group,
        version: version.name,
        kind: names.kind,
        listKind: names.listKind ?? `${names.kind}List`,
        plural: names.plural,
        singular: names.singular ?? names.kind.toLowerCase(),
        shortNames: names.shortNames ?? [],
        categories: names.categories ?? [],
        namespaced: scope === 'Namespaced',
        statusSubresource: version.subresources?.status !== undefined,
        ...(scale === undefined
          ? {}
          : {
              scale: {
                spec: scale.specReplicasPath,
                status: scale.statusReplicasPath,
                ...(scale.labelSelectorPath === undefined ? {} : { selector: scale.labelSelectorPath }),
              },
            }),
        generation: true,
        custom: {
          definition: definition.metadata.name,
          ...(schema === undefined ? {} : { schema }),
          selectableFields: (version.selectableFields ?? []).map((field) => field.jsonPath),
          printerColumns: version.additionalPrinterColumns ?? [],
        },
      };
    });
}

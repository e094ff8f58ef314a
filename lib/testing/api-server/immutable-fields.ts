// SPDX-License-Identifier: Apache-2.0
// Fields of built-in objects that cannot be changed once they are set.

import { qualifiedResource } from './api-error.ts';
import type { FieldError } from './api-error.ts';
import { at, equal, isObject } from '../../runtime/json.ts';
import type { ResourceType } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';

const IMMUTABLE: Record<string, readonly (readonly string[])[]> = {
  'deployments.apps': [['spec', 'selector']],
  'replicasets.apps': [['spec', 'selector']],
  'statefulsets.apps': [
    ['spec', 'selector'],
    ['spec', 'serviceName'],
    ['spec', 'volumeClaimTemplates'],
    ['spec', 'podManagementPolicy'],
  ],
  'jobs.batch': [
    ['spec', 'selector'],
    ['spec', 'template'],
    ['spec', 'completionMode'],
  ],
  'rolebindings.rbac.authorization.k8s.io': [['roleRef']],
  'clusterrolebindings.rbac.authorization.k8s.io': [['roleRef']],
  secrets: [['type']],
};

/** What an update would change although it may not. */
export function validateImmutable(type: ResourceType, before: StoredObject, after: StoredObject): FieldError[] {
  const resource = qualifiedResource(type);
  const errors: FieldError[] = [];
  for (const path of IMMUTABLE[resource] ?? []) {
    if (!equal(at(before, path), at(after, path))) errors.push(immutable(path.join('.'), at(after, path)));
  }
  if (resource === 'services') errors.push(...clusterIp(before, after));
  if ((resource === 'configmaps' || resource === 'secrets') && before['immutable'] === true) {
    for (const field of ['immutable', 'data', 'binaryData']) {
      if (!equal(before[field], after[field])) {
        errors.push({
          reason: 'FieldValueForbidden',
          field,
          message: 'Forbidden: field is immutable when `immutable` is set',
        });
      }
    }
  }
  if (resource === 'persistentvolumeclaims') errors.push(...claim(before, after));
  return errors;
}

function immutable(field: string, value: unknown): FieldError {
  return {
    reason: 'FieldValueInvalid',
    field,
    message: `Invalid value: ${JSON.stringify(value) ?? 'null'}: field is immutable`,
  };
}

function clusterIp(before: StoredObject, after: StoredObject): FieldError[] {
  const was = at(before, ['spec', 'clusterIP']);
  const is = at(after, ['spec', 'clusterIP']);
  const external = at(before, ['spec', 'type']) === 'ExternalName' || at(after, ['spec', 'type']) === 'ExternalName';
  if (external || was === is || was === undefined) return [];
  const message = `Invalid value: ${JSON.stringify([is])}: may not change once set`;
  return [{ reason: 'FieldValueInvalid', field: 'spec.clusterIPs[0]', message }];
}

/** A claim may grow (`resources`) and be bound (`volumeName`), nothing else. */
function claim(before: StoredObject, after: StoredObject): FieldError[] {
  const rest = (object: StoredObject): unknown => {
    const spec = object['spec'];
    if (!isObject(spec)) return spec;
    const { resources: _resources, volumeName: _volumeName, volumeAttributesClassName: _class, ...others } = spec;
    return others;
  };
  if (equal(rest(before), rest(after))) return [];
  const message =
    'Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
  return [{ reason: 'FieldValueForbidden', field: 'spec', message }];
}

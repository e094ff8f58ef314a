// SPDX-License-Identifier: Apache-2.0
// How much the pods of a cluster may do. The defaults pass Kubernetes' Pod Security Standard *restricted* and run the official images as
// they are; whatever a pod template says itself wins over them, field by field.

import type { Container, PodSpec, PodTemplateSpec } from '../../kubernetes/objects.ts';
import { isObject } from '../../runtime/json.ts';
import { MAIN_CONTAINER } from '../cluster-names.ts';
import { flag, integer, object, oneOf } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';

/** Who the processes of the pods are, and what is kept from them. */
export interface SecurityProps {
  /**
   * User of all containers (`securityContext.runAsUser`); `'image'` leaves it to the images, which then must name a user that is not root
   * by its number. Official images before 2.2 do not.
   * @default 9999, the user `flink` of official images
   */
  readonly user?: number | 'image';
  /**
   * Group of all containers (`securityContext.runAsGroup`); `'image'` leaves it to the images.
   * @default - as `user`
   */
  readonly group?: number | 'image';
  /**
   * Group that owns the files of volumes (`securityContext.fsGroup`); `false` leaves them alone.
   * @default - as `group`, or 9999
   */
  readonly fsGroup?: number | false;
  /**
   * Whether Kubernetes refuses to start a container as root (`securityContext.runAsNonRoot`).
   * @default true
   */
  readonly nonRoot?: boolean;
  /**
   * Filter of system calls (`securityContext.seccompProfile.type`).
   * @default 'RuntimeDefault'
   */
  readonly seccompProfile?: 'RuntimeDefault' | 'Unconfined';
}

/** The user and the group `flink` of official images. */
const FLINK = 9999;

const idOrImage: Shape<number | 'image'> = (value, path, report) =>
  value === 'image' ? value : integer(0)(value, path, report);

/** The shape of `security`: `false` for no defaults at all. */
export const securityShape: Shape<SecurityProps | false> = (value, path, report) =>
  value === false
    ? value
    : object<SecurityProps>({
        user: idOrImage,
        group: idOrImage,
        fsGroup: (id, at, to) => (id === false ? id : integer(0)(id, at, to)),
        nonRoot: flag,
        seccompProfile: oneOf(['RuntimeDefault', 'Unconfined']),
      })(value, path, report);

/** The `securityContext` of pods. */
function podSecurity({
  user = FLINK,
  group = user,
  fsGroup = group === 'image' ? FLINK : group,
  nonRoot = true,
  seccompProfile = 'RuntimeDefault',
}: SecurityProps): Record<string, unknown> {
  return {
    ...(nonRoot ? { runAsNonRoot: true } : {}),
    ...(user === 'image' ? {} : { runAsUser: user }),
    ...(group === 'image' ? {} : { runAsGroup: group }),
    ...(fsGroup === false ? {} : { fsGroup }),
    seccompProfile: { type: seccompProfile },
  };
}

/** `template` of Flink's pods with everything that it leaves open about security; it is not changed. */
export function secured(template: PodTemplateSpec | undefined, security: SecurityProps | false): PodTemplateSpec {
  if (security === false) return template ?? {};
  const spec: PodSpec = template?.spec ?? {};
  const containers = Array.isArray(spec.containers) ? spec.containers : [];
  const hasMain = containers.some((container) => container?.name === MAIN_CONTAINER);
  const complete = hasMain ? containers : [{ name: MAIN_CONTAINER }, ...containers];
  return securedPod({ ...template, spec: { ...spec, containers: complete } }, security);
}

/** As {@link secured}, for pods of any kind. */
export function securedPod(template: PodTemplateSpec, security: SecurityProps | false): PodTemplateSpec {
  if (security === false) return template;
  const spec: PodSpec = template.spec ?? {};
  const ofPod = { ...podSecurity(security), ...(isObject(spec['securityContext']) ? spec['securityContext'] : {}) };
  // root that is asked for is not refused again
  if (ofPod['runAsUser'] === 0 && !saysNonRoot(spec)) delete ofPod['runAsNonRoot'];
  return {
    ...template,
    spec: {
      ...spec,
      securityContext: ofPod,
      ...(Array.isArray(spec.initContainers) ? { initContainers: spec.initContainers.map(securedContainer) } : {}),
      ...(Array.isArray(spec.containers) ? { containers: spec.containers.map(securedContainer) } : {}),
    },
  };
}

function saysNonRoot(spec: PodSpec): boolean {
  return isObject(spec['securityContext']) && spec['securityContext']['runAsNonRoot'] !== undefined;
}

function securedContainer(container: Container): Container {
  const own = isObject(container['securityContext']) ? container['securityContext'] : {};
  const capabilities = isObject(own['capabilities']) ? own['capabilities'] : {};
  // Kubernetes refuses these beside a denied escalation
  const escalates =
    own['privileged'] === true ||
    (Array.isArray(capabilities['add']) && capabilities['add'].some((name) => /^(CAP_)?SYS_ADMIN$/.test(String(name))));
  return {
    ...container,
    securityContext: {
      ...(escalates ? {} : { allowPrivilegeEscalation: false }),
      ...(own['runAsUser'] === 0 ? { runAsNonRoot: false } : {}),
      ...own,
      capabilities: { drop: ['ALL'], ...capabilities },
    },
  };
}

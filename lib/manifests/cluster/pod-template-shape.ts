// SPDX-License-Identifier: Apache-2.0
// The shape of pod templates and containers in props: as much of it as is needed to lay one over the other. Everything else is checked by the
// rules of the API, or by Kubernetes.

import type { Container, PodTemplateSpec } from '../../kubernetes/objects.ts';
import { isObject } from '../../runtime/json.ts';
import { jsonObject } from '../json-shape.ts';
import { reject, shown } from '../props-shape.ts';
import type { Shape, ShapeReport } from '../props-shape.ts';

/** Looks at a member that may be missing; whether it is what it must be. */
type Check = (value: unknown, path: string, report: ShapeReport) => boolean;

/** An object whose listed members are checked. */
function record(members: Readonly<Record<string, Check>>): Check {
  return (value, path, report) => {
    if (value === undefined || value === null) return true;
    if (!isObject(value)) return refuse(value, path, report, 'an object');
    return Object.entries(members).every(([name, check]) => check(value[name], `${path}.${name}`, report));
  };
}

/** A list of objects. */
function list(check: Check): Check {
  return (value, path, report) => {
    if (value === undefined || value === null) return true;
    if (!Array.isArray(value)) return refuse(value, path, report, 'a list');
    return value.every((item: unknown, index) =>
      isObject(item)
        ? check(item, `${path}[${index}]`, report)
        : refuse(item, `${path}[${index}]`, report, 'an object'),
    );
  };
}

function refuse(value: unknown, path: string, report: ShapeReport, what: string): false {
  reject(report, path, `${shown(value)} is not ${what}`, what, 'write it as Kubernetes does');
  return false;
}

const anything = record({});
const securityContext = record({ capabilities: anything });
const container = record({
  env: list(anything),
  volumeMounts: list(anything),
  resources: record({ requests: anything, limits: anything }),
  securityContext,
});
const template = record({
  metadata: record({ labels: anything, annotations: anything }),
  spec: record({
    containers: list(container),
    initContainers: list(container),
    volumes: list(anything),
    imagePullSecrets: list(anything),
    securityContext,
  }),
});

/** A pod template. */
export const podTemplateShape: Shape<PodTemplateSpec> = (value, path, report) => {
  const checked = jsonObject(value, path, report);
  return checked !== undefined && template(checked, path, report) ? checked : undefined;
};

/** A container with a name. */
export const containerShape: Shape<Container> = (value, path, report) => {
  const checked = jsonObject(value, path, report);
  if (checked === undefined || !container(checked, path, report)) return undefined;
  const { name } = checked;
  if (typeof name === 'string' && name !== '') return checked as unknown as Container;
  return reject(
    report,
    `${path}.name`,
    'is missing',
    'a name of its own',
    'give the container a name',
    'props.missing',
  );
};

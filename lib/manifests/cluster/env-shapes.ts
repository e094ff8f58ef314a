// SPDX-License-Identifier: Apache-2.0
// The shapes of variables in props.

import { isSecretVariable } from '../../kubernetes/secret-variable.ts';
import { isObject } from '../../runtime/json.ts';
import { jsonObject } from '../json-shape.ts';
import { object, recordOf, reject, shown } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import type { EnvFrom, EnvValue } from './env-value.ts';

const reference = object<{ valueFrom: Record<string, unknown> }>({ valueFrom: jsonObject }, ['valueFrom']);

/** The value of one variable. */
export const envValueShape: Shape<EnvValue> = (value, path, report) => {
  if (typeof value === 'string') return value;
  // a container's variable without its name, which is also what cdk8s-plus makes
  if (isObject(value) && typeof value['value'] === 'string' && value['valueFrom'] === undefined) return value['value'];
  if (typeof value === 'object') {
    const checked = reference(value, path, report);
    return checked?.valueFrom === undefined ? undefined : checked;
  }
  return reject(
    report,
    path,
    `${shown(value)} is not the value of a variable`,
    'text, or { valueFrom: ... }',
    "quote it: 'true', '1'",
  );
};

const variables = recordOf(envValueShape);

/** The shape of `env`. Secrets come by reference. */
export const envShape: Shape<Record<string, EnvValue>> = (value, path, report) => {
  const env = variables(value, path, report);
  if (env === undefined) return undefined;
  for (const [name, given] of Object.entries(env)) {
    if (!/^[-._a-zA-Z][-._a-zA-Z\d]*$/.test(name))
      reject(report, `${path}['${name}']`, `'${name}' cannot be a name`, 'letters, digits, _', 'change it');
    else if (typeof given === 'string' && given !== '' && isSecretVariable(name))
      reject(
        report,
        `${path}['${name}']`,
        'holds a secret, which everybody could read in the manifest',
        'a reference',
        `put it into a Secret and give EnvValue.fromSecret('name', 'key')`,
        'props.secret',
      );
  }
  return env;
};

/** One source of many variables. */
export const envFromShape: Shape<EnvFrom> = (value, path, report) =>
  isObject(value) && (isObject(value['secretRef']) || isObject(value['configMapRef']))
    ? jsonObject(value, path, report)
    : reject(
        report,
        path,
        `${shown(value)} is not a source of variables`,
        '{ secretRef: { name } }, { configMapRef: { name } }',
        "use EnvFrom.secret('name') or EnvFrom.configMap('name')",
      );

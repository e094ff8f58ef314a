// SPDX-License-Identifier: Apache-2.0
// The shape of a session's props: those of a cluster, and what makes it reachable. What members mean for each other is checked in
// `flink-session-rules.ts`, and what the finished resource means in `lib/api`.

import { CLUSTER_MEMBERS } from './cluster/cluster-shape.ts';
import { configShape } from './config-shape.ts';
import { APPLICATION_MEMBERS } from './flink-application-shape.ts';
import type { FlinkSessionProps, SessionPort, SqlGatewayProps } from './flink-session-props.ts';
import { jsonObject } from './json-shape.ts';
import { flag, integer, listOf, object, oneOf, positive, reject, shown } from './props-shape.ts';
import type { Shape } from './props-shape.ts';
import { sizeShape } from './quantity-shapes.ts';

const portNumber = integer(1, 65_535);

const portName: Shape<string> = (value, path, report) =>
  typeof value === 'string' && /^(?=.*[a-z])[a-z\d](?:-?[a-z\d]){0,14}$/.test(value) && value.length <= 15
    ? value
    : reject(
        report,
        path,
        `${shown(value)} cannot be the name of a port`,
        'at most 15 lower-case letters, digits and single -, one of them a letter',
        "change it: 'jmx', 'metrics'",
      );

const gatewayMembers = object<SqlGatewayProps>({
  port: portNumber,
  cpu: positive,
  memory: sizeShape,
  config: configShape,
  podTemplate: jsonObject,
});

const sqlGateway: Shape<boolean | SqlGatewayProps> = (value, path, report) =>
  typeof value === 'object' && value !== null ? gatewayMembers(value, path, report) : flag(value, path, report);

const members = object<FlinkSessionProps>(
  {
    ...CLUSTER_MEMBERS,
    sqlGateway,
    ports: listOf(
      object<SessionPort>({ name: portName, port: portNumber, protocol: oneOf(['TCP', 'UDP']) }, ['name', 'port']),
    ),
  },
  ['flinkVersion'],
);

/** What an application takes beyond its cluster. */
const OF_JOBS: ReadonlySet<string> = new Set(
  Object.keys(APPLICATION_MEMBERS).filter((name) => !Object.hasOwn(CLUSTER_MEMBERS, name)),
);

/** The shape of `FlinkSessionProps`. */
export const flinkSessionShape: Shape<FlinkSessionProps> = (value, path, report) => {
  const before = report.findings.length;
  const checked = members(value, path, report);
  for (const found of report.findings.slice(before)) {
    if (found.code === 'props.unknown' && OF_JOBS.has(found.path))
      found.remedy = `it is about a job: session.addJob('…', { ${found.path} })`;
  }
  return checked;
};

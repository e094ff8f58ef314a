// SPDX-License-Identifier: Apache-2.0
// What a session's props mean for each other beyond those of its cluster: combinations that the operator or Flink would ignore or cannot
// carry out. All rules speak, in this order.

import { flinkVersionAtLeast, flinkVersionText } from '../flink/flink-version.ts';
import { notOverwritten } from './cluster/cluster-rules.ts';
import type { ClusterRule } from './cluster/cluster-rules.ts';
import { finding } from './finding.ts';
import type { FlinkSessionProps } from './flink-session-props.ts';

const NativeSessionsSizeThemselves: ClusterRule<FlinkSessionProps> = ({
  taskManager,
  mode = 'native',
  flinkVersion,
}) =>
  taskManager?.replicas === undefined || mode === 'standalone'
    ? []
    : [
        finding(
          'props.ignored',
          'taskManager.replicas',
          'would be ignored: a native session starts TaskManagers when jobs need them, and stops them when they are idle',
          flinkVersion === undefined || flinkVersionAtLeast(flinkVersion, 'v1_19')
            ? "remove it; to keep slots ready: config: { 'slotmanager.number-of-slots.min': … }; for a fixed number: mode: 'standalone'"
            : "remove it; for a fixed number: mode: 'standalone'",
        ),
      ];

const GatewayNeedsFlink116: ClusterRule<FlinkSessionProps> = ({ sqlGateway, flinkVersion }) =>
  sqlGateway === undefined ||
  sqlGateway === false ||
  flinkVersion === undefined ||
  flinkVersionAtLeast(flinkVersion, 'v1_16')
    ? []
    : [
        finding(
          'props.invalid',
          'sqlGateway',
          `does not exist in Flink ${flinkVersionText(flinkVersion)}`,
          'remove it, or use Flink 1.16 or later',
          'error',
          'Flink 1.16 and later',
        ),
      ];

/** Ports that Flink's own container has already, by name and by number. */
const OWN_PORTS: Readonly<Record<string, readonly [key: string, number: number]>> = {
  rest: ['rest.bind-port', 8081],
  'jobmanager-rpc': ['jobmanager.rpc.port', 6123],
  blobserver: ['blob.server.port', 6124],
};

const PortsAreFree: ClusterRule<FlinkSessionProps> = ({ ports = [] }, { entries }) => {
  const taken = new Map<string | number, string>();
  for (const [name, [key, number]] of Object.entries(OWN_PORTS)) {
    taken.set(name, `Flink's own port '${name}'`);
    taken.set(Number(entries[key] ?? number), `Flink's own port '${name}'`);
  }
  return ports.flatMap(({ name, port, protocol = 'TCP' }, index) => {
    const at = `ports[${index}]`;
    const clashes = (['name', 'port'] as const).flatMap((member) => {
      const value = member === 'name' ? name : protocol === 'TCP' ? port : `${port}/${protocol}`;
      const other = taken.get(value);
      if (other === undefined) taken.set(value, `\`${at}\``);
      return other === undefined
        ? []
        : [finding('props.twice', `${at}.${member}`, `is that of ${other}, too`, 'choose another')];
    });
    return clashes;
  });
};

/** Keys that mean something for an application only. */
const OVERWRITTEN: Readonly<Record<string, string>> = {
  '$internal.application.main': '`addJob`',
  '$internal.application.program-args': '`addJob`',
};

/** The rules that hold for sessions besides those of every cluster. */
export const SESSION_RULES: readonly ClusterRule<FlinkSessionProps>[] = [
  NativeSessionsSizeThemselves,
  GatewayNeedsFlink116,
  PortsAreFree,
  notOverwritten(OVERWRITTEN),
];

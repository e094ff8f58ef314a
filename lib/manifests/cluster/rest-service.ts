// SPDX-License-Identifier: Apache-2.0
// How Flink's REST API and web interface are reached: the Service in front of the JobManager, and the ports of the processes.

import { flinkOptions } from '../../flink/options.ts';
import { formatMap } from '../../flink/structured-text.ts';
import { integer, object, oneOf, recordOf } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import { plainText } from './common-shapes.ts';
import { known, named } from './option-name.ts';
import type { OptionName } from './option-name.ts';

/** The Service `<cluster>-rest`. */
export interface RestServiceProps {
  /**
   * Its type (`kubernetes.rest-service.exposed.type`); `Headless_ClusterIP` has no address of its own.
   * @default - the operator's: `ClusterIP`
   */
  readonly type?: 'ClusterIP' | 'Headless_ClusterIP' | 'NodePort' | 'LoadBalancer';
  /**
   * Its annotations (`kubernetes.rest-service.annotations`).
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Ports of Flink's processes. */
export interface PortsProps {
  /** REST API and web interface, and port of the Service (`rest.port`). @default 8081 */
  readonly rest?: number;
  /** Calls to the JobManager (`jobmanager.rpc.port`). @default 6123 */
  readonly jobManagerRpc?: number;
  /** Files that TaskManagers fetch from the JobManager (`blob.server.port`). @default 6124 */
  readonly blobServer?: number;
  /** Calls to TaskManagers (`taskmanager.rpc.port`). @default 6122 */
  readonly taskManagerRpc?: number;
  /** Records between TaskManagers (`taskmanager.data.port`). @default - a free one */
  readonly taskManagerData?: number;
}

const port = integer(1, 65_535);

/** The shape of `restService`. */
export const restServiceShape: Shape<RestServiceProps> = object<RestServiceProps>({
  type: oneOf(['ClusterIP', 'Headless_ClusterIP', 'NodePort', 'LoadBalancer']),
  annotations: recordOf(plainText),
});

/** The shape of `flinkPorts`. */
export const portsShape: Shape<PortsProps> = object<PortsProps>({
  rest: port,
  jobManagerRpc: port,
  blobServer: port,
  taskManagerRpc: port,
  taskManagerData: port,
});

const TYPE = known(flinkOptions.kubernetesRestServiceExposedType);
const ANNOTATIONS = known(flinkOptions.kubernetesRestServiceAnnotations);
const PORTS: Readonly<Record<keyof PortsProps, OptionName>> = {
  rest: named('rest.port', 'web.port'),
  jobManagerRpc: named('jobmanager.rpc.port'),
  blobServer: named('blob.server.port'),
  taskManagerRpc: named('taskmanager.rpc.port'),
  taskManagerData: named('taskmanager.data.port'),
};

/** Adds what `props.restService` and `props.flinkPorts` ask for. */
export function addRestService(
  { restService, flinkPorts }: { readonly restService?: RestServiceProps; readonly flinkPorts?: PortsProps },
  cluster: ClusterDraft,
): void {
  const { type, annotations } = restService ?? {};
  cluster.set(TYPE, type, 'restService.type');
  if (annotations !== undefined) cluster.set(ANNOTATIONS, formatMap(annotations), 'restService.annotations');
  if (flinkPorts === undefined) return;
  for (const [name, option] of Object.entries(PORTS))
    cluster.set(option, flinkPorts[name as keyof PortsProps], `flinkPorts.${name}`);
}

// SPDX-License-Identifier: Apache-2.0
// Where the names live that one brings along from the resource, from Kubernetes or from Flink, and which factory makes what was given as a
// plain value. Only words for messages: nothing is understood because it stands here.

/** What to do about a member that is not where it belongs. */
export interface Home {
  readonly remedy: string;
  /** The path that is meant, if the value could stand there: that nothing is there is then no mistake of its own. */
  readonly meant?: string;
}

type Entry = readonly [names: string, remedy: (name: string) => string, meant?: string];

const scheduling = 'nodeSelector affinity tolerations topologySpread topologySpreadConstraints priorityClassName';
const schedulingName = (name: string): string => (name.startsWith('topology') ? 'topologySpread' : name);
const wholePods = 'env envFrom mounts sidecars initContainers podLabels podAnnotations imagePullSecrets serviceAccount';

/** By the path of the object that has the member; `jobManager` is looked up as `taskManager`. */
const ENTRIES: Readonly<Record<string, readonly Entry[]>> = {
  '': [
    ['jarURI jarUri jar', () => 'put it into the job: Job.jar(uri, { parallelism })', 'job'],
    [
      'parallelism args entryClass allowNonRestoredState restoreFrom redeployNonce startFresh',
      (name) => `it is about the job: Job.jar(uri, { ${name} })`,
    ],
    ['initialSavepointPath savepointPath fromSavepoint', () => 'it is about the job: Job.jar(uri, { restoreFrom })'],
    ['flinkConfiguration flinkConfig configuration conf properties', () => 'call it `config`'],
    [scheduling, (name) => `put it into \`scheduling\`: scheduling.${schedulingName(name)}`],
    [
      'resource resources cpu memory cpuLimit memoryLimit',
      () => 'say it of each: `jobManager: { cpu, memory }`, `taskManager: { cpu, memory }`',
    ],
    ['replicas', () => 'say whose: `taskManager.replicas`, `jobManager.replicas`'],
    ['slots taskSlots numberOfTaskSlots taskmanagerSlots', () => 'put it into `taskManager`: taskManager.slots'],
    ['volumes volumeMounts', () => "use `mounts`: { '/path': Volume.pvc('claim') }"],
    ['containers', () => 'use `sidecars`; for the container of Flink itself `podTemplate`'],
    ['name namespace labels annotations', (name) => `put it into \`metadata\`: metadata.${name}`],
    ['checkpointInterval checkpointing', () => 'put it into `state`: StateStore.s3(uri, { checkpointInterval })'],
    ['stateBackend backend', () => 'put it into `state`: StateStore.s3(uri, { backend })'],
    ['suspended suspend', () => 'use `jobState`: JobState.SUSPENDED'],
    ['log4j logback', (name) => `use \`logging\`: Logging.${name}(text)`],
    ['metrics prometheus', () => 'use `metricsReporters`: [MetricsReporter.prometheus()]'],
  ],
  job: [
    ['jarURI jarUri uri', () => 'call it `jar`, or use Job.jar(uri, …)', 'job.jar'],
    ['upgradeMode', () => 'put it beside `job`, not into it', 'upgradeMode'],
    ['state jobState', () => 'put `jobState` beside `job`, not into it', 'jobState'],
    ['initialSavepointPath savepointPath fromSavepoint', () => 'call it `restoreFrom`', 'job.restoreFrom'],
    ['savepointRedeployNonce', () => 'call it `redeployNonce`', 'job.redeployNonce'],
    ['mainClass className class', () => 'call it `entryClass`', 'job.entryClass'],
  ],
  taskManager: [
    ['resource resources limits requests', () => 'give `cpu`, `memory`, `cpuLimit`, `memoryLimit` in its place'],
    ['taskSlots numberOfTaskSlots', () => 'call it `slots`', 'taskManager.slots'],
    [scheduling, (name) => `put it into \`scheduling\`: scheduling.${schedulingName(name)}`],
    ['storage disk', () => 'call it `ephemeralStorage`'],
    [wholePods, (name) => `it is for all pods: put \`${name}\` outside; for these alone use their \`podTemplate\``],
  ],
  state: [
    ['interval', () => 'call it `checkpointInterval`', 'state.checkpointInterval'],
    ['timeout', () => 'call it `checkpointTimeout`', 'state.checkpointTimeout'],
    ['bucket path uri dir', () => "call it `directory`, a whole URI: 's3://bucket/path'", 'state.directory'],
    ['endpoint pathStyleAccess region', (name) => `put it into \`s3\`: { directory, s3: { ${name} } }`],
    ['credentials plugin', (name) => `say for which store: { directory, s3: { ${name} } }`],
  ],
  savepoint: [['formatType', () => 'call it `format`']],
  'env[]': [
    [
      'secretKeyRef configMapKeyRef fieldRef resourceFieldRef',
      (name) => `put it into \`valueFrom\`: { valueFrom: { ${name} } }`,
    ],
  ],
  'mounts[]': [
    [
      'emptyDir secret configMap persistentVolumeClaim hostPath csi ephemeral projected nfs',
      (name) => `put it into \`source\`: { source: { ${name} } }`,
    ],
  ],
};

const HOMES: ReadonlyMap<string, Home & { readonly path: string }> = new Map(
  Object.entries(ENTRIES).flatMap(([path, entries]) =>
    entries.flatMap(([names, remedy, meant]) =>
      names
        .split(' ')
        .map((name) => [
          path === '' ? name : `${path}.${name}`,
          { path, remedy: remedy(name), ...(meant === undefined ? {} : { meant }) },
        ]),
    ),
  ),
);

/** Where a member that is not known at `path` lives. */
export function homeOf(path: string): Home | undefined {
  const home = HOMES.get(general(path));
  if (home === undefined) return undefined;
  const component = path.startsWith('jobManager.') ? home.meant?.replace('taskManager', 'jobManager') : home.meant;
  // what a variable or a volume lacks is what was written beside its place
  const meant = component ?? (home.path.endsWith('[]') ? path.slice(0, path.lastIndexOf('.')) : undefined);
  return { remedy: home.remedy, ...(meant === undefined ? {} : { meant }) };
}

const STORES: Readonly<Record<string, string>> = {
  s3: 's3',
  s3a: 's3',
  s3p: 's3',
  gs: 'gcs',
  abfs: 'azure',
  abfss: 'azure',
  wasb: 'azure',
  wasbs: 'azure',
  hdfs: 'hdfs',
};

const SPREAD = ['TopologySpread.zones(), TopologySpread.nodes()', () => 'use a factory of TopologySpread'] as const;

/** What makes the object that belongs at `path`, for a value that is none. */
const FACTORIES: Readonly<Record<string, readonly [allowed: string, remedy: (text: string) => string]>> = {
  job: ['Job.jar(...), Job.sql(...), Job.python(...)', (text) => `write Job.jar(${text}, { parallelism })`],
  state: [
    'StateStore.s3(...), StateStore.gcs(...), StateStore.azure(...), StateStore.hdfs(...), StateStore.pvc(...)',
    (text) => `write StateStore.${STORES[/^'(\w+):/.exec(text)?.[1] ?? ''] ?? 'directory'}(${text})`,
  ],
  logging: ["Logging.levels('INFO'), Logging.log4j(...)", (text) => `write Logging.levels(${text.toUpperCase()})`],
  hadoop: ['Hadoop.configMap(...), Hadoop.files(...)', (text) => `write Hadoop.configMap(${text})`],
  'mounts[]': ['Volume.secret(...), Volume.configMap(...), Volume.pvc(...), …', () => 'use a factory of Volume'],
  'metricsReporters[]': ['MetricsReporter.prometheus(), …', () => 'use a factory of MetricsReporter'],
  'scheduling.topologySpread[]': SPREAD,
  'taskManager.scheduling.topologySpread[]': SPREAD,
  'job.startFresh': ["{ reason: 'why state is dropped' }", () => "say why: { reason: '…' }"],
  of: [
    "a construct, or { kind: 'FlinkDeployment', name: '…' }",
    (text) => `write { kind: 'FlinkDeployment', name: ${text} }`,
  ],
};

/** What is allowed at `path` in place of `value`, and how `value` is written so. */
export function factoryFor(path: string, value: unknown): readonly [allowed: string, remedy: string] | undefined {
  const [allowed, remedy] = FACTORIES[general(path)] ?? [];
  if (allowed === undefined || remedy === undefined) return undefined;
  const text = typeof value === 'string' && value.length <= 200 ? `'${value}'` : '…';
  return [allowed, typeof value === 'string' ? remedy(text) : 'use one of these'];
}

/** Without keys and indices, and with one word for both components. */
function general(path: string): string {
  return path.replace(/\[(?:\d+|'[^']*')\]/g, '[]').replace(/^jobManager\b/, 'taskManager');
}

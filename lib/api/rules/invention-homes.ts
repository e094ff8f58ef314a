// SPDX-License-Identifier: Apache-2.0
// Where settings really live that people write as fields of their own: field to home, by the object it was written in. Names are compared
// without regard to capitals, dashes and underscores. What is only misspelt is not here; the nearest name is found for it.

/**
 * A home is written as where and what: `spec:` a field of the spec, `here:` a field of the same object, `sibling:` one of the object
 * round it, `option:` a Flink option with its older name and the version that renamed it, `pod:` a field of the pod's spec, `container:` one
 * of Flink's container, `pod-metadata:` labels and annotations of pods; anything else is a sentence that is said as it stands.
 */
export type Home = string;

export type Homes = Readonly<Record<string, Home>>;

/** Fields of a pod's spec that are often looked for outside of it. */
const OF_THE_POD: Homes = Object.fromEntries(
  [
    'activeDeadlineSeconds',
    'affinity',
    'automountServiceAccountToken',
    'dnsConfig',
    'dnsPolicy',
    'enableServiceLinks',
    'hostAliases',
    'hostNetwork',
    'imagePullSecrets',
    'initContainers',
    'nodeName',
    'nodeSelector',
    'priorityClassName',
    'runtimeClassName',
    'schedulerName',
    'shareProcessNamespace',
    'terminationGracePeriodSeconds',
    'tolerations',
    'topologySpreadConstraints',
    'volumes',
    'containers',
  ].map((name) => [name, `pod:${name}`]),
);

/** Everything that a pod or Flink's container in it can have, under the names that are used for it. */
const PODS: Homes = {
  ...OF_THE_POD,
  env: 'container:env',
  envVars: 'container:env',
  environment: 'container:env',
  envFrom: 'container:envFrom',
  volumeMounts: 'container:volumeMounts',
  livenessProbe: 'container:livenessProbe',
  readinessProbe: 'container:readinessProbe',
  startupProbe: 'container:startupProbe',
  lifecycle: 'container:lifecycle',
  command: 'container:command',
  ports: 'container:ports',
  extraPorts: 'container:ports',
  sidecars: 'pod:containers',
  extraContainers: 'pod:containers',
  securityContext: 'pod:securityContext',
  podSecurityContext: 'pod:securityContext',
  labels: 'pod-metadata:labels',
  annotations: 'pod-metadata:annotations',
  podLabels: 'pod-metadata:labels',
  podAnnotations: 'pod-metadata:annotations',
  imagePullSecret: 'pod:imagePullSecrets',
  pullSecrets: 'pod:imagePullSecrets',
};

const CHECKPOINT_DIRECTORY = 'option:execution.checkpointing.dir|state.checkpoints.dir|1.20';
const SAVEPOINT_DIRECTORY = 'option:execution.checkpointing.savepoint-dir|state.savepoints.dir|1.20';

/** Settings of Flink that are options only. */
const OPTIONS: Homes = {
  savepointStorage: SAVEPOINT_DIRECTORY,
  savepointDir: SAVEPOINT_DIRECTORY,
  savepointsDir: SAVEPOINT_DIRECTORY,
  savepointDirectory: SAVEPOINT_DIRECTORY,
  savepointsDirectory: SAVEPOINT_DIRECTORY,
  checkpointStorage: CHECKPOINT_DIRECTORY,
  checkpointDir: CHECKPOINT_DIRECTORY,
  checkpointsDir: CHECKPOINT_DIRECTORY,
  checkpointDirectory: CHECKPOINT_DIRECTORY,
  checkpointInterval: 'option:execution.checkpointing.interval',
  checkpointing: 'option:execution.checkpointing.interval',
  checkpoints: 'option:execution.checkpointing.interval',
  stateBackend: 'option:state.backend.type|state.backend|1.17',
  stateStorage: CHECKPOINT_DIRECTORY,
  savepointInterval: 'option:kubernetes.operator.periodic.savepoint.interval',
  highAvailability: 'option:high-availability.type|high-availability|1.17',
  highAvailabilityEnabled: 'option:high-availability.type|high-availability|1.17',
  ha: 'option:high-availability.type|high-availability|1.17',
  haEnabled: 'option:high-availability.type|high-availability|1.17',
  restartStrategy: 'option:restart-strategy.type|restart-strategy|1.17',
  slots: 'option:taskmanager.numberOfTaskSlots',
  taskSlots: 'option:taskmanager.numberOfTaskSlots',
  numSlots: 'option:taskmanager.numberOfTaskSlots',
  numberOfSlots: 'option:taskmanager.numberOfTaskSlots',
  numberOfTaskSlots: 'option:taskmanager.numberOfTaskSlots',
  taskManagerSlots: 'option:taskmanager.numberOfTaskSlots',
  slotsPerTaskManager: 'option:taskmanager.numberOfTaskSlots',
  maxParallelism: 'option:pipeline.max-parallelism',
  autoscaler: 'option:job.autoscaler.enabled',
  autoscaling: 'option:job.autoscaler.enabled',
  serviceType: 'option:kubernetes.rest-service.exposed.type',
  jobName: 'option:pipeline.name',
  metrics: 'option:metrics.reporters',
  metricsReporters: 'option:metrics.reporters',
  classpath: 'option:pipeline.classpaths',
  classpaths: 'option:pipeline.classpaths',
  javaOpts: 'option:env.java.opts.all|env.java.opts|1.17',
  jvmOptions: 'option:env.java.opts.all|env.java.opts|1.17',
};

/** Fields of the job under other names. */
export const JOB: Homes = {
  jar: 'jarURI',
  jars: 'jarURI',
  jarFile: 'jarURI',
  jarName: 'jarURI',
  jarPath: 'jarURI',
  jarUrl: 'jarURI',
  uri: 'jarURI',
  artifact: 'jarURI',
  artifacts: 'jarURI',
  class: 'entryClass',
  className: 'entryClass',
  mainClass: 'entryClass',
  main: 'entryClass',
  entryPoint: 'entryClass',
  entryPointClass: 'entryClass',
  jobClass: 'entryClass',
  savepoint: 'initialSavepointPath',
  savepointPath: 'initialSavepointPath',
  fromSavepoint: 'initialSavepointPath',
  restoreFrom: 'initialSavepointPath',
  restorePath: 'initialSavepointPath',
  restoreFromSavepoint: 'initialSavepointPath',
  initialSavepoint: 'initialSavepointPath',
  arguments: 'args',
  argument: 'args',
  programArgs: 'args',
  programArguments: 'args',
  mainArgs: 'args',
  params: 'args',
  allowNonRestored: 'allowNonRestoredState',
  savepointNonce: 'savepointTriggerNonce',
  savepointGeneration: 'savepointTriggerNonce',
  checkpointNonce: 'checkpointTriggerNonce',
  upgradeStrategy: 'upgradeMode',
  restoreMode: 'upgradeMode',
  desiredState: 'state',
};

/** The same fields, seen from further up. */
export function prefixed(homes: Homes, prefix: string): Homes {
  return Object.fromEntries(Object.entries(homes).map(([name, home]) => [name, `${prefix}${home}`]));
}

const SESSION_OR_APPLICATION =
  'A resource with spec.job is an application, one without is a session cluster: remove the field, and give spec.job or leave it out.';

const SPEC: Homes = {
  ...PODS,
  ...OPTIONS,
  ...prefixed(JOB, 'spec:job.'),
  savepointPath: 'spec:job.initialSavepointPath',
  serviceAccountName: 'spec:serviceAccount',
  sa: 'spec:serviceAccount',
  version: 'spec:flinkVersion',
  pullPolicy: 'spec:imagePullPolicy',
  config: 'spec:flinkConfiguration',
  conf: 'spec:flinkConfiguration',
  configuration: 'spec:flinkConfiguration',
  properties: 'spec:flinkConfiguration',
  flinkConf: 'spec:flinkConfiguration',
  flinkProperties: 'spec:flinkConfiguration',
  flinkConfigurationOverrides: 'spec:flinkConfiguration',
  logConfig: 'spec:logConfiguration',
  logging: 'spec:logConfiguration',
  log4j: 'spec:logConfiguration',
  pod: 'spec:podTemplate',
  template: 'spec:podTemplate',
  resource: 'Give spec.jobManager.resource and spec.taskManager.resource, each with its own memory and cpu.',
  resources: 'Give spec.jobManager.resources and spec.taskManager.resources, each with its own requests.',
  memory: 'Give spec.jobManager.resource.memory and spec.taskManager.resource.memory.',
  cpu: 'Give spec.jobManager.resource.cpu and spec.taskManager.resource.cpu.',
  replicas: 'spec:taskManager.replicas',
  taskManagers: 'spec:taskManager.replicas',
  numberOfTaskManagers: 'spec:taskManager.replicas',
  type: SESSION_OR_APPLICATION,
  deploymentMode: SESSION_OR_APPLICATION,
  deploymentType: SESSION_OR_APPLICATION,
  executionMode: SESSION_OR_APPLICATION,
  clusterMode: SESSION_OR_APPLICATION,
  suspend: 'Write suspended (or running) as spec.job.state.',
  suspended: 'Write suspended (or running) as spec.job.state.',
  hadoopConfig: 'option:kubernetes.hadoop.conf.config-map.name',
  jobs: 'Describe each job of a session cluster as a FlinkSessionJob with spec.deploymentName.',
};

const JOB_OBJECT: Homes = {
  ...PODS,
  ...OPTIONS,
  ...prefixed(JOB, 'here:'),
  name: 'option:pipeline.name',
  mode: 'here:upgradeMode',
  suspend: 'Write suspended (or running) as spec.job.state.',
  suspended: 'Write suspended (or running) as spec.job.state.',
  script: 'A program of SQL or Python is run by a jar: set jarURI to the runner, and name the script in args.',
  sql: 'SQL is run by a jar: set jarURI to an SQL runner, and name the script in args.',
  pyFile:
    'Set entryClass to org.apache.flink.client.python.PythonDriver, jarURI to the flink-python jar of the image, and args to ["-py", "<file>"].',
  pyModule:
    'Set entryClass to org.apache.flink.client.python.PythonDriver, jarURI to the flink-python jar of the image, and args to ["-pym", "<module>"].',
};

const COMPONENT: Homes = {
  ...PODS,
  ...OPTIONS,
  memory: 'here:resource.memory',
  cpu: 'here:resource.cpu',
  ephemeralStorage: 'here:resource.ephemeralStorage',
  requests: 'here:resources.requests',
  limits: 'here:resources.limits',
  instances: 'here:replicas',
  count: 'here:replicas',
  parallelism: 'spec:job.parallelism',
  serviceAccount: 'spec:serviceAccount',
  serviceAccountName: 'spec:serviceAccount',
  config: 'spec:flinkConfiguration',
  configuration: 'spec:flinkConfiguration',
  flinkConfiguration: 'spec:flinkConfiguration',
  pod: 'here:podTemplate',
  template: 'here:podTemplate',
  storageDir: 'option:high-availability.storageDir',
};

const RESOURCE: Homes = {
  requests: 'sibling:resources.requests',
  limits: 'sibling:resources.limits',
  mem: 'here:memory',
  storage: 'here:ephemeralStorage',
  disk: 'here:ephemeralStorage',
  cpus: 'here:cpu',
  cores: 'here:cpu',
};

const RESOURCES: Homes = {
  cpu: 'here:requests.cpu',
  memory: 'here:requests.memory',
  'ephemeral-storage': 'here:requests.ephemeral-storage',
  request: 'here:requests',
  limit: 'here:limits',
};

const INGRESS: Homes = {
  host: 'here:template',
  hosts: 'here:template',
  hostname: 'here:template',
  url: 'here:template',
  domain: 'here:template',
  rule: 'here:template',
  rules: 'here:template',
  path: 'The path is a part of spec.ingress.template, behind the host.',
  class: 'here:className',
  ingressClass: 'here:className',
  ingressClassName: 'here:className',
  enabled: 'An ingress is made when spec.ingress is there: remove the field, or the whole of spec.ingress.',
  useTls: 'Give spec.ingress.tls, a list of hosts and secretName.',
};

/** Homes by the object in which the field was written, as a path below the spec. */
export const HOMES: Readonly<Record<string, Homes>> = {
  '': SPEC,
  job: JOB_OBJECT,
  jobManager: COMPONENT,
  taskManager: COMPONENT,
  'jobManager.resource': RESOURCE,
  'taskManager.resource': RESOURCE,
  'jobManager.resources': RESOURCES,
  'taskManager.resources': RESOURCES,
  ingress: INGRESS,
};

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { build, CONFIGURATION, files, named, pod } from '../../test/support/worked-example.ts';
import type { Built } from '../../test/support/worked-example.ts';

describe('options that shape the JobManager', () => {
  it.each<[string, Record<string, unknown>, (built: Built) => unknown, unknown]>([
    [
      'its service account',
      { 'kubernetes.jobmanager.service-account': 'jm' },
      (b) => pod(b).spec.serviceAccountName,
      'jm',
    ],
    [
      'host network',
      { 'kubernetes.hostnetwork.enabled': true },
      (b) => [pod(b).spec.hostNetwork, pod(b).spec.dnsPolicy, pod(b).main.ports],
      [true, 'ClusterFirstWithHostNet', []],
    ],
    [
      'pull secrets',
      { 'kubernetes.container.image.pull-secrets': 'a;b' },
      (b) => pod(b).spec.imagePullSecrets,
      [{ name: 'a' }, { name: 'b' }],
    ],
    ['a node selector', { 'kubernetes.jobmanager.node-selector': 'a:b' }, (b) => pod(b).spec.nodeSelector, { a: 'b' }],
    [
      'tolerations, names in any case',
      { 'kubernetes.jobmanager.tolerations': 'KEY:k,operator:Exists,TolerationSeconds:60,unknown:x' },
      (b) => pod(b).spec.tolerations,
      [{ key: 'k', operator: 'Exists', tolerationSeconds: 60 }],
    ],
    [
      'labels, never over its own',
      { 'kubernetes.jobmanager.labels': 'a:b,app:x' },
      (b) => b.deployment.metadata?.labels,
      { a: 'b', app: 'clicks', component: 'jobmanager', type: 'flink-native-kubernetes' },
    ],
    [
      'limit factors',
      { 'kubernetes.jobmanager.memory.limit-factor': 1.1, 'kubernetes.jobmanager.cpu.limit-factor': 2 },
      (b) => pod(b).main.resources?.limits,
      { cpu: '1.0', memory: '1760Mi' },
    ],
    [
      'a log directory',
      { 'kubernetes.flink.log.dir': '/log' },
      (b) => pod(b).main.env?.at(-1),
      { name: 'FLINK_LOG_DIR', value: '/log' },
    ],
    ['variables', { 'containerized.master.env.A': 'b' }, (b) => pod(b).main.env?.[1], { name: 'A', value: 'b' }],
    [
      'variables from Secrets',
      { 'kubernetes.env.secretKeyRef': 'env:A,secret:s,key:k' },
      (b) => pod(b).main.env?.at(-1),
      { name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ],
    [
      'Secrets',
      { 'kubernetes.secrets': 's:/s' },
      (b) => [pod(b).spec.volumes?.[2], pod(b).main.volumeMounts?.[2]],
      [
        { name: 's-volume', secret: { secretName: 's' } },
        { name: 's-volume', mountPath: '/s' },
      ],
    ],
    [
      "a user's Hadoop configuration",
      { 'kubernetes.hadoop.conf.config-map.name': 'h' },
      (b) => [pod(b).spec.volumes?.[2], pod(b).main.volumeMounts?.[2], pod(b).main.env?.at(-1)],
      [
        { name: 'hadoop-config-volume', configMap: { name: 'h' } },
        { name: 'hadoop-config-volume', mountPath: '/opt/hadoop/conf' },
        { name: 'HADOOP_CONF_DIR', value: '/opt/hadoop/conf' },
      ],
    ],
    [
      'Hadoop switched off',
      { 'kubernetes.hadoop.conf.config-map.name': 'h', 'kubernetes.decorator.hadoop-conf-mount.enabled': false },
      (b) => [pod(b).spec.volumes?.length, pod(b).main.env?.length],
      [4, 2],
    ],
    [
      'Kerberos',
      {
        'security.kerberos': {
          'login.keytab': '/here/me.keytab',
          'login.principal': 'me',
          'krb5-conf.path': '/etc/krb5.conf',
        },
      },
      (b) => [
        pod(b).main.volumeMounts?.slice(2, 4),
        /security\.kerberos\.login\.keytab: .*/u.exec(files(b)['flink-conf.yaml'] ?? '')?.[0],
      ],
      [
        [
          { name: 'kerberos-keytab-volume', mountPath: '/opt/kerberos/kerberos-keytab' },
          { name: 'kerberos-krb5conf-volume', mountPath: '/etc/krb5.conf', subPath: 'krb5.conf' },
        ],
        'security.kerberos.login.keytab: /opt/kerberos/kerberos-keytab/me.keytab',
      ],
    ],
    [
      'the entry point',
      { 'kubernetes.entry.path': '/x.sh', 'kubernetes.jobmanager.entrypoint.args': '-v' },
      (b) => [pod(b).main.command, pod(b).main.args?.[2]],
      [['/x.sh'], 'kubernetes-jobmanager.sh kubernetes-application -v'],
    ],
    [
      'ports',
      { 'rest.port': 9081, 'jobmanager.rpc.port': 9123, 'blob.server.port': 9124 },
      (b) => pod(b).main.ports?.map(({ containerPort }) => containerPort),
      [9081, 9123, 9124],
    ],
    [
      'the REST port by Service',
      { 'rest.port': 9081 },
      (b) => named(b, 'Service', 'clicks-rest').spec?.ports,
      [{ name: 'rest', port: 9081, targetPort: 9081 }],
    ],
    [
      'a headless REST Service',
      { 'kubernetes.rest-service.exposed.type': 'Headless_ClusterIP' },
      (b) => named(b, 'Service', 'clicks-rest').spec,
      expect.objectContaining({ type: 'ClusterIP', clusterIP: 'None' }),
    ],
    [
      'a load balancer',
      { 'kubernetes.rest-service.exposed.type': 'LoadBalancer' },
      (b) => named(b, 'Service', 'clicks-rest').spec?.type,
      'LoadBalancer',
    ],
  ])('%s', (_, more, look, expected) => {
    expect(look(build({}, more))).toEqual(expected);
  });

  it('never reach Flink when they are for clients or operators', () => {
    const more = {
      'kubernetes.config.file': 'a',
      'rest.bind-address': 'b',
      'jobmanager.bind-host': 'c',
      'taskmanager.bind-host': 'd',
      'taskmanager.host': 'e',
      'kubernetes.pod-template-file': 'f',
      'kubernetes.operator.a': 'g',
      'job.autoscaler.enabled': 'h',
    };
    expect(files(build({}, more))['flink-conf.yaml']).toBe(CONFIGURATION);
  });
});

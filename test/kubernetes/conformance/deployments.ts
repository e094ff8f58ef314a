// SPDX-License-Identifier: Apache-2.0
// The life of a Deployment. Its image does not exist, so that no node needs anything; what runs is not the API's business.

import { ABSENT } from './expectation.ts';
import type { Conversation, Script } from './conversation.ts';

const DEPLOYMENT = {
  metadata: { name: 'k-d' },
  spec: {
    selector: { matchLabels: { app: 'k-d' } },
    strategy: { type: 'Recreate' },
    template: {
      metadata: { labels: { app: 'k-d' } },
      spec: {
        terminationGracePeriodSeconds: 1,
        containers: [{ name: 'c', image: 'localhost/flinkwright-conformance-none:1' }],
      },
    },
  },
};

export const DEPLOYMENTS: readonly Script[] = [
  {
    name: 'what a Deployment must have',
    async run(talk: Conversation): Promise<void> {
      const deployments = talk.group('apps/v1', 'deployments');
      await talk.expect(
        422,
        'POST',
        deployments,
        { body: { metadata: { name: 'k-x' }, spec: { template: {} } } },
        {
          message:
            'Deployment.apps "k-x" is invalid: [spec.selector: Required value, spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`, spec.template.spec.containers: Required value]',
        },
      );
      await talk.expect(
        201,
        'POST',
        `${deployments}?dryRun=All`,
        { body: DEPLOYMENT },
        {
          metadata: { generation: 1 },
          spec: {
            replicas: 1,
            revisionHistoryLimit: 10,
            progressDeadlineSeconds: 600,
            strategy: { type: 'Recreate', rollingUpdate: ABSENT },
            template: {
              spec: {
                restartPolicy: 'Always',
                dnsPolicy: 'ClusterFirst',
                securityContext: {},
                schedulerName: 'default-scheduler',
                terminationGracePeriodSeconds: 1,
                containers: [
                  {
                    name: 'c',
                    imagePullPolicy: 'IfNotPresent',
                    resources: {},
                    terminationMessagePath: '/dev/termination-log',
                    terminationMessagePolicy: 'File',
                  },
                ],
              },
            },
          },
          status: {},
        },
      );
    },
  },
  {
    name: 'the life of a Deployment',
    async run(talk: Conversation): Promise<void> {
      const deployments = talk.group('apps/v1', 'deployments');
      const { body: created } = await talk.expect(201, 'POST', deployments, { body: DEPLOYMENT });
      const events = await talk.watch(
        `${deployments}?fieldSelector=metadata.name%3Dk-d&resourceVersion=${created.metadata.resourceVersion}`,
        (seen) => seen.at(-1)?.object.status?.unavailableReplicas === 1 && seen.at(-1)?.object.status?.replicas === 1,
      );
      talk.compare(
        'unavailable from the start',
        {
          metadata: { generation: 1, annotations: { 'deployment.kubernetes.io/revision': '1' } },
          status: {
            observedGeneration: 1,
            replicas: 1,
            updatedReplicas: 1,
            unavailableReplicas: 1,
            readyReplicas: ABSENT,
            availableReplicas: ABSENT,
            conditions: [
              {
                type: 'Available',
                status: 'False',
                reason: 'MinimumReplicasUnavailable',
                message: 'Deployment does not have minimum availability.',
              },
              {
                type: 'Progressing',
                status: 'True',
                reason: 'ReplicaSetUpdated',
                message: /^ReplicaSet "k-d-[a-z0-9]+" is progressing\.$/,
              },
            ],
          },
        },
        events.at(-1)?.object,
      );
      const pods = talk.core('pods?labelSelector=app%3Dk-d');
      const { body: first } = await talk.expect(200, 'GET', pods);
      talk.compare(
        'its pod',
        {
          metadata: {
            name: /^k-d-[a-z0-9]+-[a-z0-9]{5}$/,
            generateName: /^k-d-[a-z0-9]+-$/,
            labels: { 'pod-template-hash': /./ },
            ownerReferences: [{ kind: 'ReplicaSet', controller: true, blockOwnerDeletion: true }],
          },
        },
        first.items[0],
      );
      const waiting = await talk.watch(
        pods,
        (seen) => seen.at(-1)?.object.status?.containerStatuses?.[0]?.state?.waiting?.reason === 'ImagePullBackOff',
      );
      talk.compare(
        'an image that is not there',
        { phase: 'Pending', containerStatuses: [{ name: 'c', ready: false, started: false, restartCount: 0 }] },
        waiting.at(-1)?.object.status,
      );
      await talk.expect(
        422,
        'PATCH',
        `${deployments}/k-d`,
        {
          body: { spec: { selector: { matchLabels: { app: 'x' } }, template: { metadata: { labels: { app: 'x' } } } } },
          type: 'application/merge-patch+json',
        },
        {
          message:
            /^Deployment.apps "k-d" is invalid: spec.selector: Invalid value: \{"matchLabels":\{"app":"x"\}\}: field is immutable$/,
        },
      );
      await talk.expect(
        200,
        'GET',
        `${deployments}/k-d/scale`,
        {},
        { kind: 'Scale', spec: { replicas: 1 }, status: { replicas: 1, selector: 'app=k-d' } },
      );
      const { body: scaled } = await talk.expect(
        200,
        'PATCH',
        `${deployments}/k-d`,
        { body: { spec: { replicas: 0 } }, type: 'application/merge-patch+json' },
        { metadata: { generation: 2 } },
      );
      await talk.watch(
        `${deployments}?fieldSelector=metadata.name%3Dk-d&resourceVersion=${scaled.metadata.resourceVersion}`,
        (seen) => {
          const status = seen.at(-1)?.object.status;
          return (
            status?.observedGeneration === 2 &&
            status.replicas === undefined &&
            (status.conditions ?? []).some((each) => each.type === 'Available' && each.status === 'True')
          );
        },
      );
      await talk.expect(200, 'PATCH', `${deployments}/k-d`, {
        body: { spec: { replicas: 1 } },
        type: 'application/merge-patch+json',
      });
      await talk.watch(pods, (seen) =>
        seen.some((event) => event.type === 'ADDED' && event.object.metadata.name !== first.items[0]?.metadata.name),
      );
      const { body: leaving } = await talk.expect(
        200,
        'DELETE',
        `${deployments}/k-d`,
        { body: { propagationPolicy: 'Foreground' } },
        { kind: 'Deployment', metadata: { finalizers: ['foregroundDeletion'], generation: 4 } },
      );
      const end = await talk.watch(
        `${deployments}?fieldSelector=metadata.name%3Dk-d&resourceVersion=${leaving.metadata.resourceVersion}`,
        (seen) => seen.at(-1)?.type === 'DELETED',
      );
      talk.compare(
        'its last state',
        { metadata: { finalizers: ['foregroundDeletion'], generation: 4 } },
        end.at(-1)?.object,
      );
      await talk.expect(200, 'GET', pods, {}, { items: [] });
    },
  },
];

// SPDX-License-Identifier: Apache-2.0
// Watches a world for what must never happen: the job runs twice, it starts from an older state than the newest that was written,
// it is touched for an invalid spec, or something is left behind. It only looks; what it finds is a sentence.

import type { Action, Deploy } from '../action.ts';
import type { Decision } from '../decision.ts';
import type { FlinkProcess } from './flink-process.ts';
import type { World } from './world.ts';

export class Witness {
  readonly findings: string[] = [];
  /** Count in the newest checkpoint or savepoint of this life of the job. */
  #newest = 0;
  /** The user has asked for a start without the state, and the operator has taken it up. */
  #mayDrop = true;
  /** The same for the cluster that was deployed last. */
  #startsFresh = true;
  #started = false;
  /** Clusters whose first start has been judged; a restart by Kubernetes alone is Flink's own affair. */
  readonly #judged = new Set<object>();

  /** Before the decision is carried out. */
  decided(world: World, valid: boolean, decision: Decision): void {
    const { action } = decision;
    if (!valid && action !== undefined && this.#touchesTheJob(world, action))
      this.#find(`an invalid spec leads to ${action.do}`);
    const { resource } = world;
    const mode = resource?.spec?.job?.upgradeMode ?? 'stateless';
    const record = decision.status.reconciliationStatus?.lastReconciledSpec ?? '';
    const redeploy = decision.because.some(({ code }) => code === 'SavepointRedeploy');
    if (redeploy) this.#mayDrop = true;
    else if (mode === 'stateless') {
      const upgrading = decision.status.reconciliationStatus?.state === 'UPGRADING';
      const suspended = record.includes('"state":"suspended"');
      const intends = (upgrading || suspended) && record.includes('"upgradeMode":"stateless"');
      if (intends || action?.do === 'deploy' || action?.do === 'delete-ha-data') this.#mayDrop = true;
    }
  }

  deployed(world: World, action: Deploy): void {
    // A fresh start that never came to pass is still due.
    this.#startsFresh = this.#mayDrop || (this.#startsFresh && !this.#started);
    this.#started = false;
    this.#mayDrop = false;
    if (world.pods.length > 0)
      this.#find(`job ${action.jobId} is deployed while ${String(world.pods.length)} JobManager pods are left`);
  }

  haDataDeleted(world: World): void {
    if (world.pods.some(({ process }) => process !== undefined && !process.ended))
      this.#find('HA data are deleted under a running job');
    const { metadata, status } = world.resource ?? {};
    const recovers = status?.reconciliationStatus?.lastReconciledSpec?.includes('"upgradeMode":"last-state"') === true;
    if (recovers && !this.#mayDrop && metadata?.deletionTimestamp === undefined)
      this.#find('HA data are deleted from which the job is to recover');
  }

  started(world: World, cluster: object, process: FlinkProcess): void {
    if (process.started === undefined) return;
    const { count, from } = process.started;
    const others = world.pods.filter((pod) => pod.process !== process && pod.process?.ended === false);
    if (others.length > 0) this.#find('the job runs twice');
    const first = !this.#judged.has(cluster);
    this.#judged.add(cluster);
    const judged = first ? !this.#startsFresh : process.config.ha;
    if (judged && count < this.#newest)
      this.#find(
        `the job starts from ${from ?? 'empty state'} with ${String(count)}, but ${String(this.#newest)} was written`,
      );
    this.#newest = count;
    this.#started = true;
  }

  persisted(process: FlinkProcess): void {
    this.#newest = Math.max(this.#newest, process.count);
  }

  /** HA data or files were lost by somebody else: what is gone is nobody's to keep. */
  stateLost(): void {
    this.#newest = 0;
  }

  removed(world: World): void {
    if (world.cluster !== undefined || world.pods.length > 0) this.#find('the finalizer goes before the cluster');
    if (world.storage.ha !== undefined) this.#find('HA data are left behind');
  }

  moment(world: World): void {
    if (world.pods.filter(({ process }) => process?.ended === false).length > 1)
      this.#find('two JobManagers run the job');
  }

  note(finding: string): void {
    this.#find(finding);
  }

  /** What an invalid spec must not lead to while a job runs. */
  #touchesTheJob(world: World, action: Action): boolean {
    if (world.resource?.metadata?.deletionTimestamp !== undefined) return false;
    const running = world.flink?.state === 'RUNNING' && world.resource?.status?.jobStatus?.state === 'RUNNING';
    const settled = world.resource?.status?.reconciliationStatus?.state === 'DEPLOYED';
    return (
      running && settled && action.do !== 'add-finalizer' && world.cluster?.wanted === 1 && !world.cluster.deleting
    );
  }

  #find(finding: string): void {
    if (!this.findings.includes(finding)) this.findings.push(finding);
  }
}

// SPDX-License-Identifier: Apache-2.0
// What constructs of a Flink cluster have in common: what is known of it, and how more is added to it after it was made. Each addition is
// checked at once, so that a mistake is thrown where it stands; the manifest is rendered when the app is.

import { Lazy } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Finding } from '../api/finding.ts';
import type { FlinkDeployment } from '../api/flink-deployment.ts';
import type { FlinkConfig } from '../flink/config-types/flink-config.ts';
import type { Container, KubernetesObject } from '../kubernetes/objects.ts';
import { restServiceName } from '../manifests/cluster-names.ts';
import type { Built, Identity } from '../manifests/cluster/built.ts';
import type { FlinkClusterProps } from '../manifests/cluster/cluster-props.ts';
import { DEFAULT_SERVICE_ACCOUNT } from '../manifests/cluster/cluster-spec.ts';
import type { EnvFrom, EnvValue, OtherEnvValue } from '../manifests/cluster/env-value.ts';
import type { Volume } from '../manifests/cluster/volume.ts';
import { finding } from '../manifests/finding.ts';
import { mergeConfig } from '../manifests/merge-config.ts';
import { throwIfWrong } from '../manifests/props-error.ts';
import { identityOf } from './deliver.ts';
import { addObjects } from './kubernetes-objects.ts';
import { PlainApiObject } from './plain-api-object.ts';
import { isObject } from '../runtime/json.ts';
import { checkTree } from './tree-checks.ts';
import { warn } from './warnings.ts';
import type { WarningProps } from './warnings.ts';

/** How a kind of cluster is made from its props. */
export interface ClusterConstructKind<P extends FlinkClusterProps> {
  /** Name of the class, for messages. */
  readonly kind: string;
  readonly build: (props: P, identity: Identity) => Built<FlinkDeployment>;
}

/** A Flink cluster as a construct; its FlinkDeployment is the child `Resource`. */
export abstract class FlinkCluster<P extends FlinkClusterProps> extends Construct {
  /** Name of the FlinkDeployment, of the Flink cluster and of its JobManager Deployment. */
  readonly name: string;
  /** Namespace, if the props or the chart say it. */
  readonly namespace: string | undefined;
  /** Name of the service account of the cluster's pods. */
  readonly serviceAccountName: string;
  /** The FlinkDeployment. */
  readonly resource: ApiObject;
  readonly #kind: ClusterConstructKind<P>;
  readonly #identity: Identity;
  readonly #warnings: WarningProps;
  #props: P;
  #built: Built<FlinkDeployment>;

  protected constructor(scope: Construct, id: string, props: P & WarningProps, kind: ClusterConstructKind<P>) {
    super(scope, id);
    const { onWarning, ...described } = props ?? ({} as P & WarningProps);
    this.#kind = kind;
    this.#props = described as unknown as P;
    this.#warnings = onWarning === undefined ? {} : { onWarning };
    this.#identity = identityOf(this, 'FlinkDeployment', this.#props.metadata?.name);
    this.#built = kind.build(this.#props, this.#identity);
    this.#report(this.#built.findings);
    const { manifest, extras } = this.#built;
    this.name = manifest.metadata?.name ?? '';
    this.namespace = manifest.metadata?.namespace;
    this.serviceAccountName = manifest.spec?.serviceAccount ?? DEFAULT_SERVICE_ACCOUNT;
    // what comes first is rendered first: that needs no dependencies, which cost much in apps of many charts
    this.#deliver(extras);
    const resource = { ...manifest, spec: Lazy.any({ produce: () => this.#built.manifest.spec }) as unknown };
    this.resource = new PlainApiObject(this, 'Resource', resource as ConstructorParameters<typeof ApiObject>[2]);
    checkTree(this);
  }

  /** The Service through which Flink's REST API and web interface are reached, on port 8081 unless configured otherwise. */
  get restServiceName(): string {
    return restServiceName(this.name);
  }

  /** The FlinkDeployment as it is built now, before patches. */
  get manifest(): FlinkDeployment {
    return this.#built.manifest;
  }

  /** Objects that belong to the cluster and are delivered with it, as they are built now. */
  get extras(): readonly KubernetesObject[] {
    return this.#built.extras;
  }

  /** Adds to Flink's configuration, flat or nested; a key that is there already gets the new value. */
  addConfig(config: FlinkConfig): void {
    // what is no object is left to the checks
    this.#change({ config: isObject(config) ? mergeConfig(this.#props.config, config) : (config ?? null) });
  }

  /** Sets a variable of Flink's container in all pods. */
  addEnv(name: string, value: EnvValue | OtherEnvValue): void {
    this.#change({ env: { ...this.#props.env, [name]: value } });
  }

  /** Adds a source of variables for Flink's container in all pods. */
  addEnvFrom(source: EnvFrom): void {
    this.#change({ envFrom: [...(this.#props.envFrom ?? []), source] });
  }

  /** Mounts a volume into Flink's container in all pods. */
  mount(path: string, volume: Volume): void {
    if (this.#props.mounts?.[path] !== undefined)
      throwIfWrong(this.#where, [
        finding('props.twice', `mounts['${path}']`, 'is mounted already', 'mount this volume at another path'),
      ]);
    this.#change({ mounts: { ...this.#props.mounts, [path]: volume } });
  }

  /** Adds a container that runs in all pods before Flink starts. */
  addInitContainer(container: Container): void {
    this.#change({ initContainers: [...(this.#props.initContainers ?? []), container] });
  }

  /** Adds a container that runs in all pods beside Flink. */
  addSidecar(container: Container): void {
    this.#change({ sidecars: [...(this.#props.sidecars ?? []), container] });
  }

  get #where(): string {
    return `${this.#kind.kind} ${this.node.path}`;
  }

  #change(props: Partial<FlinkClusterProps>): void {
    const changed = { ...this.#props, ...props };
    const built = this.#kind.build(changed, this.#identity);
    const known = new Set(this.#built.findings.map(({ code, path, message }) => `${code} ${path} ${message}`));
    this.#report(built.findings, known);
    const names = new Set(this.#built.extras.map(extraKey));
    this.#props = changed;
    this.#built = built;
    const late = this.#deliver(built.extras.filter((extra) => !names.has(extraKey(extra))));
    if (late.length > 0) this.resource.addDependency(...late);
    checkTree(this);
  }

  /** Throws what is wrong; tells what is not known yet of the rest. */
  #report(findings: readonly Finding[], known?: ReadonlySet<string>): void {
    const said = throwIfWrong(this.#where, findings);
    const news = said.filter(({ code, path, message }) => known?.has(`${code} ${path} ${message}`) !== true);
    warn(this, this.#kind.kind, news, this.#warnings);
  }

  #deliver(extras: readonly KubernetesObject[]): ApiObject[] {
    const late = extras.map((extra) => this.#late(extra));
    return addObjects(this, late, () => false);
  }

  /** `extra` with a content that is that of the time when it is rendered. */
  #late(extra: KubernetesObject): KubernetesObject {
    const { apiVersion, kind, metadata, ...content } = extra as KubernetesObject & Record<string, unknown>;
    const key = extraKey(extra);
    const now = (field: string): unknown =>
      (this.#built.extras.find((other) => extraKey(other) === key) as Record<string, unknown> | undefined)?.[field] ??
      content[field];
    return {
      ...(apiVersion === undefined ? {} : { apiVersion }),
      ...(kind === undefined ? {} : { kind }),
      ...(metadata === undefined ? {} : { metadata }),
      ...Object.fromEntries(Object.keys(content).map((field) => [field, Lazy.any({ produce: () => now(field) })])),
    };
  }
}

function extraKey({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata?.name}`;
}

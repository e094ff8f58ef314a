// SPDX-License-Identifier: Apache-2.0
// Checks the reporters of props and turns them into options, ports and annotations.

import { flinkVersionAtLeast, flinkVersionText } from '../../flink/flink-version.ts';
import { formatList } from '../../flink/structured-text.ts';
import { finding } from '../finding.ts';
import { flag, integer, listOf, object, recordOf, reject, shown, text } from '../props-shape.ts';
import type { Shape } from '../props-shape.ts';
import { durationText } from '../quantities.ts';
import { durationShape } from '../quantity-shapes.ts';
import type { ClusterDraft } from './cluster-draft.ts';
import type { MetricsReporter } from './metrics.ts';
import { named } from './option-name.ts';
import { secretValueShape } from './secret-config.ts';

const NAME = /^[A-Za-z_][\w-]*$/;

const nameShape: Shape<string> = (value, path, report) =>
  typeof value === 'string' && NAME.test(value)
    ? value
    : reject(report, path, `${shown(value)} cannot be the name of a reporter`, 'letters, digits, _ and -', 'change it');

const setting: Shape<string | number | boolean> = (value, path, report) =>
  ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean)
    : reject(report, path, `${shown(value)} is not a setting`, 'text, a number, true, false', 'write it as text');

/** The shape of `metricsReporters`. */
export const metricsReportersShape: Shape<readonly MetricsReporter[]> = listOf(
  object<MetricsReporter>(
    {
      name: nameShape,
      factoryClass: text,
      interval: durationShape,
      includes: listOf(text),
      excludes: listOf(text),
      settings: recordOf(setting),
      secrets: recordOf(secretValueShape),
      port: integer(1, 65_535),
      scrapeAnnotations: flag,
    },
    ['name', 'factoryClass'],
  ),
);

interface Props {
  readonly metricsReporters?: readonly MetricsReporter[];
}

/** Adds what `props.metricsReporters` ask for. */
export function addMetrics({ metricsReporters }: Props, cluster: ClusterDraft): void {
  const names = new Set<string>();
  metricsReporters?.forEach((reporter, index) => {
    const { name, factoryClass } = reporter;
    if (name === undefined || factoryClass === undefined) return;
    const path = `metricsReporters[${index}]`;
    if (names.has(name))
      cluster.findings.push(
        finding(
          'props.twice',
          `${path}.name`,
          `'${name}' is the name of two reporters`,
          'give one of them another `name`',
        ),
      );
    names.add(name);
    addReporter(reporter, path, cluster);
    for (const [key, value] of Object.entries(reporter.secrets ?? {}))
      cluster.secretOptions.set(`metrics.reporter.${name}.${key}`, { value, from: `${path}.secrets['${key}']` });
  });
}

function addReporter(reporter: MetricsReporter, path: string, cluster: ClusterDraft): void {
  const { name, factoryClass, interval, includes, excludes, settings, port, scrapeAnnotations } = reporter;
  const set = (key: string, value: string | number | boolean | undefined, member: string): void =>
    cluster.set(named(`metrics.reporter.${name}.${key}`), value, `${path}.${member}`);
  set('factory.class', factoryClass, 'factoryClass');
  set('interval', interval === undefined ? undefined : durationText(interval), 'interval');
  set('filter.includes', includes === undefined ? undefined : formatList(includes), 'includes');
  set('filter.excludes', excludes === undefined ? undefined : formatList(excludes), 'excludes');
  for (const [key, value] of Object.entries(settings ?? {})) set(key, value, `settings['${key}']`);
  if (/\.OpenTelemetry\w+Factory$/.test(factoryClass)) addOpenTelemetryFindings(reporter, path, cluster);
  const { pods } = cluster;
  if (port !== undefined && !pods.ports.some(({ containerPort }) => containerPort === port))
    pods.ports.push({
      name: pods.ports.length === 0 ? 'metrics' : `metrics-${pods.ports.length + 1}`,
      containerPort: port,
    });
  if (scrapeAnnotations === true && port !== undefined)
    Object.assign(pods.annotations, {
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(port),
      'prometheus.io/path': '/metrics',
    });
}

function addOpenTelemetryFindings({ settings }: MetricsReporter, path: string, cluster: ClusterDraft): void {
  const { version, findings } = cluster;
  if (version === undefined) return;
  const text = flinkVersionText(version);
  if (!flinkVersionAtLeast(version, 'v2_0'))
    findings.push(
      finding(
        'props.invalid',
        path,
        `Flink ${text} has no reporter for OpenTelemetry`,
        'use Flink 2.0 or later, or MetricsReporter.prometheus(...)',
      ),
    );
  else if (settings?.['exporter.protocol'] !== undefined && !flinkVersionAtLeast(version, 'v2_2'))
    findings.push(
      finding(
        'props.ignored',
        `${path}.settings['exporter.protocol']`,
        `would be ignored: Flink ${text} always speaks gRPC`,
        'remove the protocol, or use Flink 2.2 or later',
      ),
    );
}

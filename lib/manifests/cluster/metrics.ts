// SPDX-License-Identifier: Apache-2.0
// Where Flink sends its metrics. A `MetricsReporter` is a plain value: the factories know the class of each reporter of Flink and what its
// settings are called. `metrics-part.ts` checks them and turns them into options.

import { given } from '../given.ts';
import type { DurationValue } from '../quantities.ts';
import { durationText } from '../quantities.ts';
import type { EnvValue } from './env-value.ts';

/** What every reporter can be told. */
export interface ReporterOptions {
  /**
   * Name of the reporter, in the keys `metrics.reporter.<name>.*`.
   * @default - that of the factory: `prometheus`, `jmx`, …
   */
  readonly name?: string;
  /**
   * Time between two reports, for reporters that send (`….interval`).
   * @default - Flink's: 10 seconds
   */
  readonly interval?: DurationValue;
  /**
   * Only metrics that one of these matches (`….filter.includes`): `<scope>:<name>:<type>`, with `*`.
   * @default - all
   * @example ['jobmanager.*:*:*']
   */
  readonly includes?: readonly string[];
  /**
   * No metric that one of these matches (`….filter.excludes`).
   * @default - none
   */
  readonly excludes?: readonly string[];
}

/** What only one reporter is told. */
export interface ReporterSettings {
  /** Its own settings, `metrics.reporter.<name>.<setting>`. No secrets: everybody can read a configuration. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Settings whose values are secret; as `secretConfig` of the cluster. */
  readonly secrets?: Readonly<Record<string, EnvValue>>;
  /** Port that a collector reads from; becomes the container port `metrics`. */
  readonly port?: number;
}

/** A reporter; made by the factories of the same name. */
export interface MetricsReporter extends ReporterOptions, ReporterSettings {
  readonly name: string;
  /** Class of its factory (`….factory.class`). */
  readonly factoryClass: string;
  /** Whether pods carry the annotations `prometheus.io/scrape`, `….port` and `….path`. */
  readonly scrapeAnnotations?: boolean;
}

const METRICS = 'org.apache.flink.metrics';

/** Makes reporters. */
export const MetricsReporter = {
  /**
   * Prometheus fetches from each pod. `scrapeAnnotations`: for a Prometheus that finds pods by the annotations `prometheus.io/*`; a
   * PodMonitor needs none and uses the port `metrics`.
   */
  prometheus(
    options: ReporterOptions & {
      /** @default 9249 */
      readonly port?: number;
      /** @default false */
      readonly scrapeAnnotations?: boolean;
      /** Whether characters that Prometheus does not allow in values of labels are replaced. @default true */
      readonly filterLabelValueCharacters?: boolean;
    } = {},
  ): MetricsReporter {
    const { port = 9249, scrapeAnnotations, filterLabelValueCharacters, ...others } = given(options);
    return reporter('prometheus', `${METRICS}.prometheus.PrometheusReporterFactory`, others, {
      settings: { port, filterLabelValueCharacters },
      port,
      scrapeAnnotations,
    });
  },
  /** Pushed to a Prometheus push gateway, for jobs that end sooner than somebody fetches. */
  prometheusPushGateway(
    options: ReporterOptions & {
      /** Address of the gateway: `http://pushgateway:9091`. */
      readonly hostUrl: string;
      readonly jobName?: string;
      /** @default true */
      readonly randomJobNameSuffix?: boolean;
      /** @default true */
      readonly deleteOnShutdown?: boolean;
      /** `k1=v1;k2=v2` */
      readonly groupingKey?: string;
    },
  ): MetricsReporter {
    const { hostUrl, jobName, randomJobNameSuffix, deleteOnShutdown, groupingKey, ...others } = given(options);
    return reporter('prometheuspushgateway', `${METRICS}.prometheus.PrometheusPushGatewayReporterFactory`, others, {
      settings: { hostUrl, jobName, randomJobNameSuffix, deleteOnShutdown, groupingKey },
    });
  },
  /** Beans that a JMX client reads. */
  jmx(
    options: ReporterOptions & { /** @default - none: only within the process */ readonly port?: number } = {},
  ): MetricsReporter {
    const { port, ...others } = given(options);
    return reporter('jmx', `${METRICS}.jmx.JMXReporterFactory`, others, { settings: { port } });
  },
  /** Sent to a StatsD server. */
  statsd(
    options: ReporterOptions & { readonly host: string; /** @default 8125 */ readonly port?: number },
  ): MetricsReporter {
    const { host, port = 8125, ...others } = given(options);
    return reporter('statsd', `${METRICS}.statsd.StatsDReporterFactory`, others, { settings: { host, port } });
  },
  /** Sent to a Graphite server. */
  graphite(
    options: ReporterOptions & {
      readonly host: string;
      /** @default 2003 */
      readonly port?: number;
      /** @default 'TCP' */
      readonly protocol?: 'TCP' | 'UDP';
      readonly prefix?: string;
    },
  ): MetricsReporter {
    const { host, port = 2003, protocol, prefix, ...others } = given(options);
    return reporter('graphite', `${METRICS}.graphite.GraphiteReporterFactory`, others, {
      settings: { host, port, protocol, prefix },
    });
  },
  /** Sent to InfluxDB. */
  influxdb(
    options: ReporterOptions & {
      readonly host: string;
      /** @default 8086 */
      readonly port?: number;
      readonly db: string;
      /** @default 'http' */
      readonly scheme?: 'http' | 'https';
      readonly retentionPolicy?: string;
      readonly username?: string;
      /** See {@link ReporterSettings}. */
      readonly password?: EnvValue;
    },
  ): MetricsReporter {
    const { host, port = 8086, db, scheme, retentionPolicy, username, password, ...others } = given(options);
    return reporter('influxdb', `${METRICS}.influxdb.InfluxdbReporterFactory`, others, {
      settings: { host, port, db, scheme, retentionPolicy, username },
      ...(password === undefined ? {} : { secrets: { password } }),
    });
  },
  /** Sent to Datadog. Where its agent runs, `statsd` to the agent does without a key. */
  datadog(
    options: ReporterOptions & {
      /** From a Secret; see {@link ReporterSettings}. */
      readonly apiKey: EnvValue;
      /** @default 'US' */
      readonly dataCenter?: 'US' | 'EU';
      /** `k1:v1,k2:v2` */
      readonly tags?: string;
      readonly maxMetricsPerRequest?: number;
      readonly useLogicalIdentifier?: boolean;
    },
  ): MetricsReporter {
    const { apiKey, dataCenter, tags, maxMetricsPerRequest, useLogicalIdentifier, ...others } = given(options);
    return reporter('datadog', `${METRICS}.datadog.DatadogHttpReporterFactory`, others, {
      settings: { dataCenter, tags, maxMetricsPerRequest, useLogicalIdentifier },
      secrets: { apikey: apiKey },
    });
  },
  /** Sent to an OpenTelemetry collector; Flink 2.0 and later. */
  otel(
    options: ReporterOptions & {
      /** Address of the collector: `http://collector:4317`. */
      readonly endpoint: string;
      /** Flink 2.2 and later. @default 'gRPC' */
      readonly protocol?: 'gRPC' | 'HTTP';
      readonly timeout?: DurationValue;
      readonly serviceName?: string;
      readonly serviceVersion?: string;
    },
  ): MetricsReporter {
    const { endpoint, protocol, timeout, serviceName, serviceVersion, ...others } = given(options);
    return reporter('otel', `${METRICS}.otel.OpenTelemetryMetricReporterFactory`, others, {
      settings: {
        'exporter.endpoint': endpoint,
        'exporter.protocol': protocol,
        'exporter.timeout': timeout === undefined ? undefined : durationText(timeout),
        'service.name': serviceName,
        'service.version': serviceVersion,
      },
    });
  },
  /** Written to the log. */
  slf4j(options: ReporterOptions = {}): MetricsReporter {
    return reporter('slf4j', `${METRICS}.slf4j.Slf4jReporterFactory`, given(options), {});
  },
  /** Any other reporter in the image. */
  custom(
    name: string,
    factoryClass: string,
    options: Omit<ReporterOptions, 'name'> & ReporterSettings = {},
  ): MetricsReporter {
    return { name, factoryClass, ...given(options) };
  },
} as const;

interface Specials {
  readonly settings?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly secrets?: Readonly<Record<string, EnvValue>>;
  readonly port?: number;
  readonly scrapeAnnotations?: boolean | undefined;
}

function reporter(name: string, factoryClass: string, options: ReporterOptions, specials: Specials): MetricsReporter {
  const { settings = {}, scrapeAnnotations, ...others } = specials;
  const given: Record<string, string | number | boolean> = {};
  for (const [setting, value] of Object.entries(settings)) if (value !== undefined) given[setting] = value;
  return {
    ...options,
    name: options.name ?? name,
    factoryClass,
    ...(Object.keys(given).length > 0 ? { settings: given } : {}),
    ...(scrapeAnnotations === undefined ? {} : { scrapeAnnotations }),
    ...others,
  };
}

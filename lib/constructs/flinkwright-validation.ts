// SPDX-License-Identifier: Apache-2.0
// A validation plugin for the cdk8s command: checks every Flink resource that an app synthesises, also those that were written by hand or came
// with a Helm chart. It knows no rule of its own.

import type { Finding } from '../api/finding.ts';

/** What the cdk8s command hands to a plugin, as far as it is used here. */
export interface ValidationContext {
  /** Paths of the synthesised files. */
  readonly manifests: readonly string[];
  /** The objects in one of them. */
  parseManifest(path: string): unknown[];
  /** Where violations go. */
  readonly report: {
    addViolation(violation: {
      readonly ruleName: string;
      readonly recommendation: string;
      readonly fix: string;
      readonly violatingResources: readonly {
        readonly resourceName: string;
        readonly locations: readonly string[];
        readonly manifestPath: string;
      }[];
    }): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** `properties` in `cdk8s.yaml`. */
export interface FlinkwrightValidationProps {
  /**
   * The operator's configuration, flat; rules see it below each resource.
   * @default - that of an installation without any changes
   */
  readonly operatorConfiguration?: Readonly<Record<string, string>>;
  /**
   * Whether warnings fail the synthesis, too.
   * @default false
   */
  readonly failOnWarnings?: boolean;
}

/**
 * Checks all resources of `flink.apache.org/v1beta1` in an app when it is synthesised by the cdk8s command: mistakes fail it, warnings are
 * reported.
 *
 * The package is given by its path, so that the command takes the one that is installed; a name would make it install another copy.
 *
 * @example
 * # cdk8s.yaml
 * validations:
 *   - package: ./node_modules/flinkwright
 *     class: FlinkwrightValidation
 *     version: 0.1.0
 */
export class FlinkwrightValidation {
  readonly #props: FlinkwrightValidationProps;

  constructor(props: FlinkwrightValidationProps = {}) {
    this.#props = props;
  }

  /** Called by the cdk8s command. */
  async validate(context: ValidationContext): Promise<void> {
    const { manifests, report } = context;
    // not loaded with the constructs: whoever only writes charts needs none of it
    const { checkFiles } = await import('../check/check-files.ts');
    const { operatorConfiguration, failOnWarnings = false } = this.#props;
    const files = manifests.map((name) => ({ name, text: asDocuments(context.parseManifest(name)) }));
    const { findings, resources } = checkFiles(
      files,
      operatorConfiguration === undefined ? {} : { operatorConfiguration },
    );
    const told = findings.filter(({ severity }) => severity !== 'hint');
    for (const found of told) {
      report.addViolation({
        ruleName: `${found.severity} ${found.code}`,
        recommendation: sentence(found),
        fix: found.remedy,
        violatingResources: [
          { resourceName: found.name ?? found.kind ?? '', locations: [found.path], manifestPath: found.file },
        ],
      });
    }
    const failed = told.some(({ severity }) => severity === 'error' || failOnWarnings);
    report.submit(failed ? 'failure' : 'success', {
      resources: String(resources),
      errors: String(told.filter(({ severity }) => severity === 'error').length),
      warnings: String(told.filter(({ severity }) => severity === 'warning').length),
    });
  }
}

/** JSON is YAML. */
function asDocuments(objects: readonly unknown[]): string {
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}

function sentence({ message, allowed }: Finding): string {
  return allowed === undefined ? message : `${message} Allowed: ${allowed}`;
}

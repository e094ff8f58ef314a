// SPDX-License-Identifier: Apache-2.0
// Says what to install when cdk8s is not there: it is an optional peer, because not everybody who uses this package writes constructs. Works
// in the CommonJS build, through which ES modules come as well; what is imported first is run first.

/** The `require` of a CommonJS module; ES modules have none. */
declare const require: ((name: string) => unknown) | undefined;

if (typeof require === 'function') {
  try {
    require('constructs');
    require('cdk8s');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(
      'flinkwright needs the packages cdk8s and constructs for its constructs, and one of them is not installed: npm install cdk8s constructs',
      { cause: error },
    );
  }
}

export {};

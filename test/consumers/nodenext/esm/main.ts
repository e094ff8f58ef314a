// SPDX-License-Identifier: Apache-2.0
// Types as an ES module sees them.
import * as flinkwright from 'flinkwright';
import * as constructs from 'flinkwright/cdk8s';

export const names: string[] = [...Object.keys(flinkwright), ...Object.keys(constructs)];

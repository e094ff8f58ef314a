// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { withLateRequires } from './lazy-requires.ts';

describe('late requires', () => {
  it('are those of heavy packages and of schemas, wherever their names are used', () => {
    expect(
      withLateRequires(`"use strict";
const z = __importStar(require("zod"));
const yaml_1 = require("yaml");
const schemas_ts_1 = require("../api/schemas.js");
const json_ts_1 = require("./json.js");
exports.shape = z.object({ z: 1, text: 'z.b' });
exports.other = z
    .string();
const text = (0, yaml_1.stringify)(schemas_ts_1.a.z.b, xz.y, json_ts_1.c);
`),
    ).toBe(`"use strict";
let z_; const z = () => z_ ??= __importStar(require("zod"));
let yaml_1_; const yaml_1 = () => yaml_1_ ??= require("yaml");
let schemas_ts_1_; const schemas_ts_1 = () => schemas_ts_1_ ??= require("../api/schemas.js");
const json_ts_1 = require("./json.js");
exports.shape = z().object({ z: 1, text: 'z.b' });
exports.other = z()
    .string();
const text = (0, yaml_1().stringify)(schemas_ts_1().a.z.b, xz.y, json_ts_1.c);
`);
  });

  it('leave a module alone that has none, and refuse what would mean something else', () => {
    const other = 'const a_1 = require("./a.js");\na_1.b();\n';
    expect(withLateRequires(other)).toBe(other);
    expect(() => withLateRequires('const yaml_1 = require("yaml");\nnew yaml_1.Document();\n')).toThrow('new yaml_1');
  });
});

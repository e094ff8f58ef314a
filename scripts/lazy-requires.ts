// SPDX-License-Identifier: Apache-2.0
// Makes the CommonJS build load its heavy parts when they are first used: zod with the schemas that are built with it, and yaml. Half of the
// time of an import of the library was theirs, and many a program needs neither. ES modules have no such means; what is imported as one is
// the CommonJS build as well (see build.ts).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is loaded late: packages, and modules of our own that make values with them as they are loaded. */
const LATE = /^(?:zod|yaml|\.{1,2}\/(?:.*\/)?(?:schemas|structural-schema|crd)\.js)$/;

/** As the compiler writes an import: of names, of a namespace. */
const REQUIRE = /^(?:const|var) (\w+) = (?:require\("([^"]+)"\)|__importStar\(require\("([^"]+)"\)\));$/gm;

/** The text of a module, with its imports of {@link LATE} made late. */
export function withLateRequires(text: string): string {
  const names: string[] = [];
  const late = text.replace(REQUIRE, (line, name: string, plain?: string, star?: string) => {
    const path = plain ?? star ?? '';
    if (!LATE.test(path)) return line;
    names.push(name);
    const load = line.slice(line.indexOf('= ') + 2, -1);
    return `let ${name}_; const ${name} = () => ${name}_ ??= ${load};`;
  });
  for (const name of names) {
    // `new name().X()` would be another thing
    if (new RegExp(`\\bnew ${name}\\s*\\.`).test(late)) throw new Error(`new ${name}.… cannot be made late`);
  }
  // a member may stand on the next line
  return names.reduce(
    (result, name) => result.replace(new RegExp(`(?<![\\w$.'"])${name}(?=\\s*\\.\\s*[A-Za-z_$])`, 'g'), `${name}()`),
    late,
  );
}

/** Changes all modules below `folder`; returns how many imports of them became late. */
export function makeRequiresLate(folder: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.js')) continue;
    const path = join(folder, entry);
    const text = readFileSync(path, 'utf8');
    const late = withLateRequires(text);
    if (late === text) continue;
    count++;
    writeFileSync(path, late);
  }
  return count;
}

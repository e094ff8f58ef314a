// SPDX-License-Identifier: Apache-2.0
// Counts the statements of an SQL script that start a Flink job. It reads no SQL beyond strings, comments and first words, and takes what it
// does not know for a statement that starts none: it is there to warn, not to parse.

/** Strings, quoted names and comments; the first two keep their statement together, comments are nothing. */
const TOKENS = /'(?:[^']|'')*'|`(?:[^`]|``)*`|--[^\n]*|\/\*[^]*?\*\/|;/g;

/** The statements without comments and without the content of strings, in order. */
export function sqlStatements(script: string): string[] {
  const plain = script.replace(TOKENS, (token) => {
    if (token === ';') return '\0';
    const quote = token.charAt(0);
    return quote === "'" || quote === '`' ? quote + quote : ' ';
  });
  return plain
    .split('\0')
    .map((statement) => statement.trim().replace(/\s+/g, ' '))
    .filter((statement) => statement !== '');
}

const STARTS_A_JOB =
  /^(EXECUTE )?(INSERT|SELECT|WITH|VALUES|UPDATE|DELETE FROM)\b|^(CREATE|REPLACE|CREATE OR REPLACE) TABLE .* AS (SELECT|WITH|VALUES)\b/i;

/** How many Flink jobs the script would start; a statement set is one. */
export function sqlJobCount(script: string): number {
  let jobs = 0;
  let inSet = false;
  for (const statement of sqlStatements(script)) {
    if (/^(EXECUTE|BEGIN) STATEMENT SET\b/i.test(statement)) {
      jobs += 1;
      inSet = true;
    } else if (/^END\b/i.test(statement)) inSet = false;
    else if (!inSet && STARTS_A_JOB.test(statement)) jobs += 1;
  }
  return jobs;
}

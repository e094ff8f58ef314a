// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { sqlJobCount, sqlStatements } from './sql-statements.ts';

describe('the statements of a script', () => {
  it.each<[string, string[]]>([
    ['', []],
    [' ;; -- nothing', []],
    ['SELECT 1', ['SELECT 1']],
    ['SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
    ["SET 'a;b' = 'c''; d';\nSELECT `x;y`;", ["SET '' = ''", 'SELECT ``']],
    ['SELECT 1 -- ; INSERT\n, 2;', ['SELECT 1 , 2']],
    ['/* INSERT INTO a;\n */ SELECT /* ; */ 1', ['SELECT 1']],
    ["SELECT '-- no comment', '/*'; SELECT 2 /* ' */", ["SELECT '', ''", 'SELECT 2']],
  ])('%j', (script, statements) => {
    expect(sqlStatements(script)).toEqual(statements);
  });
});

describe('the jobs that a script starts', () => {
  it.each<[string, number]>([
    ["CREATE TABLE a (x INT); SET 'k' = 'v'; USE CATALOG c; ADD JAR '/a.jar'", 0],
    ['INSERT INTO a SELECT * FROM b', 1],
    ['insert into a values (1); insert overwrite a select 1', 2],
    ['EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END;', 1],
    ['BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END; INSERT INTO c SELECT 3', 2],
    ['EXECUTE INSERT INTO a SELECT 1', 1],
    ['CREATE TABLE a AS SELECT 1; CREATE VIEW v AS SELECT 1', 1],
    ['WITH q AS (SELECT 1) SELECT * FROM q', 1],
    ["EXPLAIN INSERT INTO a SELECT 1; SHOW TABLES; DESCRIBE a; CREATE TABLE b (c STRING COMMENT 'x AS SELECT')", 0],
  ])('%s', (script, jobs) => {
    expect(sqlJobCount(script)).toBe(jobs);
  });
});

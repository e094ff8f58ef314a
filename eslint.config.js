// SPDX-License-Identifier: Apache-2.0
// Lint: the compiler's blind spots (promises, exhaustiveness, any) and the rules of the house (eslint.layers.ts). Layout is
// prettier's business, unused exports are knip's.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { houseRules } from './eslint.layers.ts';

const tests = ['**/*.test.ts', '**/*.test-d.ts', 'test/**/*.ts'];
/** They read what nobody has typed: answers of servers, recorded files. */
const loose = [...tests, 'scripts/**/*.ts', 'bench/**/*.ts'];

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'imports/',
      'crds/',
      'coverage/',
      'test/consumers/',
      '**/fixtures/',
      '**/__fixtures__/',
    ],
  },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A getter that only some callers await, and an interface's async method that happens to need no await, are both right.
      '@typescript-eslint/require-await': 'off',
      // Dynamic keys are what labels, annotations and Flink configurations are made of.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // An index may miss (noUncheckedIndexedAccess), a type of foreign data may lie: a check too many costs nothing.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `Construct` trees are made for their effect; a class with only static members (Job.jar, StateStore.s3) is cdk8s's style.
      '@typescript-eslint/no-extraneous-class': 'off',
      // A reason that is passed on (a signal's, another promise's) keeps the type it came with.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-param-reassign': 'error',
      'no-else-return': ['error', { allowElseIf: true }],
      'object-shorthand': 'error',
      'default-case-last': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: false, skipComments: false }],
    },
  },
  ...houseRules,
  {
    files: loose,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['warn', { max: 500 }],
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
);

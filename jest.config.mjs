import { availableParallelism } from 'node:os';

/** ES modules that CommonJS code requires: Node can do that, Jest needs them rewritten. */
const modules = [
  'content-disposition',
  'kysely',
  // react-markdown and what it is made of.
  'bail|ccount|character-entities|comma-separated-tokens|decode-named-character-reference|devlop',
  'escape-string-regexp|estree-util|hast-util|html-url-attributes|is-plain-obj|longest-streak',
  'markdown-table|mdast-util|micromark|property-information|react-markdown|remark|space-separated-tokens',
  'stringify-entities|trim-lines|trough|unified|unist-util|vfile|zwitch',
].join('|');

/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/apps', '<rootDir>/packages', '<rootDir>/scripts'],
  testRegex: '[.]test[.](ts|tsx|mjs)$',
  testPathIgnorePatterns: ['/node_modules/', '/out/', '/.next/'],
  modulePathIgnorePatterns: ['/.next/', '/out/'],
  transform: {
    '[.](ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modules}))`],
  setupFilesAfterEnv: ['<rootDir>/scripts/second-try.mjs'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  // Much of the time is spent waiting for sockets and media: one for each core, where Jest would leave one free.
  maxWorkers: availableParallelism(),
};

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
  // ES modules that CommonJS code requires: Node can do that, Jest needs them rewritten.
  transformIgnorePatterns: ['/node_modules/(?!(content-disposition)/)'],
  testEnvironment: 'node',
  testTimeout: 20_000,
};

/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/apps', '<rootDir>/packages', '<rootDir>/scripts'],
  testRegex: String.raw`\.test\.(ts|tsx|mjs)$`,
  testPathIgnorePatterns: ['/node_modules/', '/out/', '/.next/'],
  modulePathIgnorePatterns: ['/.next/', '/out/'],
  transform: {
    [String.raw`\.(ts|tsx|mjs)$`]: [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2024', transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  testEnvironment: 'node',
  testTimeout: 20_000,
};

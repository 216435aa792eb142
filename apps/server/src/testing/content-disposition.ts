import { jest } from '@jest/globals';

// An ES module that @fastify/static requires and Jest cannot load without a flag. It names downloads, and
// there are none here; calling it fails.
jest.mock('content-disposition', () => ({}));

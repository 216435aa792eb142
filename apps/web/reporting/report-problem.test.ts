import { RpcError } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { english } from '../i18n/english.ts';
import { formatter } from '../i18n/format.ts';
import { reportProblem } from './report-problem.ts';

const words = { t: english, format: formatter('en'), name: 'Ben' };

test('says why a report was not taken, and until when to wait where that is known', () => {
  expect(reportProblem(new RpcError('rate_limited', { retryAfterMs: 89_400 }), words).next).toBe(
    'You can send another one in 1 min, 30 sec.',
  );
  expect(reportProblem(new RpcError('rate_limited'), words).next).toBe('Wait a few minutes.');
  expect(reportProblem(new RpcError('storage_failed'), words).what).toBe(
    'The server could not keep your report.',
  );
  expect(reportProblem(new RpcError('not_found'), words).what).toBe(
    'Ben left too long ago to be reported from here.',
  );
  expect(reportProblem(new TypeError('a bug'), words).what).toBe('Your report was not sent.');
});

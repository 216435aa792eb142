import { expect, test } from '@jest/globals';
import { splitName } from './file-name.ts';

test('a long name is cut before its end, so that one sees what it is', () => {
  const name = `${'very '.repeat(40)}long report.final.pdf`;
  const { start, end } = splitName(name);
  expect(start + end).toBe(name);
  expect(end).toBe('inal.pdf');
  expect(splitName('a.b')).toEqual({ start: '', end: 'a.b' });
});

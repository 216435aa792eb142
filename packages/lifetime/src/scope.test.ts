import { expect, test } from '@jest/globals';
import { Scope } from './scope.ts';

test('closes last opened first, once, with the reason', async () => {
  const scope = new Scope();
  const seen: string[] = [];
  scope.add((reason) => void seen.push(`first ${reason}`));
  scope.add(async (reason) => void seen.push(`second ${reason}`));
  await Promise.all([scope.close('left'), scope.close('again')]);
  expect(seen).toEqual(['second left', 'first left']);
});

test('closes at once what is added after the end', async () => {
  const scope = new Scope();
  await scope.close('left');
  let reason = '';
  scope.add((why) => {
    reason = why;
  });
  expect(reason).toBe('left');
  expect(scope.size).toBe(0);
});

test('tries everything and reports every failure', async () => {
  const scope = new Scope();
  let ran = false;
  scope.add(() => {
    ran = true;
  });
  scope.add(() => {
    throw new Error('stuck');
  });
  await expect(scope.close()).rejects.toThrow('clean-up failed');
  expect(ran).toBe(true);
});

test('forgets what was undone', async () => {
  const scope = new Scope();
  let ran = false;
  const undo = scope.add(() => {
    ran = true;
  });
  undo();
  await scope.close();
  expect(ran).toBe(false);
});

test('runs a clean-up once though it closes the scope itself', async () => {
  const scope = new Scope();
  let runs = 0;
  scope.add(() => {
    runs += 1;
    void scope.close();
  });
  await scope.close();
  expect(runs).toBe(1);
});

test('is closed from the first call on, even while a clean-up waits', () => {
  const scope = new Scope();
  scope.add(() => new Promise(() => {}));
  void scope.close();
  expect(scope.closed).toBe(true);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const folder = join(import.meta.dirname, '..');

test.each(['play-wav', 'roll-dice'])('the example %s in the README is the example that runs', (name) => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const example = readFileSync(join(folder, `examples/${name}.ts`), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(20);
});

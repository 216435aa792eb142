import { availableParallelism, homedir } from 'node:os';
import { expect, test } from '@jest/globals';
import { ConfigError, readConfig, settings } from './config.ts';

type Name = keyof typeof settings;

/** Each setting alone: what it may be and what comes of it, and what it may not be. */
const cases: { [Setting in Name]: { good: [string, unknown][]; bad: string[] } } = {
  PORT: {
    good: [
      ['0', 0],
      ['80', 80],
      ['65535', 65_535],
    ],
    bad: ['65536', '-1', '1.5', 'http', '0x50', ' 80', '1e3', '８０'],
  },
  HOST: {
    good: [
      ['::', '::'],
      ['0.0.0.0', '0.0.0.0'],
      ['127.0.0.1', '127.0.0.1'],
      ['localhost', 'localhost'],
      ['2001:db8::1', '2001:db8::1'],
    ],
    bad: [
      'talk.example',
      '256.0.0.1',
      '127.0.0.1:80',
      '[::1]',
      '1.2.3',
      'fe80::1%eth0',
      'fe80::1',
      '169.254.1.1',
    ],
  },
  PUBLIC_ADDRESS: {
    good: [
      ['203.0.113.7', ['203.0.113.7']],
      ['talk.example', ['talk.example']],
      [' 203.0.113.7 , 2001:db8::7 ', ['203.0.113.7', '2001:db8::7']],
      [',', []],
    ],
    bad: [
      '203.0.113.7,203.0.113.8',
      'a.example,b.example',
      '2001:db8::7,2001:db8::8',
      'https://talk.example',
      '1.2.3',
      '1.2.3.4:5',
      '0.0.0.0',
      '203.0.113.7,::',
      'a b',
    ],
  },
  RTC_PORT: {
    good: [
      ['0', 0],
      ['40000', 40_000],
    ],
    bad: ['65536', 'udp', '-5', '40000-40010'],
  },
  WORKERS: {
    good: [
      ['auto', availableParallelism()],
      ['1', 1],
      ['64', 64],
    ],
    bad: ['0', '-1', '1000', 'all', '1.5', '01'],
  },
  MEDIASOUP_WORKER_BIN: { good: [['/usr/bin/worker', '/usr/bin/worker']], bad: [] },
  ALLOWED_ORIGINS: {
    good: [
      ['https://talk.example', ['https://talk.example']],
      ['https://a.example, http://b.example:8080', ['https://a.example', 'http://b.example:8080']],
    ],
    bad: [
      'talk.example',
      '*',
      'null',
      'https://talk.example/',
      'https://talk.example/room',
      'HTTPS://talk.example',
      'https://talk.example:443',
      'file:///',
      'ftp://talk.example',
    ],
  },
  PUBLIC_HOSTS: {
    good: [
      ['talk.example', ['talk.example']],
      ['talk.example, localhost:3000, [::1]:3000', ['talk.example', 'localhost:3000', '[::1]:3000']],
    ],
    bad: ['https://talk.example', 'talk.example/', 'talk.example:443', 'Talk.example', 'a b'],
  },
  TRUSTED_PROXIES: {
    good: [
      ['127.0.0.1', ['127.0.0.1']],
      ['::1, 10.0.0.0/8,2001:db8::/32', ['::1', '10.0.0.0/8', '2001:db8::/32']],
      ['0.0.0.0/0', ['0.0.0.0/0']],
    ],
    bad: [
      'localhost',
      '10.0.0.0/33',
      '2001:db8::/129',
      '10.0.0/8',
      '127.0.0.1:80',
      '[::1]',
      '*',
      '10.0.0.0/',
    ],
  },
  TURN_URLS: {
    good: [
      ['turn:turn.example:3478', ['turn:turn.example:3478']],
      [
        'turn:a.example, turns:b.example:443?transport=tcp',
        ['turn:a.example', 'turns:b.example:443?transport=tcp'],
      ],
    ],
    bad: ['turn.example', 'stun:stun.example', 'turn:', 'https://turn.example', 'turn:a b'],
  },
  TURN_SECRET: { good: [['any text & more', 'any text & more']], bad: [] },
  METRICS_TOKEN: { good: [['open-sesame', 'open-sesame']], bad: ['open sesame', 'a\tb'] },
  OPERATOR_TOKEN: {
    good: [['sixteen-letters!', 'sixteen-letters!']],
    bad: ['fifteen-letters', 'sixteen-lettérs!', 'with spaces in between', 'a\ttab-in-between-it'],
  },
  WEB_ROOT: { good: [['/srv/pages', '/srv/pages']], bad: [] },
  DATA_DIR: {
    good: [
      ['/var/lib/earshot', '/var/lib/earshot'],
      [':memory:', ':memory:'],
    ],
    bad: [],
  },
  LOG_LEVEL: {
    good: [
      ['debug', 'debug'],
      ['silent', 'silent'],
    ],
    bad: ['loud', 'INFO', '30'],
  },
};

const keys: { [Setting in Name]: string } = {
  PORT: 'port',
  HOST: 'host',
  PUBLIC_ADDRESS: 'publicAddresses',
  RTC_PORT: 'rtcPort',
  WORKERS: 'workers',
  MEDIASOUP_WORKER_BIN: 'workerBin',
  ALLOWED_ORIGINS: 'allowedOrigins',
  PUBLIC_HOSTS: 'publicHosts',
  TRUSTED_PROXIES: 'trustedProxies',
  TURN_URLS: 'turn.urls',
  TURN_SECRET: 'turn.secret',
  METRICS_TOKEN: 'metricsToken',
  OPERATOR_TOKEN: 'operatorToken',
  WEB_ROOT: 'webRoot',
  DATA_DIR: 'dataDir',
  LOG_LEVEL: 'logLevel',
};

/** What a setting needs beside it to be right. */
const company: Partial<Record<Name, Record<string, string>>> = {
  TURN_URLS: { TURN_SECRET: 'x' },
  TURN_SECRET: { TURN_URLS: 'turn:turn.example' },
};

const names = Object.keys(cases) as Name[];
const good = names.flatMap((name) => cases[name].good.map(([text, value]) => [name, text, value] as const));
const bad = names.flatMap((name) => cases[name].bad.map((text) => [name, text] as const));

test.each(good)('%s may be %j', (name, text, value) => {
  expect(readConfig({ ...company[name], [name]: text })).toHaveProperty(keys[name], value);
});

test.each([
  ['where the desktop keeps such things', { XDG_STATE_HOME: '/state' }, '/state/earshot'],
  [
    'not at a relative path, as its standard says',
    { XDG_STATE_HOME: 'state' },
    `${homedir()}/.local/state/earshot`,
  ],
  ['where it is said', { XDG_STATE_HOME: '/state', DATA_DIR: '/srv/data' }, '/srv/data'],
])('data is kept %s', (_where, environment, directory) => {
  expect(readConfig(environment).dataDir).toBe(directory);
});

test('a secret may wait for its TURN servers', () => {
  expect(readConfig({ TURN_SECRET: 'hush' }).turn).toBeUndefined();
});

test.each(bad)('%s may not be %j', (name, text) => {
  const read = () => readConfig({ ...company[name], [name]: text });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(`${name} must be ${settings[name].mustBe}, such as ${settings[name].example}`);
});

test('every setting is tried', () => {
  expect(names.toSorted()).toEqual(Object.keys(settings).toSorted());
});

test('each example is right, but for secrets, which one makes up', () => {
  for (const name of names) {
    if ('secret' in settings[name]) continue;
    expect(() => readConfig({ ...company[name], [name]: settings[name].example })).not.toThrow();
  }
});

test('nothing set, or set to nothing, is a server for this machine and its network', () => {
  const config = readConfig({});
  expect(config).toEqual({
    port: 3_000,
    host: '::',
    publicAddresses: [],
    publicHosts: [],
    rtcPort: 40_000,
    workers: availableParallelism(),
    workerBin: undefined,
    allowedOrigins: [],
    trustedProxies: [],
    turn: undefined,
    metricsToken: undefined,
    operatorToken: undefined,
    webRoot: undefined,
    dataDir: `${homedir()}/.local/state/earshot`,
    logLevel: expect.stringMatching(/^(info|warn)$/),
  });
  const empty = Object.fromEntries(names.map((name) => [name, '']));
  expect(readConfig(empty)).toEqual(config);
  expect(Object.isFrozen(config)).toBe(true);
});

test('what is not a setting is not looked at', () => {
  expect(() => readConfig({ PORTS: 'x', __proto__: 'x', constructor: 'x' })).not.toThrow();
});

function problems(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

test('one message names all that is wrong, each on its line, with what it is', () => {
  const found = problems({ PORT: 'web', HOST: 'here', WORKERS: '0', LOG_LEVEL: 'loud' });
  expect(found.map((line) => line.trim().split(' ')[0])).toEqual(['PORT', 'HOST', 'WORKERS', 'LOG_LEVEL']);
  expect(found[0]).toBe('  PORT must be a port number, or 0 for any free one, such as 3000; it is "web".');
});

test('a secret is not repeated, right or wrong', () => {
  expect(problems({ METRICS_TOKEN: 'my secret', TURN_SECRET: 'hush', PORT: 'x' }).join()).not.toMatch(
    /my secret|hush/,
  );
  expect(problems({ TURN_URLS: 'turn:x', TURN_SECRET: '', METRICS_TOKEN: 'hush' }).join()).not.toMatch(
    /hush/,
  );
});

test.each([
  ['TURN servers without their secret', { TURN_URLS: 'turn:turn.example' }, /TURN_SECRET must be set/],
  ['more workers than ports', { RTC_PORT: '65535', WORKERS: '2' }, /RTC_PORT must leave room for 2 workers/],
  [
    'one port for pages and media',
    { PORT: '40000', RTC_PORT: '40000', WORKERS: '1' },
    /PORT must not be one of/,
  ],
  [
    'pages on the port of the second worker',
    { PORT: '40001', RTC_PORT: '40000', WORKERS: '2' },
    /PORT must not be one of/,
  ],
])('%s contradict each other', (_what, environment, message) => {
  const found = problems(environment);
  expect(found.length).toBe(1);
  expect(found[0]).toMatch(message);
  expect(found[0]).not.toContain('hush');
});

test.each([
  { RTC_PORT: '65535', WORKERS: '1' },
  { RTC_PORT: '0', WORKERS: '999' },
  { PORT: '0', RTC_PORT: '0', WORKERS: '2' },
  { PORT: '40002', RTC_PORT: '40000', WORKERS: '2' },
  { PORT: '39999', RTC_PORT: '40000', WORKERS: '2' },
])('%j go together', (environment) => {
  expect(problems(environment)).toEqual([]);
});

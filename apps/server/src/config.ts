import { availableParallelism, homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import * as z from 'zod';
import { StartError } from './start-error.ts';

/** One setting: how its text is read, and how it is explained. */
interface Setting<T> {
  /** What stands for it when the variable is unset or empty. */
  fallback: string;
  schema: z.ZodType<T, string>;
  /** What a right value is, for the error message. */
  mustBe: string;
  example: string;
  /** Never shown, not even when it is wrong. */
  secret?: boolean;
  /** One line for the README's table. */
  purpose: string;
}

const setting = <T>(entry: Setting<T>): Setting<T> => entry;

const port = (lowest: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= lowest && value <= 65_535);

const list = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));

const address = z.union([z.ipv4(), z.ipv6(), z.string().regex(/^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*$/i)]);
/** Every address at once, which nobody can be reached at. */
const unspecified = (value: string) => value === '0.0.0.0' || /^[0:]+$/.test(value);
const linkLocal = (value: string) => /^(fe[89ab]|169\.254\.)/i.test(value);
const isIpv6 = (value: string) => z.ipv6().safeParse(value).success;

/** Every setting is an environment variable. The README's table is tested against this one. */
export const settings = {
  PORT: setting({
    fallback: '3000',
    schema: port(0),
    mustBe: 'a port number, or 0 for any free one',
    example: '3000',
    purpose: 'One port for pages, API, metrics and the WebSocket',
  }),
  HOST: setting({
    fallback: '::',
    schema: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]).refine((host) => !linkLocal(host)),
    mustBe: 'an IP address of this machine, and not a link-local one',
    example: '127.0.0.1',
    purpose: 'Address to listen on; `::` is all, IPv4 included',
  }),
  PUBLIC_ADDRESS: setting({
    fallback: '',
    schema: list(address.refine((each) => !unspecified(each))).refine(
      (all) => all.filter(isIpv6).length <= 1 && all.filter((each) => !isIpv6(each)).length <= 1,
    ),
    mustBe: 'one IPv4 address or host name, one IPv6 address, or both with a comma between',
    example: '203.0.113.7,2001:db8::7',
    purpose: "Where clients reach the media ports; unset: this machine's own addresses",
  }),
  RTC_PORT: setting({
    fallback: '40000',
    schema: port(0),
    mustBe: 'a port number, or 0 for any free ones',
    example: '40000',
    purpose: 'UDP and TCP port of the first media worker; each further worker takes the next',
  }),
  WORKERS: setting({
    fallback: 'auto',
    schema: z
      .union([z.literal('auto'), z.string().regex(/^[1-9]\d{0,2}$/)])
      .transform((text) => (text === 'auto' ? availableParallelism() : Number(text))),
    mustBe: 'a number from 1 to 999, or auto',
    example: '4',
    purpose: 'Media workers; auto is one per core',
  }),
  MEDIASOUP_WORKER_BIN: setting({
    fallback: '',
    schema: z.string(),
    mustBe: 'a path',
    example: '/usr/local/bin/mediasoup-worker',
    purpose: 'The worker binary; unset: the one that `npm start` fetched or built',
  }),
  ALLOWED_ORIGINS: setting({
    fallback: '',
    schema: list(z.string().refine((text) => /^https?:/.test(text) && URL.parse(text)?.origin === text)),
    mustBe: 'origins with a comma between, without a path',
    example: 'https://talk.example,https://www.example',
    purpose: 'Other sites whose pages may connect; the own one always may',
  }),
  PUBLIC_HOSTS: setting({
    fallback: '',
    schema: list(z.string().refine((text) => URL.parse(`https://${text}`)?.host === text)),
    mustBe: 'host names in lower case, with the port where it is not 443, with a comma between',
    example: 'talk.example,localhost:3000',
    purpose: "Names people open this server under; a key is proved for these only. Unset: the request's own",
  }),
  TRUSTED_PROXIES: setting({
    fallback: '',
    schema: list(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])),
    mustBe: 'IP addresses, or ranges of them, with a comma between',
    example: '127.0.0.1,10.0.0.0/8',
    purpose:
      'Proxies in front of this server, whose `X-Forwarded-For` is believed; without them a ban hits all behind one',
  }),
  TURN_URLS: setting({
    fallback: '',
    schema: list(z.string().regex(/^turns?:[^\s]+$/)),
    mustBe: 'turn: or turns: URLs with a comma between',
    example: 'turn:turn.example:3478,turns:turn.example:443?transport=tcp',
    purpose: 'TURN servers offered to clients; needs TURN_SECRET',
  }),
  TURN_SECRET: setting({
    fallback: '',
    schema: z.string(),
    secret: true,
    mustBe: "the TURN server's shared secret",
    example: '(random text)',
    purpose: "The shared secret of coturn's `use-auth-secret`",
  }),
  METRICS_TOKEN: setting({
    fallback: '',
    schema: z.string().regex(/^\S*$/),
    secret: true,
    mustBe: 'a token without spaces',
    example: '(random text)',
    purpose: 'When set, `/metrics` wants it as a bearer token',
  }),
  OPERATOR_TOKEN: setting({
    fallback: '',
    // What a header can carry (RFC 9110, 5.5).
    schema: z.string().regex(/^([\x21-\x7e]{16,})?$/),
    secret: true,
    mustBe: 'a token of at least 16 letters, digits and signs of ASCII, without spaces',
    example: '(random text)',
    purpose: 'Opens the page `/operator` and its API to whoever has it; unset: there is neither',
  }),
  WEB_ROOT: setting({
    fallback: '',
    schema: z.string(),
    mustBe: 'a path',
    example: 'apps/web/out',
    purpose: 'The built pages; unset: those of this checkout',
  }),
  DATA_DIR: setting({
    fallback: '',
    schema: z.string(),
    mustBe: 'a path',
    example: '/var/lib/earshot',
    purpose:
      'Where owned rooms, roles, bans and reports are kept, by one server at a time; unset: `~/.local/state/earshot`',
  }),
  LOG_LEVEL: setting({
    fallback: process.stderr.isTTY ? 'warn' : 'info',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    mustBe: 'one of fatal, error, warn, info, debug, trace, silent',
    example: 'debug',
    purpose: 'How much is logged, as JSON on standard error; unset: info, on a terminal warn',
  }),
};

type Settings = typeof settings;
type Values = { readonly [Name in keyof Settings]: z.output<Settings[Name]['schema']> };

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicAddresses: readonly string[];
  readonly rtcPort: number;
  readonly workers: number;
  /** Undefined: look where `npm start` puts it. */
  readonly workerBin: string | undefined;
  readonly allowedOrigins: readonly string[];
  /** As `URL.host` writes them. Empty: whatever a request says. */
  readonly publicHosts: readonly string[];
  /** Addresses and ranges. */
  readonly trustedProxies: readonly string[];
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | undefined;
  readonly metricsToken: string | undefined;
  readonly operatorToken: string | undefined;
  /** Undefined: the web application of this checkout. */
  readonly webRoot: string | undefined;
  /** `:memory:` is nowhere: it ends with the process. */
  readonly dataDir: string;
  readonly logLevel: Values['LOG_LEVEL'];
}

/** Something in the environment is wrong; the message names everything that is. */
export class ConfigError extends StartError {
  constructor(problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, fallback, mustBe, example, secret }] of Object.entries<Setting<unknown>>(
    settings,
  )) {
    const text = environment[name] || fallback;
    const parsed = schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} must be ${mustBe}, such as ${example}${secret ? '' : `; it is "${text}"`}.`);
  }
  const found = values as Values;
  if (problems.length === 0) problems.push(...contradictions(found));
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    port: found.PORT,
    host: found.HOST,
    publicAddresses: found.PUBLIC_ADDRESS,
    rtcPort: found.RTC_PORT,
    workers: found.WORKERS,
    workerBin: found.MEDIASOUP_WORKER_BIN || undefined,
    allowedOrigins: found.ALLOWED_ORIGINS,
    publicHosts: found.PUBLIC_HOSTS,
    trustedProxies: found.TRUSTED_PROXIES,
    turn: found.TURN_URLS.length > 0 ? { urls: found.TURN_URLS, secret: found.TURN_SECRET } : undefined,
    metricsToken: found.METRICS_TOKEN || undefined,
    operatorToken: found.OPERATOR_TOKEN || undefined,
    webRoot: found.WEB_ROOT || undefined,
    dataDir: found.DATA_DIR || join(stateHome(environment), 'earshot'),
    logLevel: found.LOG_LEVEL,
  });
}

/** Where programs keep what outlives them (XDG Base Directory Specification, 0.8): relative paths do not count. */
function stateHome({ XDG_STATE_HOME: chosen = '' }: Readonly<Record<string, string | undefined>>): string {
  return isAbsolute(chosen) ? chosen : join(homedir(), '.local/state');
}

function contradictions(values: Values): string[] {
  const problems: string[] = [];
  if (values.TURN_URLS.length > 0 && !values.TURN_SECRET) {
    problems.push('TURN_SECRET must be set where TURN_URLS is, such as TURN_SECRET=(random text).');
  }
  const { PORT: port, RTC_PORT: first, WORKERS: workers } = values;
  const last = first + workers - 1;
  if (first !== 0 && last > 65_535) {
    problems.push(
      `RTC_PORT must leave room for ${workers} workers below 65536, such as 40000; it is "${first}".`,
    );
  } else if (first !== 0 && port >= first && port <= last) {
    problems.push(
      `PORT must not be one of the media ports (${first} to ${last}), such as 3000; it is "${port}".`,
    );
  }
  return problems;
}

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import * as z from 'zod';
import { DEFAULT_THRESHOLDS } from './core/answers/asking/confidence.ts';
import { AppError } from './core/app-error.ts';

const here = dirname(fileURLToPath(import.meta.url));

export const ROLES = ['bot', 'jobs', 'staff'] as const;
/** bot talks with people, jobs waits and repeats, staff serves the console. */
export type Role = (typeof ROLES)[number];

const urlOf = (protocols: string[], isGood: (url: URL) => boolean = () => true) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && protocols.includes(url.protocol) && isGood(url);
  });

const listOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** Every setting there is, as it is read from the environment. `.env.example` explains each. */
const settings = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/)
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(3000),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((folder) => resolve(here, folder)),
  DATABASE_URL: urlOf(['postgres:', 'postgresql:'], ({ pathname }) => pathname.length > 1).optional(),
  REDIS_URL: urlOf(['redis:', 'rediss:']).optional(),
  PUBLIC_URL: urlOf(['http:', 'https:'], (url) => url.href === `${url.origin}/`)
    .transform((text) => new URL(text).origin)
    .optional(),
  ROLES: z
    .string()
    .default(ROLES.join(','))
    .transform((text) => [...new Set(listOf(text))])
    .pipe(z.array(z.enum(ROLES)).min(1)),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: z
    .enum(['true', 'false', '1', '0'])
    .default('false')
    .transform((text) => text === 'true' || text === '1'),
  AUTH_SECRET: z.string().min(32).optional(),
  ZALO_BOT_TOKEN: z
    .string()
    .transform((text) => text.trim())
    // Its form is not promised, so it is not checked; a blank inside is a slip of copying.
    .pipe(z.string().regex(/^[\x21-\x7e]+$/))
    .optional(),
  ZALO_BOT_MODE: z.enum(['polling', 'webhook']).default('polling'),
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/)
    .optional(),
  ZALO_BOT_LINK: urlOf(['https:']).optional(),
  ZALO_API_URL: urlOf(['http:', 'https:'], ({ search, hash }) => search === '' && hash === '').optional(),
  ZALO_PHOTO_HOSTS: z
    .string()
    .transform((text) => listOf(text.toLowerCase()))
    .pipe(z.array(z.string().regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$|^https?:\/\/[a-z0-9.-]+(:\d+)?$/)).min(1))
    .optional(),
  ZALO_MONTHLY_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .default(3000),
  ZALO_QUOTA_PAUSE_HOURS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^\d{1,30}:[\w-]{10,200}$/))
    .optional(),
  TELEGRAM_MODE: z.enum(['polling', 'webhook']).default('polling'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/)
    .optional(),
  TELEGRAM_API_URL: urlOf(['http:', 'https:'], ({ search, hash }) => search === '' && hash === '').optional(),
  TELEGRAM_PROXY_URL: urlOf(['http:', 'https:']).optional(),
  TELEGRAM_MESSAGES_PER_SECOND: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .optional(),
  CENTRE_NAME: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(3).max(200))
    .optional(),
  CENTRE_PROVINCE: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  OFFER_FROM: z
    .string()
    .regex(/^0\.\d{1,3}$/)
    .transform(Number)
    .default(DEFAULT_THRESHOLDS.offer),
});

type Settings = z.infer<typeof settings>;
export const SETTING_NAMES = z.keyof(settings).options;

export type Config = {
  host: string;
  port: number;
  /** Absolute. */
  dataDir: string;
  /** Without it the PostgreSQL that came with npm runs, with its files in `dataDir`. */
  databaseUrl: string | undefined;
  /** Without it the queues live in PostgreSQL. */
  redisUrl: string | undefined;
  /** Where people reach this copy: an origin, without a slash at its end. */
  publicUrl: string;
  roles: readonly Role[];
  logLevel: z.infer<typeof settings>['LOG_LEVEL'];
  trustProxy: boolean;
  authSecret: string | undefined;
  /** Present when Zalo is on. */
  zaloBot: ZaloBotConfig | undefined;
  /** Present when Telegram is on. */
  telegram: TelegramConfig | undefined;
  centreName: string | undefined;
  /** The two digits of the statistics office. */
  centreProvince: string | undefined;
  /** From which confidence on a question is met at all; below it is said that the answer is not known. */
  offerFrom: number;
};

export type ZaloBotConfig = {
  token: string;
  mode: 'polling' | 'webhook';
  /** Without it one is made and kept in `dataDir`. */
  webhookSecret: string | undefined;
  /** What opens the bot in Zalo, told to people when another channel is cut off. */
  link: string | undefined;
  /** Another server than Zalo's own. */
  apiUrl: string | undefined;
  /** Domains, or whole origins. */
  photoHosts: string[] | undefined;
  /** Messages a calendar month, by the plan. */
  monthlyLimit: number;
  /** Without it a used-up quota stops the account until the next month begins. */
  quotaPauseHours: number | undefined;
};

export type TelegramConfig = {
  token: string;
  mode: 'polling' | 'webhook';
  /** Without it one is made and kept in `dataDir`. */
  webhookSecret: string | undefined;
  /** Another server than Telegram's own. */
  apiUrl: string | undefined;
  /** An http proxy through which Telegram can be reached. */
  proxyUrl: string | undefined;
  messagesPerSecond: number | undefined;
};

/**
 * Reads all settings at once; the only place that reads the environment.
 * Throws `settings.wrong` whose `names` lists every wrong setting. The values stay out of it: they may be secret.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty line in a file such as "REDIS_URL=" means: not given.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new AppError('settings.wrong', { names: [...names].join(',') });
  }
  const { HOST, PORT, PUBLIC_URL, ...rest } = parsed.data;
  const publicUrl = PUBLIC_URL ?? `http://${addressToOpen(HOST)}:${PORT}`;
  // Both post to public https addresses only.
  const waitsForCalls = [
    ...(rest.ZALO_BOT_TOKEN && rest.ZALO_BOT_MODE === 'webhook' ? ['ZALO_BOT_MODE'] : []),
    ...(rest.TELEGRAM_BOT_TOKEN && rest.TELEGRAM_MODE === 'webhook' ? ['TELEGRAM_MODE'] : []),
  ];
  if (waitsForCalls.length > 0 && !publicUrl.startsWith('https:')) {
    throw new AppError('settings.wrong', { names: waitsForCalls.join(',') });
  }
  return {
    host: HOST,
    port: PORT,
    dataDir: rest.DATA_DIR,
    databaseUrl: rest.DATABASE_URL,
    redisUrl: rest.REDIS_URL,
    publicUrl,
    roles: rest.ROLES,
    logLevel: rest.LOG_LEVEL,
    trustProxy: rest.TRUST_PROXY,
    authSecret: rest.AUTH_SECRET,
    zaloBot: readZaloBot(rest),
    telegram: readTelegram(rest),
    centreName: rest.CENTRE_NAME,
    centreProvince: rest.CENTRE_PROVINCE,
    offerFrom: rest.OFFER_FROM,
  };
}

function readZaloBot(given: Pick<Settings, Extract<keyof Settings, `ZALO_${string}`>>): ZaloBotConfig | undefined {
  const { ZALO_BOT_TOKEN: token } = given;
  if (token === undefined) return undefined;
  return {
    token,
    mode: given.ZALO_BOT_MODE,
    webhookSecret: given.ZALO_BOT_WEBHOOK_SECRET,
    link: given.ZALO_BOT_LINK,
    apiUrl: given.ZALO_API_URL,
    photoHosts: given.ZALO_PHOTO_HOSTS,
    monthlyLimit: given.ZALO_MONTHLY_LIMIT,
    quotaPauseHours: given.ZALO_QUOTA_PAUSE_HOURS,
  };
}

function readTelegram(
  given: Pick<Settings, Extract<keyof Settings, `TELEGRAM_${string}`>>,
): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN: token } = given;
  if (token === undefined) return undefined;
  return {
    token,
    mode: given.TELEGRAM_MODE,
    webhookSecret: given.TELEGRAM_WEBHOOK_SECRET,
    apiUrl: given.TELEGRAM_API_URL,
    proxyUrl: given.TELEGRAM_PROXY_URL,
    messagesPerSecond: given.TELEGRAM_MESSAGES_PER_SECOND,
  };
}

/** The environment of this process, over what the file `.env` beside this file says. */
export function readEnvironment(): Record<string, string | undefined> {
  return { ...readEnvFile(), ...process.env };
}

/** Settings written in `.env` that do not exist: most likely misspelt. */
export function findUnknownSettings(): string[] {
  const known: readonly string[] = SETTING_NAMES;
  return Object.keys(readEnvFile()).filter((name) => !known.includes(name) && name !== 'NODE_ENV' && name !== 'TZ');
}

function readEnvFile(): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(join(here, '.env'), 'utf8'));
  } catch {
    return {};
  }
}

/** A server that listens everywhere is opened on this machine by its loopback address. */
function addressToOpen(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

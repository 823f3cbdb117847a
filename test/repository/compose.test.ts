import matter from 'gray-matter';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { SETTING_NAMES } from '../../config.ts';
import { readProjectFile } from './files.ts';

// No container engine runs in the tests. What a file can show is checked here; docs/operations.md says so.

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  command: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const composeSchema = z.object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) });

// gray-matter reads YAML between two lines of dashes.
const compose = composeSchema.parse(matter(`---\n${readProjectFile('docker-compose.yml')}\n---\n`).data);
const dockerfile = readProjectFile('Dockerfile');

function get(name: string): z.infer<typeof service> {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

it('the services together play every role, each once', () => {
  const roles = [get('web'), get('jobs')].flatMap((one) => one.environment.ROLES?.split(',') ?? []);
  expect(roles.sort()).toEqual(['bot', 'jobs', 'staff']);
});

it('the services are given only settings that exist', () => {
  for (const name of ['web', 'jobs']) {
    const unknown = Object.keys(get(name).environment).filter((key) => !SETTING_NAMES.some((known) => known === key));
    expect(unknown, name).toEqual([]);
  }
});

it('both processes are given every setting of Zalo and Telegram', () => {
  const settings = SETTING_NAMES.filter((name) => /^(ZALO|TELEGRAM)_/.test(name));
  expect(settings.length).toBeGreaterThan(0);
  for (const name of ['web', 'jobs'])
    expect(Object.keys(get(name).environment)).toEqual(expect.arrayContaining(settings));
});

it('the database is PostgreSQL 18 with the collation of the embedded one', () => {
  const postgres = get('postgres');
  expect(postgres.image).toMatch(/^postgres:18/);
  expect(postgres.environment.POSTGRES_INITDB_ARGS).toContain('--locale-provider=builtin --builtin-locale=C.UTF-8');
  // The image of version 18 refuses a volume at the place of the older ones.
  expect(postgres.volumes).toEqual(['postgres-data:/var/lib/postgresql']);
});

it('Redis writes down what it takes and throws no key away', () => {
  const redis = get('redis');
  expect(redis.image).toMatch(/^redis:7/);
  expect(redis.command.join(' ')).toMatch(/--appendonly yes\b.*--maxmemory-policy noeviction\b/);
});

it('the application starts when database and queue are healthy, and says whether it is', () => {
  for (const name of ['postgres', 'redis']) {
    expect(get(name).healthcheck, name).toBeDefined();
    expect(get('web').depends_on[name]?.condition).toBe('service_healthy');
    expect(get('jobs').depends_on[name]?.condition).toBe('service_healthy');
  }
  expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*\/readyz/m);
});

it('what must outlive a container lies in a named volume', () => {
  for (const [name, { volumes }] of Object.entries(compose.services)) {
    expect(volumes.length, name).toBeGreaterThan(0);
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  }
});

it('no secret is written in the files, and none is copied into the image', () => {
  const secrets = Object.values(compose.services).flatMap(({ environment }) =>
    Object.entries(environment).filter(([key]) => /PASSWORD|SECRET|TOKEN/.test(key)),
  );
  expect(secrets.length).toBeGreaterThan(1);
  // Each comes from outside: it must be given, or it is off.
  for (const [key, value] of secrets) expect(value, key).toMatch(/^\$\{\w+:(?:\?|-\})/);
  expect(readProjectFile('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.data', '.git']));
});

it('the process that drains is the one that gets the signal, and it is not root', () => {
  expect(dockerfile).toMatch(/^CMD \["node_modules\/\.bin\/node", "main\.ts"\]$/m);
  expect(dockerfile).toMatch(/^USER node$/m);
});

import { createServer } from 'node:net';
import type { Config } from '../../config.ts';
import { findHolder } from '../data-lock.ts';
import type { Finding } from './finding.ts';

const ANSWER_TIMEOUT_MS = 5_000;

/** The port, and whether people reach this copy by its public address. */
export async function checkNetwork(config: Config): Promise<Finding[]> {
  const { host, port, publicUrl } = config;
  const isUp = await answers(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`);
  const findings: Finding[] = [];
  if (isUp) findings.push({ state: 'ok', says: 'running', values: { port } });
  else if (await isFree(host, port)) findings.push({ state: 'ok', says: 'portFree', values: { port } });
  else findings.push({ state: 'repair', says: 'portBusy', values: { port } });
  const holder = await findHolder(config.dataDir);
  if (!isUp && holder !== undefined) findings.push({ state: 'note', says: 'holder', values: { where: holder } });

  return [...findings, ...(await checkPublicUrl(publicUrl, isUp))];
}

async function checkPublicUrl(publicUrl: string, isUp: boolean): Promise<Finding[]> {
  const { hostname, protocol } = new URL(publicUrl);
  if (['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    return [{ state: 'note', says: 'publicUrlLocal', values: { url: publicUrl } }];
  }
  const findings: Finding[] = [];
  if (protocol !== 'https:') findings.push({ state: 'note', says: 'publicUrlPlain', values: { url: publicUrl } });
  if (!isUp) findings.push({ state: 'note', says: 'publicUrlUntried', values: { url: publicUrl } });
  else if (await answers(`${publicUrl}/healthz`))
    findings.push({ state: 'ok', says: 'publicUrl', values: { url: publicUrl } });
  else findings.push({ state: 'repair', says: 'publicUrlAway', values: { url: publicUrl } });
  return findings;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS), redirect: 'error' });
    return response.ok;
  } catch {
    return false;
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port }, () => probe.close(() => resolve(true)));
  });
}

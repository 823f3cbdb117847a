import { createHash, randomBytes } from 'node:crypto';

const SECRET_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits. Only the browser keeps it. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps. The secret is random, so a plain hash cannot be searched back. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function looksLikeSecret(text: string): boolean {
  return SECRET_PATTERN.test(text);
}

import type { Context } from 'hono';
import type { z } from 'zod';
import { problem } from './problem.ts';

/** The body of a JSON request. A form of another site cannot send this type. */
export async function jsonBody<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw problem('request.invalid');
  const body: unknown = await c.req.json().catch(() => undefined);
  return valid(schema, body);
}

export function valid<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw problem('request.invalid');
  return result.data;
}

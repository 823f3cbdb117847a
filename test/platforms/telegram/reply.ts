/** What the server answers: the same envelope whatever the status. */
export type Reply = { status: number; body: unknown };

export const ok = (result: unknown): Reply => ({ status: 200, body: { ok: true, result } });

export function refuse(code: number, description: string, parameters?: Record<string, unknown>): Reply {
  return { status: code, body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) } };
}

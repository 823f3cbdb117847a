import { PROGRAMMES } from '../programmes/programmes.ts';
import { supportRequest } from '../programmes/support-request.ts';
import type { Whom } from '../schedule/window-rule.ts';
import type { Condition } from './condition.ts';

export type WindowArea = { provinceCodes: readonly string[]; communeCodes: readonly string[] };

/** A window of the request itself is for all that can be requested. */
export function programmesOfWindow(programme: string): string[] {
  return programme === supportRequest.id ? PROGRAMMES.map(({ id }) => id) : [programme];
}

/** Whom a window of a programme concerns, by its rule: usually who asked for it, or left something of it unfinished. */
export function windowInterest(programme: string, whom: readonly Whom[]): Condition {
  const programmes = programmesOfWindow(programme);
  const conditionsOf: Record<Whom, Condition[]> = {
    wished: [{ kind: 'reminder-wish', isOneOf: programmes }],
    unfinished: programmes.map((each): Condition => ({ kind: 'unfinished', programme: each })),
    dossier: [{ kind: 'programme', isOneOf: programmes }],
  };
  return { kind: 'any', of: whom.flatMap((each) => conditionsOf[each]) };
}

/** Where a window holds. Without places it holds for everybody who talks with the centre, wherever they live. */
export function windowArea({ provinceCodes, communeCodes }: WindowArea): Condition {
  if (provinceCodes.length + communeCodes.length === 0) return { kind: 'all', of: [] };
  const places: Condition[] = [];
  if (provinceCodes.length > 0) places.push({ kind: 'province', isOneOf: [...provinceCodes] });
  if (communeCodes.length > 0) places.push({ kind: 'commune', isOneOf: [...communeCodes] });
  return { kind: 'any', of: places };
}

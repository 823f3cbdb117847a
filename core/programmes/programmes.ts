import type { Programme } from './programme.ts';
import { supportRequest } from './support-request.ts';

/** All that can be registered for. */
export const PROGRAMMES: readonly Programme[] = [supportRequest];

export function findProgramme(id: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.id === id);
}

import { advancedEquipment } from './advanced-equipment.ts';
import type { Programme } from './programme.ts';
import { supportRequest } from './support-request.ts';

/** All that can be registered for. */
export const PROGRAMMES: readonly Programme[] = [supportRequest, advancedEquipment];

export function findProgramme(id: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.id === id);
}

/** The programme of what is needed, an option of the request's question `need`; the plain request where there is none yet. */
export function programmeOfNeed(optionId: string): Programme {
  return optionId === 'machinery' ? advancedEquipment : supportRequest;
}

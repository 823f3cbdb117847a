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

/** The programme that answers just given settle; undefined when what is needed is not among them. */
export function findProgrammeSettledBy(
  changes: readonly { questionId: string; value: unknown }[],
): Programme | undefined {
  const need = changes.find(({ questionId }) => questionId === 'need')?.value;
  return typeof need === 'string' ? programmeOfNeed(need) : undefined;
}

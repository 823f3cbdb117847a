import { KINDS } from './kinds.ts';
import type { Programme, ProgrammeKind } from './programme.ts';
import { createRequest, supportRequest } from './support-request.ts';

/** All that can be registered for. */
export const PROGRAMMES: readonly Programme[] = [supportRequest, ...createProgrammes(KINDS)];

/** The programmes of some kinds of support; all begin with the same request. */
export function createProgrammes(kinds: readonly ProgrammeKind[]): Programme[] {
  const form = kinds === KINDS ? supportRequest.form : createRequest(kinds);
  return kinds.map(({ id, details, rateKind, rateKindBy, ruleKinds, findRate, readWish, readPrice, reusePrice }) => ({
    id,
    form,
    details: { ...details, order: 'any', words: `programmes:${id}` },
    rateKind,
    rateKindBy,
    ruleKinds,
    findRate,
    readWish,
    readPrice,
    reusePrice,
  }));
}

export function findProgramme(id: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.id === id);
}

/** The programme of what is needed, an option of the request's question `need`; the plain request where there is none. */
export function programmeOfNeed(optionId: string): Programme {
  const kind = KINDS.find(({ need }) => need.id === optionId);
  return (kind && findProgramme(kind.id)) ?? supportRequest;
}

/** The programme that answers just given settle; undefined when what is needed is not among them. */
export function findProgrammeSettledBy(
  changes: readonly { questionId: string; value: unknown }[],
): Programme | undefined {
  const need = changes.find(({ questionId }) => questionId === 'need')?.value;
  return typeof need === 'string' ? programmeOfNeed(need) : undefined;
}

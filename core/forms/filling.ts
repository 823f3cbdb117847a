import type { FormDefinition } from './form.ts';
import type { Answers } from './values.ts';

/**
 * A form as it is filled in. `isOpen` tells which questions may be answered now (a dossier under review is closed for all
 * but what was given back); without it all may.
 */
export type Filling = { form: FormDefinition; answers: Answers; isOpen?: IsOpen };
export type IsOpen = (questionId: string) => boolean;

import type { FormDefinition } from '../forms/form.ts';

/** Something that a producer can register for. */
export type Programme = { id: string; form: FormDefinition };

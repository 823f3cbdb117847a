import type { FormDefinition } from '../forms/form.ts';

/** Something that a producer can register for. */
export type Programme = {
  id: string;
  /** The request with which every dossier begins. */
  form: FormDefinition;
  /** What is completed after the request was sent, in any order. */
  details?: FormDefinition;
};

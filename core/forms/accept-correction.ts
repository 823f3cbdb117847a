import type { FormStep } from './form-step.ts';
import { edit, type Here, say } from './moves.ts';
import type { Correction } from './read-correction.ts';
import { acceptWords, takeReading } from './take-reading.ts';

/** Puts an earlier answer right where it was said how; else its question is asked again. */
export function acceptCorrection(here: Here, { question, reading, raw }: Correction): FormStep {
  if (here.isOpen?.(question.id) === false) return say(here, { key: 'register:locked' });
  if (reading?.kind === 'value') return acceptWords(here, question, { value: reading.value, raw });
  const asked = edit(here, question);
  if (reading === undefined) return asked;
  return takeReading({ ...here, state: asked.state }, question, { reading, text: undefined, raw });
}

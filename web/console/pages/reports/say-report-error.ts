import { codeOfError } from '../../api/client.ts';
import { errorWords } from '../../parts/states.tsx';
import { tell } from '../../words/words.ts';

/** Why a target was refused, and what to do about it. */
export function sayReportError(error: unknown): string {
  return tell(`reports.error.${codeOfError(error).replace('report.', '')}`) ?? errorWords(error);
}

import { type Advice, advise } from '../../../../core/programmes/advise.ts';
import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { officeDay } from '../../../../core/time.ts';
import type { Application } from '../../../../records/applications.ts';
import { phraseAdvice, phraseAdviceWithGrounds, phraseReasons } from '../../../library/phrase-advice.ts';
import type { Turn } from '../../topic.ts';

type Advised = {
  application: Pick<Application, 'answers' | 'programme'>;
  /** Answers of this very turn, not in the dossier yet. */
  changes?: readonly { questionId: string; value: unknown }[];
  /** The programme that they settle. */
  programme?: string;
};

/** Whether the rules seem to be met, and what could be got: a line each. Nothing when the programme exists no longer. */
export function adviceLines(turn: Turn, advised: Advised): string[] {
  const advice = adviceOn(turn, advised);
  return advice === undefined ? [] : phraseAdvice(speakerOf(turn), advice);
}

/** Whether something can be told of what could be got. */
export function hasEstimate(turn: Turn, advised: Advised): boolean {
  const advice = adviceOn(turn, advised);
  return advice !== undefined && (advice.estimate !== undefined || advice.ruleArticles.length > 0);
}

/** The same with every document it stands on. */
export function adviceWithGrounds(turn: Turn, advised: Advised): string[] {
  const advice = adviceOn(turn, advised);
  return advice === undefined ? [] : phraseAdviceWithGrounds(speakerOf(turn), advice);
}

/** Every reason with its document and how certain it is, a line each. */
export function reasonLines(turn: Turn, advised: Advised): string[] {
  const advice = adviceOn(turn, advised);
  return advice === undefined ? [] : phraseReasons(speakerOf(turn), advice);
}

function adviceOn(
  { library, now, centre }: Turn,
  { application, changes = [], programme: settled }: Advised,
): Advice | undefined {
  const programme = findProgramme(settled ?? application.programme);
  if (programme === undefined) return undefined;
  const kept = Object.entries(application.answers).map(([id, { value }]): [string, unknown] => [id, value]);
  const given = changes.map(({ questionId, value }): [string, unknown] => [questionId, value]);
  return advise(library.knowledge, {
    programme,
    kept: Object.fromEntries([...kept, ...given]),
    date: officeDay(now),
    province: centre.provinceCode,
  });
}

function speakerOf({ words, person, library }: Turn) {
  return { words, locale: person.locale === 'en' ? ('en' as const) : ('vi' as const), library };
}

import type { CorrectionAskedBy } from '../../core/applications/correction.ts';
import { wordsFor } from '../../locales/words.ts';
import type { PersonMessage } from './decision-message.ts';
import { toLocale } from './to-locale.ts';

/** What the person reads when an officer put an answer of theirs right: what it was, what it is, and at whose word. */
export function correctionMessage({
  locale,
  officerName: officer,
  dossier,
  changed,
  askedBy,
  reason,
}: {
  locale: string;
  officerName: string;
  dossier: { id: string; code: string };
  /** In the person's language; empty where there is no answer. */
  changed: { label: string; before: string; after: string };
  askedBy: CorrectionAskedBy;
  reason: string;
}): PersonMessage {
  const { t, word } = wordsFor(toLocale(locale));
  const none = t('console-review:correct.toPerson.none');
  const { label, before, after } = changed;
  return {
    paragraphs: [
      t('console-review:correct.toPerson.changed', { officer, code: dossier.code, label }),
      t('console-review:correct.toPerson.values', { before: before || none, after: after || none }),
      word(`console-review:correct.toPerson.by.${askedBy}`),
      ...(reason === '' ? [] : [t('console-review:correct.toPerson.reason', { reason })]),
      t('console-review:correct.toPerson.notRight'),
    ],
    choices: [{ key: `my-dossiers:show:${dossier.id}`, label: t('console-review:toPerson.choice.show') }],
  };
}

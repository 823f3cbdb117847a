import { wordsFor } from '../../locales/words.ts';
import type { Decision } from '../requests/decision.ts';
import type { DescribedItem } from '../requests/describe-answers.ts';
import { toLocale } from './to-locale.ts';

/** More would not be read; the card of the dossier lists them all. */
const MOST_NAMED = 5;

/** A message to a person: paragraphs, and what can be chosen under it. */
export type PersonMessage = { paragraphs: string[]; choices: { key: string; label: string }[] };

/**
 * What the person reads about a decision; undefined when nothing is said (a colleague takes over, or gives back).
 * The console shows it before it is sent, so it is made here and nowhere else.
 */
export function decisionMessage(
  decision: Decision,
  about: {
    locale: string;
    officerName: string;
    dossier: { id: string; code: string; isFirstClaim: boolean };
    /** What the dossier asks for, in the person's language. */
    items: readonly DescribedItem[];
  },
): PersonMessage | undefined {
  const { locale, officerName: officer, dossier, items } = about;
  const { t } = wordsFor(toLocale(locale));
  const { id, code } = dossier;
  const complete = { key: `details:open:${id}`, label: t('console-review:toPerson.choice.complete') };
  const show = { key: `my-dossiers:show:${id}`, label: t('console-review:toPerson.choice.show') };
  const said = 'message' in decision && decision.message !== undefined ? [decision.message] : [];
  const more = said.map((message) => t('console-review:toPerson.more', { message }));

  switch (decision.action) {
    case 'release':
      return undefined;
    case 'claim':
      if (!dossier.isFirstClaim) return undefined;
      return {
        paragraphs: [t('console-review:toPerson.claimed', { officer, code }), t('console-review:toPerson.claimedNext')],
        choices: [],
      };
    case 'return': {
      const labels = new Map(items.map((item) => [item.id, item.label]));
      const named = decision.items.slice(0, MOST_NAMED).map(({ questionId, remark }) => {
        return t('console-review:toPerson.item', { label: labels.get(questionId) ?? questionId, remark });
      });
      const unnamed = decision.items.length - named.length;
      return {
        paragraphs: [
          t('console-review:toPerson.returned', { officer, code, count: decision.items.length }),
          ...named,
          ...(unnamed > 0 ? [t('console-review:toPerson.unnamed', { count: unnamed })] : []),
          ...more,
          t('console-review:toPerson.returnedNext'),
        ],
        choices: [complete, show],
      };
    }
    case 'accept': {
      const lacks = items.some(({ part, isAnswered }) => part === 'details' && !isAnswered);
      return {
        paragraphs: [
          t('console-review:toPerson.accepted', { officer, code }),
          t('console-review:toPerson.acceptedMeans'),
          ...more,
          t('console-review:toPerson.acceptedNext'),
        ],
        choices: lacks ? [complete, show] : [show],
      };
    }
    case 'decline':
      return {
        paragraphs: [
          t('console-review:toPerson.declined', { officer, code }),
          t('console-review:toPerson.because', { reason: decision.reason }),
          t('console-review:toPerson.declinedNext'),
        ],
        choices: [
          { key: 'officer:start', label: t('console-review:toPerson.choice.ask') },
          { key: 'register:start', label: t('console-review:toPerson.choice.another') },
        ],
      };
    case 'reopen':
      return {
        paragraphs: [
          t('console-review:toPerson.reopened', { officer, code }),
          ...more,
          t('console-review:toPerson.reopenedMeans'),
        ],
        choices: [show],
      };
  }
}

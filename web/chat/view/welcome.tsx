import { t } from '../words.ts';

const EXAMPLES = ['welcome.exampleMachine', 'welcome.exampleWho', 'welcome.exampleHow'] as const;

/** What stands where nothing has been said yet: what this is, and how to begin. */
export function Welcome({ onAsk }: { onAsk: (question: string) => void }) {
  return (
    <section class="welcome">
      <h2>{t('welcome.title')}</h2>
      <p>{t('welcome.text')}</p>
      <ul aria-label={t('welcome.examples')}>
        {EXAMPLES.map((example) => (
          <li key={example}>
            <button type="button" class="example" onClick={() => onAsk(t(example))}>
              {t(example)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { ReactNode } from 'react';
import { loadWords, t, useLocale } from '../words/words.ts';
import classes from './door.module.css';

/** The page before one is inside: signing in, and the one-time link. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.door}>
      <div className={classes.sheet}>
        <p className={classes.name}>
          <span className={classes.sign} aria-hidden="true" />
          {t('app.title')}
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <LocaleLink />
    </main>
  );
}

function LocaleLink() {
  const other = useLocale() === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className={classes.locale} lang={other} onClick={() => void loadWords(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  );
}

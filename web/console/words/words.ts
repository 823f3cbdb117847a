import { useSyncExternalStore } from 'react';
import viConsole from '../../../locales/vi/console.json' with { type: 'json' };
import viData from '../../../locales/vi/console-data.json' with { type: 'json' };
import viKnowledge from '../../../locales/vi/console-knowledge.json' with { type: 'json' };
import viQuestions from '../../../locales/vi/console-questions.json' with { type: 'json' };
import viReview from '../../../locales/vi/console-review.json' with { type: 'json' };
import { addedWords } from './added-words.ts';
import type { AnnounceWords } from './announce.ts';
import type { AuditWords } from './audit.ts';
import type { BudgetWords } from './budget.ts';
import type { CalendarWords } from './calendar.ts';
import type { CoursesWords } from './courses.ts';
import type { EstablishmentWords } from './establishment.ts';
import type { PapersWords } from './papers.ts';
import type { ProjectsWords } from './projects.ts';
import type { ReportsWords } from './reports.ts';
import type { WindowsWords } from './windows.ts';

/** The console's namespaces: `console` at the root, the others each under a name. */
const vi = {
  ...viConsole,
  asked: viQuestions,
  data: viData,
  knowledge: viKnowledge,
  review: viReview,
};

/** Those that travel with the pages that say them: such a page imports `announce.ts` and the like. */
type LaterWords = {
  announce: AnnounceWords;
  audit: AuditWords;
  budget: BudgetWords;
  calendar: CalendarWords;
  courses: CoursesWords;
  establishment: EstablishmentWords;
  papers: PapersWords;
  projects: ProjectsWords;
  reports: ReportsWords;
  windows: WindowsWords;
};

/** English words are fetched only when they are wanted. */
async function fetchEnglish(): Promise<object> {
  const [
    english,
    announce,
    asked,
    courses,
    knowledge,
    review,
    windows,
    establishment,
    papers,
    data,
    projects,
    calendar,
    reports,
    audit,
    budget,
  ] = await Promise.all([
    import('../../../locales/en/console.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-announce.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-questions.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-courses.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-knowledge.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-review.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-windows.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-establishment.json', { with: { type: 'json' } }),
    import('../../../locales/en/papers.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-data.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-projects.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-calendar.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-reports.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-audit.json', { with: { type: 'json' } }),
    import('../../../locales/en/console-budget.json', { with: { type: 'json' } }),
  ]);
  return {
    ...english.default,
    announce: announce.default,
    asked: asked.default,
    audit: audit.default,
    budget: budget.default,
    calendar: calendar.default,
    courses: courses.default,
    data: data.default,
    establishment: establishment.default,
    knowledge: knowledge.default,
    papers: papers.default,
    projects: projects.default,
    reports: reports.default,
    review: review.default,
    windows: windows.default,
  };
}

type Paths<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : Paths<T[Key], `${Prefix}${Key}.`>;
}[keyof T & string];

export type WordKey = Paths<typeof vi & LaterWords>;
export type PageLocale = 'vi' | 'en';

const STORAGE_KEY = 'console.locale';
let words: object = vi;
let locale: PageLocale = 'vi';
const listeners = new Set<() => void>();

/** The language chosen on this machine. */
export async function loadWords(wanted: PageLocale = storedLocale()): Promise<void> {
  words = wanted === 'en' ? await fetchEnglish() : vi;
  locale = wanted;
  localStorage.setItem(STORAGE_KEY, wanted);
  document.documentElement.lang = wanted;
  for (const listener of listeners) listener();
}

export function pageLocale(): PageLocale {
  return locale;
}

/** A word by its key; what English lacks is told in Vietnamese. */
export function t(key: WordKey, values: Record<string, string | number> = {}): string {
  return tell(key, values) ?? key;
}

/** A word whose key came from the server; undefined when this page does not know it. */
export function tell(key: string, values: Record<string, string | number> = {}): string | undefined {
  const found = lookUp(words, key) ?? lookUp(vi, key) ?? lookUp(addedWords, key);
  return found?.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
}

/** Renders again when the language changes. */
export function useLocale(): PageLocale {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, pageLocale);
}

function lookUp(from: object, key: string): string | undefined {
  let found: unknown = from;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Object.entries(found).find(([name]) => name === part)?.[1];
  }
  return typeof found === 'string' ? found : undefined;
}

function storedLocale(): PageLocale {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'vi';
}

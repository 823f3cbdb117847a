import { t } from '../words/words.ts';

/** The name by which the platform or the person calls them, if any. */
export function sayPerson(name: string | null | undefined): string {
  return name == null || name === '' ? t('person.unnamed') : name;
}

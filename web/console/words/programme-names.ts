/// <reference types="vite/client" />

/** The names of the kinds of support, of each file of their words this alone. */
const files = import.meta.glob<string>('../../../locales/*/programmes/*.json', { eager: true, import: 'name' });

/** What a kind of support is called; its id when this page does not know it. */
export function nameOfProgramme(language: string, id: string): string {
  const nameIn = (each: string): string | undefined => files[`../../../locales/${each}/programmes/${id}.json`];
  return nameIn(language) ?? nameIn('vi') ?? id;
}

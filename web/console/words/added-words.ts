/** Words that travel with the pages that say them, not with the first view; in Vietnamese, since English comes all at once. */
export const addedWords: object = {};

/** Makes words known; to be done while a page is being loaded, before it says them. */
export function addWords(words: object): void {
  Object.assign(addedWords, words);
}

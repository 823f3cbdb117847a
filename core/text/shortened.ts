type Shortened = {
  full: string;
  /** Means this in any sentence, and is neither a thing nor a name by itself: the sentence may be read with it. */
  isSure?: true;
};

/** How people shorten the small words of talk in a hurry, as they type them without marks. */
export const SHORTENED: ReadonlyMap<string, Shortened> = new Map([
  ['e', { full: 'em', isSure: true }],
  ['lm', { full: 'làm', isSure: true }],
  ['sx', { full: 'sản xuất', isSure: true }],
  ['vs', { full: 'với', isSure: true }],
  ['mk', { full: 'mình' }],
  ['mik', { full: 'mình' }],
  ['cj', { full: 'chị' }],
  ['r', { full: 'rồi' }],
  ['rui', { full: 'rồi' }],
  ['ak', { full: 'ạ' }],
  ['uk', { full: 'ừ' }],
  ['ukm', { full: 'ừm' }],
  ['oki', { full: 'ok' }],
  ['okla', { full: 'ok' }],
  ['okela', { full: 'ok' }],
  ['dc', { full: 'được' }],
  ['bit', { full: 'biết' }],
  ['bik', { full: 'biết' }],
  ['k', { full: 'không' }],
  ['ko', { full: 'không' }],
  ['kh', { full: 'không' }],
  ['hong', { full: 'không' }],
  ['hem', { full: 'không' }],
  ['hok', { full: 'không' }],
]);

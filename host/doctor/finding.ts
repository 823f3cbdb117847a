/**
 * What a check found: all right, worth knowing, or to be repaired. `says` is a word key of `host:doctor`; for a repair
 * the sentence says what to do.
 */
export type Finding = {
  state: 'ok' | 'note' | 'repair';
  says: string;
  values?: Record<string, string | number>;
};

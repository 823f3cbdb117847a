/**
 * What happened to the database, as a word key of `host:postgres`. The values may hold folders and process ids,
 * never secrets.
 */
export type PostgresNote = (
  what: 'elsewhere' | 'copied' | 'adopted' | 'died' | 'restarted',
  values: Record<string, string | number>,
) => void;

/** A promise that was not kept: in whose case, and what shows it. */
export type Breach = { promise: string; person?: string; rows: unknown[] };

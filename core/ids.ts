/** Where new ids come from: UUIDs as strings. Passed in, so that a simulation can repeat itself. */
export type Ids = { next: () => string };

/** What a route answers to whom, by the status of HTTP. */
export type Row = { route: string; body?: () => object; stranger: number; officer: number; administrator: number };

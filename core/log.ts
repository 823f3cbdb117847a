type Write = (facts: Record<string, unknown>, message: string) => void;

/** What rooms need of a logger (pino fits). Facts hold ids, codes and numbers: no message text, phone or secret. */
export type Log = { debug: Write; info: Write; warn: Write; error: Write };

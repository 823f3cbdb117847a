/**
 * The one error class of the project. The code says what happened, in the manner of an instruction;
 * the edge that talks to a person turns it into words. Values never hold secrets or personal data.
 */
export class AppError extends Error {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: string, values: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.values = values;
  }
}

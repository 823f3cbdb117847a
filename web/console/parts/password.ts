import { t } from '../words/words.ts';

/** As the server asks (staff/auth/staff-auth.ts). */
export const MIN_PASSWORD = 10;

export function passwordProblem(password: string): string | null {
  return password.length < MIN_PASSWORD ? t('password.rule', { min: MIN_PASSWORD }) : null;
}

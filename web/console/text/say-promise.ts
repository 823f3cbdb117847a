import { t } from '../words/words.ts';
import { sayMoment } from './say-time.ts';

type Promised = { promisedAt: string | null; firstPromisedAt: string | null };

/** "hẹn trước 16 giờ thứ Ba"; after a broken promise the new one; empty without a promise. */
export function sayPromise({ promisedAt, firstPromisedAt }: Promised): string {
  if (promisedAt === null || firstPromisedAt === null) return '';
  const key = promisedAt === firstPromisedAt ? 'question.promised' : 'question.promisedAgain';
  return t(key, { moment: sayMoment(new Date(promisedAt)) });
}

/** The same with the promise that was broken before it. */
export function sayPromises({ promisedAt, firstPromisedAt }: Promised): string {
  const promise = sayPromise({ promisedAt, firstPromisedAt });
  if (firstPromisedAt === null || promisedAt === firstPromisedAt) return promise;
  return `${t('question.overdue', { moment: sayMoment(new Date(firstPromisedAt)) })}, ${promise}`;
}

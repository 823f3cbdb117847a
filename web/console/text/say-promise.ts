import { t } from '../words/words.ts';
import { sayMoment } from './say-time.ts';

type Promised = { promisedAt: string | null; firstPromisedAt: string | null };

/** "hẹn trước 16 giờ thứ Ba", or what was promised first and what since; empty without a promise. */
export function sayPromise({ promisedAt, firstPromisedAt }: Promised): string {
  if (promisedAt === null || firstPromisedAt === null) return '';
  if (promisedAt === firstPromisedAt) return t('question.promised', { moment: sayMoment(new Date(promisedAt)) });
  const overdue = t('question.overdue', { moment: sayMoment(new Date(firstPromisedAt)) });
  return `${overdue}, ${t('question.promisedAgain', { moment: sayMoment(new Date(promisedAt)) })}`;
}

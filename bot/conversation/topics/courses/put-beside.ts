import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Application } from '../../../../records/applications.ts';
import { findCourse } from '../../../../records/courses.ts';
import type { Turn } from '../../topic.ts';
import { furtherNeeds } from '../register/further-need.ts';
import { keepChosen } from './chosen.ts';
import { needOf, sayTraining, type Training } from './settle-training.ts';
import { summaryOf } from './told-course.ts';

/** A training that was chosen beside what a request is for: it is kept for the request after it. What is said of it. */
export async function putBeside(
  turn: Turn,
  { id, answers }: Pick<Application, 'id' | 'answers'>,
  { programme, courseId }: Training,
): Promise<string[]> {
  const { tx, now, words } = turn;
  const optionIds = [...new Set([...furtherNeeds(answers), needOf(programme)])];
  const also = { questionId: 'also', value: { optionIds }, raw: sayTraining(turn, programme) };
  await keepAnswers(tx, { id, changes: [also], now });
  const course = courseId === undefined ? undefined : await findCourse(tx, courseId);
  if (course === undefined) return [];
  await keepChosen(turn, id, course);
  return [words.t('courses:chosen.withOther', { course: summaryOf(turn, course) })];
}

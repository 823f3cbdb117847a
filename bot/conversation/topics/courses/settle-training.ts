import type { CourseProgramme } from '../../../../core/courses/course.ts';
import { KINDS } from '../../../../core/programmes/kinds.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Turn } from '../../topic.ts';
import { noteCourse } from './chosen.ts';

/** What somebody was after when their request was begun: a kind of training, and the course they chose, if they did. */
export type Training = { programme: CourseProgramme; courseId?: string };

/** The option of the request's first question that a kind of training is. */
export function needOf(programme: CourseProgramme): string {
  return KINDS.find(({ id }) => id === programme)?.need.id ?? programme;
}

/** "Tập huấn quản lý, sổ sách, bán hàng" */
export function sayTraining({ words }: Turn, programme: CourseProgramme): string {
  return words.word(`programmes:${programme}.request.option`);
}

/**
 * Writes into an open request what it is for, and the course with it. What is said before its next question: the course
 * that was noted, or why it could not be, since time passes until somebody agrees that data are kept.
 */
export async function settleTraining(turn: Turn, id: string, { programme, courseId }: Training): Promise<string[]> {
  const { tx, now } = turn;
  const { version: formVersion } = supportRequest.form;
  const changes = [{ questionId: 'need', value: needOf(programme), raw: sayTraining(turn, programme) }];
  await keepAnswers(tx, { id, changes, formVersion, programme, now });
  return courseId === undefined ? [] : await noteCourse(turn, { id, programme }, courseId);
}

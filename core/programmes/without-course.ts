import { COURSE, findHeldCourse } from '../courses/chosen-course.ts';
import type { FormDefinition, Question } from '../forms/form.ts';

/** By which a form knows that a course was chosen that is held. */
export const COURSE_FACT: NonNullable<FormDefinition['facts']> = { [COURSE]: findHeldCourse };

/** Asked only as long as no course is chosen: a course has its subject, days and place. Once it is cancelled they are asked again. */
export function withoutCourse(question: Question): Question {
  return { ...question, askIf: { questionId: COURSE, isAnswered: false } };
}

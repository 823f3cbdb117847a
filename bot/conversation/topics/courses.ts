import { asksForCourses } from '../../../core/courses/asks-for-courses.ts';
import { hasCourses } from '../../../core/courses/course.ts';
import { wordsOfCourse } from '../../../core/courses/rank-courses.ts';
import { listOpenCourses } from '../../../records/courses.ts';
import type { Topic } from '../topic.ts';
import { chooseCourse } from './courses/choose-course.ts';
import { askLeaveCourse, leaveCourse } from './courses/leave-course.ts';
import { listCoursesFor } from './courses/list-courses.ts';
import { showCourse } from './courses/show-course.ts';
import { wishForTraining } from './courses/wish-for-training.ts';
import { readWish } from './register/said-need.ts';

/**
 * The courses that the office holds: which are open for enrolment, what one of them is, and choosing it. Its choices:
 * `list[:<how many to pass over>[:<about>]]`, `show:<id>`, `choose:<id>`, `again:<id>` (for another establishment), `swap:<id>` (instead of
 * the one of a request that was sent), `wish:<programme>` (a request without a course), `ask-leave` and `leave:<dossier>` (the chosen one is
 * given up, for none).
 */
export const coursesTopic: Topic = {
  name: 'courses',
  choose: async (turn, [verb, first = '', second = '']) => {
    switch (verb) {
      case 'list':
        return await listCoursesFor(turn, { after: /^\d{1,3}$/.test(first) ? Number(first) : 0, about: second });
      case 'show':
        return await showCourse(turn, first);
      case 'choose':
        return await chooseCourse(turn, first);
      case 'again':
        return await chooseCourse(turn, first, { isAgain: true });
      case 'swap':
        return await chooseCourse(turn, first, { isSwap: true });
      case 'ask-leave':
        return await askLeaveCourse(turn);
      case 'leave':
        return await leaveCourse(turn, first);
      case 'wish':
        return hasCourses(first) ? await wishForTraining(turn, first) : undefined;
      default:
        return undefined;
    }
  },

  takeUp: async (turn) => {
    const { input, tx, now } = turn;
    const asked = input.kind === 'text' ? asksForCourses(input.text) : undefined;
    if (input.kind !== 'text' || asked === undefined) return undefined;
    if (asked === 'asks') return await listCoursesFor(turn, { about: wordsOfCourse(input.text) });
    // Who wishes to learn and also needs a machine begins with the request, and so does whoever finds no course open.
    if (readWish(turn, input.text) === 'several' || (await listOpenCourses(tx, now)).length === 0) return undefined;
    return await listCoursesFor(turn, { about: wordsOfCourse(input.text) });
  },
};

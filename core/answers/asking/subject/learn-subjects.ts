import { SUBJECT_PLACES, type SubjectModel, scaleOf, scoreSubjects, toShares } from './subject-model.ts';

/** A text by its grams, and which subject it is about. */
export type SubjectLesson = { grams: readonly number[]; subject: number };

const ROUNDS = 3;
const RATE = 1;
const FIRST_STEEPNESS = 0.01;
/** Too sure already to learn more. */
const LEAST_ERROR = 0.002;
/** With more subjects than this, learning would take minutes. */
const MOST_SUBJECTS = 2500;

/**
 * Lessons about one subject stand together. A few rounds of AdaGrad in an order that looks random and is always the same, so the same lessons give the same weights. With too many
 * subjects nothing is learnt, and every text speaks for all of them alike.
 */
export function learnSubjects(lessons: readonly SubjectLesson[], subjectCount: number): SubjectModel {
  const taught = subjectCount > MOST_SUBJECTS ? [] : lessons;
  const model = layOut(taught, subjectCount);
  const steepness = new Float32Array(model.weights.length).fill(FIRST_STEEPNESS);
  const scores = new Float64Array(subjectCount);
  const order = taught.map((_, at) => at);
  let seed = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const lesson = taught[at];
      if (lesson !== undefined) learnOne(model, steepness, lesson, scores);
    }
  }
  return model;
}

function learnOne(
  model: SubjectModel,
  steepness: Float32Array,
  { grams, subject }: SubjectLesson,
  errors: Float64Array,
): void {
  const { rarities, rowStarts, subjects, weights } = model;
  scoreSubjects(model, grams, errors);
  toShares(errors);
  errors[subject] = (errors[subject] ?? 0) - 1;
  const value = scaleOf(rarities, grams);
  for (const gram of grams) {
    const rarity = (rarities[gram] ?? 0) * value;
    const end = rowStarts[gram + 1] ?? 0;
    for (let at = rowStarts[gram] ?? 0; at < end; at += 1) {
      const error = errors[subjects[at] ?? 0] ?? 0;
      if (Math.abs(error) < LEAST_ERROR) continue;
      const slope = rarity * error;
      const steep = (steepness[at] ?? 0) + slope * slope;
      steepness[at] = steep;
      weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(steep);
    }
  }
}

/** A row for each gram with the subjects it is heard in, and how rare it is among all texts; no weights yet. */
function layOut(lessons: readonly SubjectLesson[], subjectCount: number): SubjectModel {
  const heard = new Uint32Array(SUBJECT_PLACES);
  const rowStarts = new Uint32Array(SUBJECT_PLACES + 1);
  forEachPair(lessons, (gram, _, isNew) => {
    heard[gram] = (heard[gram] ?? 0) + 1;
    if (isNew) rowStarts[gram + 1] = (rowStarts[gram + 1] ?? 0) + 1;
  });
  const most = Math.log(lessons.length + 1);
  const rarities = Float32Array.from(heard, (count) => most - Math.log(count || 1));
  for (let gram = 0; gram < SUBJECT_PLACES; gram += 1)
    rowStarts[gram + 1] = (rowStarts[gram + 1] ?? 0) + (rowStarts[gram] ?? 0);
  const subjects = new Uint16Array(rowStarts[SUBJECT_PLACES] ?? 0);
  const next = rowStarts.slice();
  forEachPair(lessons, (gram, subject, isNew) => {
    if (!isNew) return;
    subjects[next[gram] ?? 0] = subject;
    next[gram] = (next[gram] ?? 0) + 1;
  });
  return { subjectCount, rarities, rowStarts, subjects, weights: new Float32Array(subjects.length) };
}

/** Each gram of each lesson; new where this subject has not had it before. A subject's lessons stand together. */
function forEachPair(
  lessons: readonly SubjectLesson[],
  take: (gram: number, subject: number, isNew: boolean) => void,
): void {
  const last = new Int32Array(SUBJECT_PLACES).fill(-1);
  for (const { grams, subject } of lessons) {
    for (const gram of grams) {
      take(gram, subject, last[gram] !== subject);
      last[gram] = subject;
    }
  }
}

import { Prisma } from '../generated/prisma/client.ts';

/** One kept answer: its value in the shape of the field's kind, and the person's own words. */
export type KeptAnswer = { value: Prisma.JsonValue; raw: string | null; answeredAt: Date };
export type HappenedEvent = {
  id: string;
  seq: number;
  kind: string;
  at: Date;
  actorId: string | null;
  requestId: string;
  data: Prisma.JsonValue;
};

/** An answer's row as JSON. */
export type AnswerRow = { questionId: string; value: Prisma.JsonValue; raw: string | null; answeredAt: string };

/** What was told in a dossier and done with it, as one row of the database brings it: every turn of a request reads it. */
export type ToldAndDoneRow = { answers: AnswerRow[]; events: (Omit<HappenedEvent, 'at'> & { at: string })[] };

/** The columns of `ToldAndDoneRow`; `a` is the dossier. */
export const toldAndDoneSql = Prisma.sql`
  COALESCE((SELECT json_agg(w) FROM "ApplicationAnswer" w WHERE w."applicationId" = a."id"), '[]') AS "answers",
  COALESCE((SELECT json_agg(e ORDER BY e."seq") FROM "ApplicationEvent" e WHERE e."applicationId" = a."id"), '[]') AS "events"`;

/** Answers by question id; events in their order. */
export function readToldAndDone({ answers, events }: ToldAndDoneRow): {
  answers: Record<string, KeptAnswer>;
  events: HappenedEvent[];
} {
  return { answers: keptAnswers(answers), events: events.map((event) => ({ ...event, at: new Date(event.at) })) };
}

/** By question id. */
export function keptAnswers(rows: readonly AnswerRow[]): Record<string, KeptAnswer> {
  return Object.fromEntries(
    rows.map(({ questionId, value, raw, answeredAt }) => [
      questionId,
      { value, raw, answeredAt: new Date(answeredAt) },
    ]),
  );
}

import { statusOf } from '../core/applications/status.ts';
import { openAdvanceOf } from '../core/applications/sum-projects.ts';
import { countValue, placeValue } from '../core/forms/values.ts';
import type { ReportFact } from '../core/reports/fact.ts';
import { OFFICE_ZONE } from '../core/time.ts';
import type { Prisma, SupportProject } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';
import { toProject } from './projects.ts';

export type ReportFacts = {
  facts: ReportFact[];
  /** What the communes among them are called, by code: "Xã Thượng Minh". */
  communes: Map<string, string>;
};

/** What is read of the answers of a request. The sector may have been told with another request of the establishment. */
const ASKED = ['commune', 'sector', 'learners', 'fair-booths'];

type Sent = {
  id: string;
  programme: string;
  /** The establishment that stands by itself. */
  establishmentId: string | null;
  womanOwned: boolean | null;
};
type History = {
  id: string;
  sentYear: number | null;
  /** The kinds of all events in their order, and of each what it says was amended. */
  kinds: string[];
  amendments: (string | null)[];
};
type Answers = { id: string; answers: Record<string, Prisma.JsonValue> };

/**
 * Every request that real people sent, as reports count it, by the code; with years, those that were sent in one of them or are
 * in the plan of one. Sample requests are in no report. An establishment that was merged counts as the one that was kept. Of an
 * erased request only that it was sent is left; a withdrawn one is whole.
 */
export async function readReportFacts(
  db: Db,
  { fromYear = 0, toYear = 9999 }: { fromYear?: number; toYear?: number } = {},
): Promise<ReportFacts> {
  // Each table is read once and put together here: joined in SQL, fresh tables were read anew for each request.
  const [sent, histories, answered, sectors, projects] = await db.$transaction(
    [
      db.$queryRaw<Sent[]>`
        SELECT a."id", a."programme", e."id" AS "establishmentId", e."womanOwned"
        FROM "Application" a JOIN "Person" p ON p."id" = a."personId"
          LEFT JOIN "Establishment" o ON o."id" = a."establishmentId"
          LEFT JOIN "Establishment" e ON e."id" = COALESCE(o."mergedIntoId", o."id")
        WHERE a."code" IS NOT NULL AND NOT p."isSample" ORDER BY length(a."code"), a."code"`,
      db.$queryRaw<History[]>`
        SELECT "applicationId" AS "id", array_agg("kind" ORDER BY "seq") AS "kinds",
          array_agg("data" ->> 'amendment' ORDER BY "seq") AS "amendments",
          extract(year FROM min("at") FILTER (WHERE "kind" = 'submitted') AT TIME ZONE ${OFFICE_ZONE})::int AS "sentYear"
        FROM "ApplicationEvent" GROUP BY 1`,
      db.$queryRaw<Answers[]>`
        SELECT "applicationId" AS "id", jsonb_object_agg("questionId", "value") AS "answers"
        FROM "ApplicationAnswer" WHERE "questionId" = ANY(${ASKED}) GROUP BY 1`,
      db.establishmentAnswer.findMany({
        where: { questionId: 'sector' },
        select: { establishmentId: true, value: true },
      }),
      db.supportProject.findMany(),
    ],
    { isolationLevel: 'RepeatableRead' },
  );
  const historyOf = new Map(histories.map((history) => [history.id, history]));
  const answersOf = new Map(answered.map(({ id, answers }) => [id, answers]));
  const sectorOf = new Map(sectors.map(({ establishmentId, value }) => [establishmentId, value]));
  const projectOf = new Map(projects.map((project) => [project.applicationId, project]));
  const isWanted = (year: number): boolean => fromYear <= year && year <= toYear;

  const communes = new Map<string, string>();
  const facts = sent.flatMap(({ id, programme, establishmentId, womanOwned }): ReportFact[] => {
    const [history, row, answers = {}] = [historyOf.get(id), projectOf.get(id), answersOf.get(id)];
    const sentYear = history?.sentYear ?? undefined;
    if (history === undefined || sentYear === undefined) return [];
    if (!isWanted(sentYear) && !(row !== undefined && isWanted(row.planYear))) return [];
    const status = statusOf(history.kinds.map((kind, at) => ({ kind, data: { amendment: history.amendments[at] } })));
    const place = placeValue.safeParse(answers.commune).data;
    if (place !== undefined) communes.set(place.communeCode, place.commune);
    const sector = answers.sector ?? (status === 'erased' ? null : sectorOf.get(establishmentId ?? ''));
    return [
      {
        ...{ id, programme, sentYear, status, establishmentId, womanOwned },
        communeCode: place?.communeCode ?? null,
        sector: typeof sector === 'string' ? sector : null,
        project: row === undefined ? null : moneyOf(row),
        counts: { learners: leastOf(answers.learners), fairBooths: leastOf(answers['fair-booths']) },
      },
    ];
  });
  return { facts, communes };
}

function moneyOf(row: SupportProject): NonNullable<ReportFact['project']> {
  const project = toProject(row);
  const { planYear, fund, proposedVnd, nationalVnd, localVnd, counterpartVnd, ...paid } = project;
  const { paidNationalVnd, paidLocalVnd, paidCounterpartVnd } = paid;
  return {
    ...{ planYear, fund, proposedVnd, nationalVnd, localVnd, counterpartVnd },
    ...{ paidNationalVnd, paidLocalVnd, paidCounterpartVnd, advancedVnd: openAdvanceOf(project) },
  };
}

/** "15 to 20 people" are at least 15. */
function leastOf(answer: Prisma.JsonValue | undefined): number | null {
  return countValue.safeParse(answer).data?.minCount ?? null;
}

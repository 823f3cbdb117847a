import type { Article } from '../core/answers/article.ts';
import { figuresOf, type OfficerKnowledge, type OfficerRate } from '../core/answers/officer-knowledge.ts';
import { OFFICE_ZONE } from '../core/time.ts';
import type { Db, Tx } from './database.ts';
import { type ArticleContent, type KnowledgeContent, type RateContent, readContent } from './knowledge-content.ts';

type Row = {
  kind: string;
  name: string;
  content: unknown;
  reviewedAt: Date | null;
  publishedAt: Date;
  publisher: string | null;
};

/**
 * What officers have published and not withdrawn, in the order of its ids, whether it is in force today or not. One
 * statement, so that what is read belongs together. Throws when a row cannot be read.
 */
export async function listPublishedKnowledge(db: Db | Tx): Promise<OfficerKnowledge> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e."kind", e."name", v."content", v."reviewedAt", v."publishedAt", u."name" AS "publisher"
    FROM "KnowledgeEntry" e
      JOIN "KnowledgeVersion" v ON v."entryId" = e."id" AND v."version" = e."publishedVersion"
      LEFT JOIN "User" u ON u."id" = v."publishedById"
    ORDER BY e."kind", e."name"`;
  const read = rows.map((row) => ({ ...row, ...readContent(row.kind, row.content) }));
  return {
    articles: read.flatMap((row) =>
      row.kind === 'article' ? [toArticle({ ...row, reviewedAt: row.reviewedAt ?? row.publishedAt })] : [],
    ),
    rates: read.flatMap((row) =>
      row.kind === 'rate' ? [toRate({ ...row, confirmedBy: row.publisher ?? undefined })] : [],
    ),
  };
}

/** An officers' article as answers are made from it. `reviewedAt`: when somebody of the centre last looked at it. */
export function toArticle({
  name,
  content,
  reviewedAt,
}: {
  name: string;
  content: ArticleContent;
  reviewedAt: Date;
}): Article {
  return { id: name, ...content, figures: figuresOf(content), certainty: 'officer', reviewedOn: officeDay(reviewedAt) };
}

/** `confirmedBy`: who did, where the rate itself does not say. */
function toRate({
  name,
  content,
  confirmedBy,
}: {
  name: string;
  content: RateContent;
  confirmedBy?: string;
}): OfficerRate {
  return { confirmedBy, ...content, id: name, certainty: 'officer' };
}

/** What is published, with one entry as it would be if it were published now. */
export function withEntry(
  published: OfficerKnowledge,
  entry: KnowledgeContent & { name: string; by: string; now: Date },
): OfficerKnowledge {
  const { name, by, now } = entry;
  if (entry.kind === 'rate') {
    const rate = toRate({ name, content: entry.content, confirmedBy: by });
    return { ...published, rates: [...published.rates.filter(({ id }) => id !== name), rate] };
  }
  const article = toArticle({ name, content: entry.content, reviewedAt: now });
  return { ...published, articles: [...published.articles.filter(({ id }) => id !== name), article] };
}

function officeDay(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString();
}

import type { TemplatePart, Variable } from '../core/announcements/template.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { tookConsentBackSql } from './consents.ts';
import type { DeliveryContent } from './deliveries.ts';

/** A message to many, with what is filled in for each and what stands there when it is not known. */
export type PersonalContent = {
  parts: readonly TemplatePart[];
  fallback: Record<Variable, string>;
  choices: DeliveryContent['choices'];
  picture?: DeliveryContent['picture'];
};

const LONGEST_VALUE = 60;

/** The content of a message to the person of this id (an SQL expression), as JSON. What is filled in is only ever text. */
export function personalContentSql(
  { parts, fallback, choices, picture }: PersonalContent,
  personId: Prisma.Sql,
): Prisma.Sql {
  const words = parts.map((part) => {
    if ('text' in part) return Prisma.sql`${part.text}::text`;
    const value = Prisma.sql`COALESCE(${VALUES[part.variable](personId)}, ${fallback[part.variable]}::text)`;
    return part.isFirst
      ? Prisma.sql`(SELECT upper(left(said, 1)) || substr(said, 2) FROM (SELECT ${value} AS said) s)`
      : value;
  });
  const text = words.length === 0 ? Prisma.sql`''` : Prisma.join(words, ' || ');
  const rest = JSON.stringify({ choices, picture });
  return Prisma.sql`(${rest}::jsonb || jsonb_build_object('text', ${text}))`;
}

/** One line, not too long; null for nothing. */
const oneLine = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`
  NULLIF(trim(left(regexp_replace(${text}, '[[:space:][:cntrl:]]+', ' ', 'g'), ${LONGEST_VALUE})), '')`;

/** The newest answer of the person's own requests (not of those filled in for somebody else), unless they took it back. */
const answered = (questionId: string, value: Prisma.Sql, personId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT ${oneLine(value)} FROM "ApplicationAnswer" v JOIN "Application" a ON a."id" = v."applicationId"
  WHERE a."personId" = ${personId} AND v."questionId" = ${questionId} AND NOT ${tookConsentBackSql(personId)}
    AND NOT EXISTS (
      SELECT 1 FROM "ApplicationAnswer" f WHERE f."applicationId" = a."id" AND f."questionId" = 'filled-by')
  ORDER BY v."answeredAt" DESC LIMIT 1)`;

const VALUES: Record<Variable, (personId: Prisma.Sql) => Prisma.Sql> = {
  name: (personId) => Prisma.sql`COALESCE(
    ${answered('contact-name', Prisma.sql`v."value" #>> '{}'`, personId)},
    (SELECT ${oneLine(Prisma.sql`o."displayName"`)} FROM "Person" o WHERE o."id" = ${personId}))`,
  // "xã Côn Minh", as it stands within a sentence.
  commune: (personId) => Prisma.sql`(
    SELECT lower(left(said, 1)) || substr(said, 2)
    FROM (SELECT ${answered('commune', Prisma.sql`v."value" ->> 'commune'`, personId)} AS said) s)`,
};

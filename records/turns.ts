import { AppError } from '../core/app-error.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Centre } from './centre.ts';
import { agreedToSql } from './consents.ts';
import { type ConversationRow, type NewConversation, saveConversationSql } from './conversations.ts';
import type { Tx } from './database.ts';
import { addDeliverySql, type NewDelivery } from './deliveries.ts';
import type { InboundKind } from './inbound.ts';
import { laterOfferSql, type Offer } from './offered-choices.ts';

export type InboundRow = {
  id: string;
  seq: number;
  contactId: string;
  /** Whose contact it is now: another's when people were joined or separated while it was written down. */
  contactPersonId: string;
  channel: string;
  kind: InboundKind;
  text: string | null;
  choiceKey: string | null;
  fileIds: string[];
  receivedAt: Date;
  failures: number;
};

/** What a turn begins with. */
export type TurnStart = {
  inbound: InboundRow;
  /** Undefined of who speaks for the first time. */
  conversation: (ConversationRow & { laterOffer: Offer | undefined }) | undefined;
  centre: Centre;
  /** The wording of the consent to requests that holds; undefined: none does. */
  agreedTo: string | undefined;
};

type Row = InboundRow & {
  state: unknown;
  officerUntil: Date | null;
  updatedAt: Date | null;
  laterOffer: Offer | null;
  agreedTo: string | null;
  centreName: string | null;
  centreProvinceCode: string;
  centreIsSample: boolean;
};

/**
 * The next message of this person that nobody has handled, in order of arrival, and all that each turn needs beside it.
 * In one statement, since every turn pays for it, but not in that which takes the lane: this one must see what the turn
 * before it committed. Throws `centre.missing` when no centre has been set up.
 */
export async function findTurnStart(tx: Tx, personId: string): Promise<TurnStart | undefined> {
  const laterOffer = laterOfferSql({ contactId: Prisma.sql`m."contactId"`, since: Prisma.sql`v."updatedAt"` });
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT m."id", m."seq", m."contactId", c."personId" AS "contactPersonId", m."channel", m."kind", m."text", m."choiceKey",
      m."fileIds", m."receivedAt", m."failures", v."state", v."officerUntil", v."updatedAt", (${laterOffer}) AS "laterOffer",
      ${agreedToSql(Prisma.sql`m."personId"`)} AS "agreedTo",
      n."name" AS "centreName", n."provinceCode" AS "centreProvinceCode", n."isSample" AS "centreIsSample"
    FROM (SELECT * FROM "InboundMessage" WHERE "personId" = ${personId}::uuid AND "handledAt" IS NULL ORDER BY "seq" LIMIT 1) m
    JOIN "Contact" c ON c."id" = m."contactId"
    LEFT JOIN "Conversation" v ON v."personId" = m."personId"
    LEFT JOIN "Centre" n ON n."id" = 1`;
  if (row === undefined) return undefined;
  const {
    state,
    officerUntil,
    updatedAt,
    laterOffer: offer,
    agreedTo,
    centreName,
    centreProvinceCode,
    centreIsSample,
    ...inbound
  } = row;
  if (centreName === null) throw new AppError('centre.missing');
  return {
    inbound,
    conversation: updatedAt === null ? undefined : { state, officerUntil, updatedAt, laterOffer: offer ?? undefined },
    agreedTo: agreedTo ?? undefined,
    centre: { name: centreName, provinceCode: centreProvinceCode, isSample: centreIsSample },
  };
}

/** What a turn leaves: the messages it handled, with what was understood, its conversation, and the reply if there is one. */
export async function endTurn(
  tx: Tx,
  turn: {
    handledIds: string[];
    trace: Record<string, unknown>;
    conversation: NewConversation;
    reply?: NewDelivery;
    now: Date;
  },
): Promise<void> {
  const { handledIds, trace, conversation, reply, now } = turn;
  const said = reply === undefined ? Prisma.empty : Prisma.sql`, said AS (${addDeliverySql(reply)})`;
  await tx.$executeRaw`
    WITH handled AS (
      UPDATE "InboundMessage" SET "handledAt" = ${now}, "trace" = ${JSON.stringify(trace)}::jsonb
      WHERE "id" = ANY(${handledIds}::uuid[]) AND "handledAt" IS NULL)${said}
    ${saveConversationSql(conversation)}`;
}

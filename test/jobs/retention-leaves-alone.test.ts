import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gatherStrays } from '../../records/join-people.ts';
import { addEvent, now, prepareRetention } from './support/retention-rows.ts';
import { office } from './support/village.ts';

const house = prepareRetention();
const { clean, rows } = house;

describe('what retention leaves alone', () => {
  const longAgo = office('2024-01-01 09:00:00');

  it('somebody who was joined to another, while anything still belongs to them; then that goes where they went', async () => {
    const into = await house.village.addPerson();
    const personId = await rows['joined-people'].at(longAgo);
    const joinedIntoId = into.personId;
    await house.village.db.person.update({ where: { id: personId }, data: { joinedIntoId } });
    const id = randomUUID();
    const content = { text: 'x', choices: [] };
    const written = { id, key: id, kind: 'officer', content, status: 'sent', notBefore: now, createdAt: now };
    await house.village.db.delivery.create({ data: { ...written, personId, contactId: into.contactId } });
    await clean();
    expect(await rows['joined-people'].isGone(personId)).toBe(false);
    expect(await gatherStrays(house.village.db)).toBe(1);
    await clean();
    expect(await rows['joined-people'].isGone(personId)).toBe(true);
    expect((await house.village.db.delivery.findUniqueOrThrow({ where: { id } })).personId).toBe(joinedIntoId);
  });

  it('a message that nobody has handled', async () => {
    const person = await house.village.addPerson();
    const id = await house.village.addInbound({ ...person, receivedAt: longAgo, handled: false, text: 'x' });
    await clean();
    expect((await house.village.db.inboundMessage.findUniqueOrThrow({ where: { id } })).text).toBe('x');
  });

  it('a message that has not left yet', async () => {
    for (const status of ['waiting', 'sending']) {
      const id = await rows['sent-texts'].at(longAgo);
      await house.village.db.delivery.update({ where: { id }, data: { status } });
      await clean();
      expect(await rows['sent-texts'].isGone(id)).toBe(false);
    }
  });

  it('a question that still waits for its answer', async () => {
    const id = await rows.questions.at(longAgo);
    await house.village.db.humanHandoff.update({
      where: { id },
      data: { status: 'waiting', answer: null, answeredAt: null },
    });
    await clean();
    expect((await house.village.db.humanHandoff.findUniqueOrThrow({ where: { id } })).text).toBe('hoi');
  });

  it('the answers of a request that was sent, and of a draft that has not ended', async () => {
    const { applicationId: open } = await house.village.addDraft({ touchedAt: longAgo });
    const { applicationId: sent } = await house.village.addDraft({ touchedAt: longAgo });
    await house.village.db.application.update({ where: { id: sent }, data: { code: 'KC-2024-0001' } });
    await addEvent(house.village, sent, 'submitted', longAgo);
    await clean();
    for (const applicationId of [open, sent]) {
      expect(await house.village.db.applicationAnswer.count({ where: { applicationId } })).toBe(2);
    }
  });

  it('the rows themselves: the ledger and the journal keep their order and their sum', async () => {
    await rows['sent-texts'].at(longAgo);
    await rows['message-texts'].at(longAgo);
    const before = [await house.village.db.delivery.count(), await house.village.db.inboundMessage.count()];
    await clean();
    expect([await house.village.db.delivery.count(), await house.village.db.inboundMessage.count()]).toEqual(before);
  });

  it('a conversation that is taken up again at that very moment', async () => {
    const personId = await rows.conversations.at(longAgo);
    await house.village.db.$transaction(async (tx) => {
      await tx.conversation.update({ where: { personId }, data: { updatedAt: now } });
      await clean();
    });
    expect(await house.village.db.conversation.count({ where: { personId } })).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import {
  readTypedInvitation,
  wishesToInvite,
  wishesToJoin,
} from '../../../bot/conversation/topics/members/typed-invitation.ts';
import { keyOf, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const HOUR_MS = 3_600_000;

const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);

/** The code that somebody who sent a request gets for another phone. */
async function invitationOf(lan: Talker): Promise<string> {
  await lan.type('thêm người');
  const { text } = await lan.pick('Thêm người');
  return /\d{4} \d{4}/.exec(text)?.[0] ?? '';
}

/** Lan sent a request; her son typed the code and said who he is. What Lan heard waits. */
async function asking(): Promise<{ lan: Talker; son: Talker; code: string | undefined; invitation: string }> {
  const lan = await house.sentBefore();
  const code = (await house.dossiersOf(lan))[0]?.code ?? undefined;
  const invitation = await invitationOf(lan);
  const son = house.meet();
  expect((await son.type(`tham gia ${invitation}`)).text).toContain('Hợp tác xã Tài Hoan');
  expect((await son.pick('Con cháu')).text).toContain('đã hỏi người mời');
  return { lan, son, code, invitation };
}

async function joined() {
  const met = await asking();
  await met.lan.hear();
  await met.lan.type('1');
  await met.son.hear();
  return met;
}

describe('typed words', () => {
  it.each(['tham gia 1234 5678', 'Tham gia: 12345678', 'vào cơ sở 1234-5678', 'ma moi 12345678'])(
    '"%s" is a code',
    (text) => {
      expect(readTypedInvitation(text)).toBe('12345678');
    },
  );
  it.each(['tham gia hội chợ', '12345678', 'nối 1234 5678', 'tham gia 2026'])('"%s" is none', (text) => {
    expect(readTypedInvitation(text)).toBeUndefined();
  });
  it.each([
    ...['thêm người', 'cho con tôi xem cùng phiếu', 'mời người nhà xem cùng', 'cho con gái tôi cùng xem phiếu'],
    ...['con gái tôi cũng muốn vào xem', 'them ke toan cua htx vao'],
    'chong toi cung muon theo doi phieu nay bang zalo cua anh ay',
  ])('"%s" is a wish', (text) => {
    expect(wishesToInvite(text)).toBe(true);
  });
});

describe('who has another phone than the one that sent the request', () => {
  it.each(['vo toi dang ky roi, toi muon xem phieu cua htx', 'xin mã tham gia', 'tôi muốn vào cơ sở của vợ tôi'])(
    'is told how to come in: "%s"',
    async (text) => {
      expect((await house.meet().type(text)).text).toContain('tham gia, rồi đến mã');
    },
  );
  it.each(['tôi muốn tham gia hội chợ', 'muon vao htx nao', 'vợ tôi đăng ký rồi'])('"%s" is another matter', (text) => {
    expect(wishesToJoin(text)).toBe(false);
  });
});

describe('one establishment, several phones', () => {
  it('a code, who they are, a yes of the first phone: the other sees what was sent, no draft', async () => {
    const { lan, son, code } = await asking();
    expect((await son.type('phiếu của tôi')).text).toContain('chưa có phiếu nào');
    const asked = await lan.hear();
    expect(asked?.text).toContain('xin cùng lo phiếu của Hợp tác xã Tài Hoan');
    expect((await lan.type('1')).text).toContain('Đã cho');
    expect((await son.hear())?.text).toContain('đã được cùng lo phiếu');
    expect((await son.type('1')).text).toContain(`${code}: mua máy`);
    expect(labels(son)).not.toContain('Rút phiếu này');
    await lan.tap('register:start');
    await lan.type('đúng rồi');
    expect((await son.type('phiếu của tôi')).text).toContain(`${code}: mua máy`);
  });

  it.each(['ừ đồng ý', 'cho vào đi', 'vâng'])('is let in by "%s", also while something else is open', async (yes) => {
    const lan = await house.sentBefore();
    const son = house.meet();
    const invitation = await invitationOf(lan);
    await lan.type('bổ sung hồ sơ');
    await son.type(`tham gia ${invitation}`);
    await son.type('con gái');
    await lan.hear();
    expect((await lan.type(yes)).text).toContain('Đã cho');
    expect((await son.hear())?.text).toContain('đã được cùng lo phiếu');
  });

  it('says in words who they are, and is offered nothing that nobody can be', async () => {
    const lan = await house.sentBefore();
    const accountant = house.meet();
    await accountant.type(`tham gia ${await invitationOf(lan)}`);
    expect(labels(accountant)).not.toContain('Chính chủ cơ sở');
    expect((await accountant.type('kế toán của htx')).text).toContain('đã hỏi người mời');
    await lan.hear();
    expect((await lan.type('không')).text).toContain('không được vào');
  });

  it('"thêm người" in the middle of a request is no name of an establishment', async () => {
    const lan = await house.begun(3);
    expect((await lan.type('thêm người')).text).not.toContain('Đã ghi');
    expect(await house.answersOf(lan)).not.toHaveProperty('establishment');
  });

  it('two phones at one item: what the other entered meanwhile is told and asked back, and neither answer is lost', async () => {
    const { lan, son } = await joined();
    for (const talker of [lan, son]) await talker.type('bổ sung hồ sơ');
    await son.type('đồng ý');
    for (const talker of [lan, son]) await talker.pick('Người đại diện');
    house.clock.advance(60_000);
    expect((await lan.type('Nông Thị Hoan')).text).toContain('Đã ghi: Nông Thị Hoan');
    const of = async () => (await house.answersOf(lan)).representative;
    const asked = await son.type('Nông Văn Nam');
    expect(asked.text).toContain('người cùng lo phiếu vừa ghi Nông Thị Hoan');
    expect(asked.text).toContain('đổi thành Nông Văn Nam, đúng không ạ?');
    expect(await of()).toBe('Nông Thị Hoan');
    house.clock.advance(60_000);
    await son.type('đúng');
    expect(await of()).toBe('Nông Văn Nam');
    // Nobody else has written since: their own is changed as ever.
    await son.type('quay lại');
    await son.pick('Người đại diện');
    expect((await son.type('Nông Văn Tài')).text).toContain('Đã ghi: Nông Văn Tài');
    // Another request may begin from the card.
    await son.type('quay lại');
    await son.type('làm phiếu mới');
    expect((await son.type('đi hội chợ ở Hà Nội')).text).toContain('Vẫn dùng thông tin cơ sở này?');
    expect((await son.type('đúng rồi')).text).toContain('Đã ghi: Đi hội chợ');
  });

  it('nobody is let in by a no, nor twice by a button pressed again', async () => {
    const { lan, son } = await asking();
    await lan.hear();
    const yes = keyOf(lan, 'Đồng ý cho vào');
    expect((await lan.pick('Không cho vào')).text).toContain('không được vào');
    expect((await lan.tap(yes)).text).toContain('đã xong rồi');
    expect((await son.hear())?.text).toContain('chưa đồng ý');
    expect((await son.type('phiếu của tôi')).text).toContain('chưa có phiếu nào');
  });

  it('the other phone may answer what came back; the officer writes to the one who filed it', async () => {
    const { lan, son, code } = await joined();
    await house.decide(lan, { action: 'claim' });
    const told = await house.decide(lan, {
      action: 'return',
      items: [{ questionId: 'phone', remark: 'Gọi không được.' }],
    });
    expect(told?.text).toContain(code);
    await son.type('phiếu của tôi');
    await son.pick('Bổ sung');
    await son.pick('Đồng ý');
    expect((await son.type('0900000007')).text).toContain('0900 000 007');
    expect((await son.type('gửi lại')).text).toContain(`${code}`);
    const [dossier] = await house.dossiersOf(lan);
    expect(dossier?.events.at(-1)).toMatchObject({ kind: 'resubmitted', actorId: await son.personId() });
    expect(dossier?.answers.find(({ questionId }) => questionId === 'phone')?.value).toBe('0900000007');
  });

  it('a code works once, for a day, and not on the phone that got it; guessing ends after five', async () => {
    const { lan, invitation } = await asking();
    await lan.hear();
    expect((await lan.type(`tham gia ${invitation}`)).text).toContain('điện thoại của người được mời');
    expect((await house.meet().type(`tham gia ${invitation}`)).text).toContain('không còn dùng được');
    const late = await invitationOf(lan);
    house.clock.advance(25 * HOUR_MS);
    const mai = house.meet();
    expect((await mai.type(`tham gia ${late}`)).text).toContain('không còn dùng được');
    for (const code of ['1111 1111', '2222 2222', '3333 3333', '4444 4444', '5555 5555'])
      await mai.type(`tham gia ${code}`);
    const good = await invitationOf(lan);
    expect((await mai.type(`tham gia ${good}`)).text).toContain('đợi');
  });

  it('the owner removes, whoever wishes leaves, and both see nothing of it any more', async () => {
    const { lan, son } = await joined();
    await lan.type('thêm người');
    await lan.pick('Bỏ một người');
    expect((await lan.pick('Bỏ ra')).text).toContain('Đã bỏ');
    expect((await son.hear())?.text).toContain('không còn cùng lo phiếu');
    expect((await son.type('phiếu của tôi')).text).toContain('chưa có phiếu nào');

    const again = await joined();
    await again.son.type('thêm người');
    expect(labels(again.son).some((label) => label.startsWith('Bỏ'))).toBe(false);
    await again.son.pick('Tôi thôi');
    expect((await again.son.pick('Thôi, không lo')).text).toContain('không còn cùng lo phiếu');
    expect((await again.son.type('phiếu của tôi')).text).toContain('chưa có phiếu nào');
    expect((await again.lan.hear())?.text).toContain('thôi không cùng lo phiếu của Hợp tác xã Tài Hoan nữa');
  });

  it('an owner hears of whom a helper let in, and may remove them', async () => {
    const { lan, son } = await joined();
    const mai = house.meet();
    await mai.type(`tham gia ${await invitationOf(son)}`);
    await mai.pick('Người khác');
    await son.hear();
    await son.pick('Đồng ý cho vào');
    expect((await lan.hear())?.text).toContain('vừa cho một người (người giúp) cùng lo phiếu');
    await lan.type('1');
    await lan.pick('Bỏ ra');
    await mai.hear();
    expect((await mai.type('phiếu của tôi')).text).toContain('chưa có phiếu nào');
  });

  it('the owner may be the one who comes later: the child filed it', async () => {
    const son = await house.sentBefore();
    const lan = house.meet();
    await lan.type(`tham gia ${await invitationOf(son)}`);
    await lan.type('tôi là chủ cơ sở');
    await son.hear();
    await son.pick('Đồng ý cho vào');
    const members = await house.db.establishmentMember.findMany({ where: { personId: await lan.personId() } });
    expect(members).toMatchObject([{ role: 'owner', consent: 'invited', consentedById: await son.personId() }]);
  });

  it('buttons of others, or made up, are answered and change nothing', async () => {
    const { lan } = await asking();
    const mai = house.meet();
    await lan.hear();
    const keys = lan.last().choices.map(({ key }) => key);
    await lan.type('thêm người');
    keys.push(
      ...lan.last().choices.map(({ key }) => key),
      'members:list:x',
      'members:yes:x',
      'members:as:x:owner',
      'members:',
    );
    for (const key of keys) {
      const { text, choices } = await mai.tap(key);
      expect(text).toMatch(/\S/);
      for (const choice of choices) expect(new TextEncoder().encode(choice.key).length).toBeLessThanOrEqual(64);
    }
    expect(await house.db.establishmentMember.count({ where: { personId: await mai.personId() } })).toBe(0);
  });
});

describe('one phone, several establishments', () => {
  it('their requests are told apart by the name, in the list, in officers’ messages and in reminders; of one they are not', async () => {
    const lan = await house.sentBefore();
    expect((await lan.type('phiếu của tôi')).text).not.toContain('Tài Hoan');
    house.clock.advance(24 * HOUR_MS);
    await house.sendOnce(await lan.personId(), { establishment: 'Rượu Men Lá' });
    await lan.type('phiếu của tôi');
    expect(labels(lan).slice(0, 2)).toEqual([
      expect.stringContaining('Rượu Men Lá, mua máy'),
      expect.stringContaining('Hợp tác xã Tài Hoan, mua máy'),
    ]);
    const told = await house.decide(lan, { action: 'claim' });
    expect(told?.text).toMatch(/KC-2026-\d{4} \(Rượu Men Lá\)/);
  });

  it('a draft for another establishment is told apart from what was sent', async () => {
    const lan = await house.sentBefore();
    house.clock.advance(24 * HOUR_MS);
    for (const text of ['em muốn làm bao bì cho cơ sở khác', 'chè', 'xã Tân Cương', 'HTX Đồng Tâm'])
      await lan.type(text);
    await lan.type('phiếu của tôi');
    expect(labels(lan).slice(0, 2)).toEqual([
      expect.stringContaining('HTX Đồng Tâm, '),
      expect.stringContaining('Hợp tác xã Tài Hoan, mua máy'),
    ]);
  });
});

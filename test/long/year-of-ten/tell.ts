import type { Talker } from '../../bot/topics/talker.ts';

/** What a producer says of themselves, as they type it. */
export type Story = {
  /** "mua may say mien" */
  need: string;
  product: string;
  commune: string;
  establishment: string;
  legalForm: string;
  name: string;
  phone: string;
  price: string;
  /** Of the dossier: by the words of its item on the card. */
  details: Record<string, string>;
};

const LONGEST = 20;

/** Sends a request by answering whatever the assistant asks; answers its code. */
export async function sendRequest(talker: Talker, story: Story): Promise<string> {
  const answers: [RegExp, string][] = [
    [/Anh\/chị cần hỗ trợ việc gì/, story.need],
    [/làm ra sản phẩm gì|trồng gì/, story.product],
    [/ở xã, phường nào/, story.commune],
    [/tên là gì\?/, story.establishment],
    [/đăng ký theo loại nào/, story.legalForm],
    [/liên hệ với ai/, story.name],
    [/Số điện thoại để cán bộ gọi/, story.phone],
    [/bao nhiêu tiền/, story.price],
  ];
  await talker.type('gui phieu nhu cau');
  for (let turn = 0; turn < LONGEST; turn += 1) {
    const { text } = talker.last();
    const code = /Mã phiếu của anh\/chị: (KC-\d{4}-\d{4})/.exec(text)?.[1];
    if (code !== undefined) return code;
    const answer = answers.find(([question]) => question.test(text))?.[1];
    if (text.includes('đồng ý không')) await talker.pick('Đồng ý');
    else if (text.includes('xem lại phiếu')) await talker.pick('Gửi phiếu');
    else if (text.includes('Vẫn dùng thông tin cơ sở này')) await talker.pick('Đúng rồi');
    // What was a district is several communes now: the one that has its name.
    else if (text.includes('Huyện này nay gồm')) await talker.pick(talker.last().choices[0]?.label ?? '');
    else if (answer !== undefined) await talker.type(answer);
    else throw new Error(`Nobody has an answer to:\n${text}\n${talker.last().choices.map(({ label }) => label)}`);
  }
  throw new Error(`It asks without end:\n${talker.last().text}`);
}

/** Completes the dossier as far as the story goes. */
export async function tellDetails(talker: Talker, { details }: Story): Promise<void> {
  await talker.type('ho so cua toi');
  for (const [label, answer] of Object.entries(details)) {
    await talker.pick('Bổ sung hồ sơ');
    await talker.pick(label);
    await talker.type(answer);
    await talker.type('ho so cua toi');
  }
}

import type { Chance } from './chance.ts';
import { block, joinChannels, say, screenOf, tell, type Villager } from './people.ts';
import type { World } from './world-in-hand.ts';

/** What somebody does with the assistant in one sitting. */
export type Deed = keyof typeof DEEDS;

const QUESTIONS = [
  'mua máy sấy được hỗ trợ bao nhiêu tiền?',
  'ho tro may moc toi da bao nhieu',
  'khi nào nhận hồ sơ',
  'bình chọn sản phẩm công nghiệp nông thôn tiêu biểu là gì',
  'làm miến dong có được hỗ trợ không',
  'trung tâm ở đâu vậy',
  'phiếu của tôi tới đâu rồi',
  'có lớp tập huấn nào không',
  'asdf ghjk',
] as const;

const WISHES = ['nhắc tôi khi có đợt nhận hồ sơ', 'khi nao co dot nhan phieu thi nhac em nhe'] as const;
const LEADS = [
  'nhắc tôi trước 7 ngày',
  'nhac em truoc 2 ngay nhe',
  'nhắc tôi trước hạn 10 ngày và 1 ngày',
  'nhắc tôi trước 5 giờ',
] as const;
const STOPS = ['đừng nhắc nữa', 'ko can nhac nua dau', 'thôi đừng nhắc tôi nữa'] as const;
const AGAIN = ['nhắc lại sau 2 ngày', 'mai nhắc lại nhé', '3 tiếng nữa nhắc em', 'tuần sau nhắc lại'] as const;
const BEGINNINGS = ['đăng ký hỗ trợ máy móc', 'tôi muốn gửi phiếu nhu cầu mua máy'] as const;

/** What they answer to what stands on the screen; undefined when it asks nothing of a request. */
function answerTo(world: World, villager: Villager): string | undefined {
  const { text, choices } = screenOf(world, villager);
  const choice = (pattern: RegExp): string | undefined => choices.find((label) => pattern.test(label));
  const consent = choice(/^Đồng ý$/);
  if (consent !== undefined) return consent;
  // What is read once more before it is sent names all that was asked.
  const send = choice(/^(?:Gửi phiếu này|Gửi phiếu|Gửi luôn|Gửi lại|Gửi)$/);
  if (send !== undefined) return send;
  if (/làm ra sản phẩm gì/.test(text)) return villager.chance.pick(['miến dong', 'chè khô', 'rượu gạo', 'đồ tre đan']);
  if (/ở xã, phường nào/.test(text)) return villager.commune;
  if (/tên là gì/.test(text)) return `Cơ sở ${villager.name}`;
  if (/theo loại nào/.test(text)) return choice(/^Hộ kinh doanh$/) ?? 'Hộ kinh doanh';
  // The number behind it only tells two of the same name apart.
  if (/họ tên/.test(text)) return villager.name.replace(/ \d+$/, '');
  if (/Số điện thoại/.test(text)) return villager.number;
  if (/bao nhiêu tiền\?/.test(text)) return '200 triệu';
  return choice(/^Bỏ qua|^Chưa rõ|^Chưa có/);
}

/** Answers so many questions, as long as something is asked. */
async function goOn(world: World, villager: Villager, most: number): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const before = screenOf(world, villager).text;
    const answer = answerTo(world, villager);
    if (answer === undefined) return;
    await say(world, villager, answer);
    // No answer came, or the same once more: the line is bad, or one is not understood. One does not go on for ever.
    if (screenOf(world, villager).text === before) return;
  }
}

async function chooseWhile(world: World, villager: Villager, pattern: RegExp, most: number): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const label = screenOf(world, villager).choices.find((each) => pattern.test(each));
    if (label === undefined) return;
    await say(world, villager, label);
  }
}

type Doing = (world: World, villager: Villager, chance: Chance) => Promise<void>;

export const DEEDS = {
  asks: (world, villager, chance) => say(world, villager, chance.pick(QUESTIONS)),
  wishes: (world, villager, chance) => say(world, villager, chance.pick(WISHES)),
  'says-when': (world, villager, chance) => say(world, villager, chance.pick(LEADS)),
  stops: (world, villager, chance) => say(world, villager, chance.pick(STOPS)),
  'wants-again': (world, villager, chance) => say(world, villager, chance.pick(AGAIN)),
  begins: async (world, villager, chance) => {
    await say(world, villager, chance.pick(BEGINNINGS));
    await goOn(world, villager, chance.int(2, 6));
  },
  'goes-on': async (world, villager, chance) => {
    await say(world, villager, 'làm tiếp');
    await goOn(world, villager, chance.int(2, 12));
  },
  finishes: async (world, villager) => {
    await say(world, villager, 'đăng ký hỗ trợ máy móc');
    await goOn(world, villager, 14);
  },
  'wants-news': async (world, villager) => {
    await say(world, villager, 'nhận tin');
    await chooseWhile(world, villager, /^Đồng ý nhận tin$/, 1);
  },
  'stops-news': async (world, villager) => {
    await say(world, villager, 'dừng nhận tin');
    await chooseWhile(world, villager, /^(?:Dừng|Thôi|Không) nhận tin$|^Dừng tin$/, 1);
  },
  'picks-number': (world, villager, chance) => say(world, villager, String(chance.int(1, 3))),
  'writes-at-once': async (world, villager, chance) => {
    const several = Array.from({ length: chance.int(2, 4) }, () => chance.pick(QUESTIONS));
    for (const text of several) tell(world, villager, text);
    await world.settle();
  },
  'asks-officer': async (world, villager) => {
    await say(world, villager, 'gặp cán bộ');
    await say(world, villager, 'cho em hỏi khi nào cán bộ xuống xem máy ạ');
  },
  'is-repeated': async (world, villager, chance) => {
    const { phone } = villager;
    tell(world, villager, chance.pick(QUESTIONS));
    if (phone.channel === 'zalo-bot') world.repeatZalo();
    if (phone.channel === 'telegram') world.repeatTelegram();
    await world.settle();
  },
  blocks: block,
  joins: joinChannels,
  'takes-away': async (world, villager) => {
    await say(world, villager, 'xoá dữ liệu của tôi');
    await chooseWhile(world, villager, /^Xoá dữ liệu của tôi$/, 1);
    if (/XOÁ HẾT/.test(screenOf(world, villager).text)) await say(world, villager, 'XOÁ HẾT');
  },
} as const satisfies Record<string, Doing>;

/** How often each is done. */
export const HABITS: Readonly<Record<Deed, number>> = {
  asks: 24,
  wishes: 14,
  'says-when': 8,
  stops: 4,
  'wants-again': 10,
  begins: 12,
  'goes-on': 8,
  finishes: 12,
  'wants-news': 9,
  'stops-news': 3,
  'picks-number': 8,
  'writes-at-once': 4,
  'asks-officer': 3,
  'is-repeated': 5,
  blocks: 3,
  joins: 5,
  'takes-away': 1,
};

import type { Chance } from './chance.ts';
import type { Phone, World } from './world-in-hand.ts';

/** Somebody of the village, with a phone. What they know of the assistant is what stands on its screen. */
export type Villager = {
  name: string;
  phone: Phone;
  commune: string;
  number: string;
  chance: Chance;
  /** When they wanted nothing of it any more, and when they wrote again. By the assistant's clock and in its order. */
  blocks: { n: number; at: number; isBlocked: boolean }[];
  /** Another channel of theirs, once they have joined the two by a code. */
  second: Villager | undefined;
};

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Hoàng', 'Đặng', 'Ma', 'Nông', 'Lý'] as const;
const MIDDLES = ['Thị', 'Văn', 'Đức', 'Minh', 'Ngọc'] as const;
const GIVEN = ['Lan', 'Hoa', 'Bình', 'Tâm', 'Sơn', 'Mai', 'Hải', 'Cúc', 'Quân', 'Yến', 'Thuý', 'Dũng'] as const;
/** Communes of the province as people write them. */
const COMMUNES = ['xã Phú Bình', 'xã Điềm Thuỵ', 'xã Kha Sơn', 'xã Tân Thành'] as const;

/** Most are on Zalo, many on Telegram, some on the chat page. */
const PHONES = { 'zalo-bot': 9, telegram: 7, 'web-chat': 4 } as const;

export function settleVillage(world: World, people: number): Villager[] {
  const chance = world.chance.fork('village');
  return Array.from({ length: people }, (_, index) => {
    const name = `${chance.pick(FAMILIES)} ${chance.pick(MIDDLES)} ${chance.pick(GIVEN)} ${index + 1}`;
    return {
      name,
      phone: world.buyPhone(chance.weigh(PHONES), name),
      commune: chance.pick(COMMUNES),
      number: `09${String(index + 1).padStart(8, '0')}`,
      chance: world.chance.fork(`villager/${index}`),
      blocks: [],
      second: undefined,
    };
  });
}

/** What stands on the screen: the last message, with the words of its choices. */
export function screenOf(world: World, { phone }: Villager): { text: string; choices: string[] } {
  const last = world.journal.arrivals.findLast(
    ({ channel, address }) => channel === phone.channel && address === phone.address,
  );
  const text = last?.text ?? '';
  if (phone.channel === 'telegram') {
    return { text, choices: (phone.fake.last()?.buttons ?? []).flat().map((button) => button.text) };
  }
  return { text, choices: text.split('\n').flatMap((line) => /^\d+\. (.+)$/.exec(line)?.[1] ?? []) };
}

/** Says something, in whatever mood the line is; resolves when it was answered, if anybody is there to answer. */
export async function say(world: World, villager: Villager, text: string): Promise<void> {
  tell(world, villager, text);
  await world.settle();
}

/** The same without waiting for the answer. */
export function tell(world: World, villager: Villager, text: string): void {
  const { phone } = villager;
  if (villager.blocks.at(-1)?.isBlocked) noteBlock(world, villager, false);
  world.journal.told.push({ at: world.now(), channel: phone.channel, address: phone.address });
  if (phone.channel === 'web-chat') world.writeOnPage(phone.address, text);
  else phone.fake.says(text);
}

/** Takes a code on one channel and types it on another. */
export async function joinChannels(world: World, villager: Villager): Promise<void> {
  if (villager.second !== undefined || villager.blocks.at(-1)?.isBlocked) return;
  const channel = villager.phone.channel === 'web-chat' ? 'telegram' : 'web-chat';
  await say(world, villager, 'nối kênh');
  const code = /nối (\d{4} \d{4})/.exec(screenOf(world, villager).text)?.[1];
  if (code === undefined) return;
  const phone = world.buyPhone(channel, `${villager.name}, máy thứ hai`);
  const second: Villager = { ...villager, phone, blocks: [], second: undefined };
  villager.second = second;
  await say(world, second, `nối ${code}`);
  const label = screenOf(world, second).choices.find((each) => each === 'Nối hai kênh');
  if (label !== undefined) await say(world, second, label);
}

/** On the chat page nobody can be blocked: one closes it. */
export async function block(world: World, villager: Villager): Promise<void> {
  const { phone } = villager;
  if (phone.channel === 'web-chat' || villager.blocks.at(-1)?.isBlocked) return;
  phone.fake.blocks();
  noteBlock(world, villager, true);
  await world.settle();
}

function noteBlock(world: World, villager: Villager, isBlocked: boolean): void {
  const { phone } = villager;
  if (!isBlocked && phone.channel === 'telegram') phone.fake.unblocks();
  villager.blocks.push({ n: world.journal.next(), at: world.now(), isBlocked });
}

import { createIntake, type Intake } from '../inward/intake.ts';
import { readEvent, type ZaloPhoto } from './read-event.ts';
import { ZALO_BOT } from './zalo-bot-channel.ts';

/** What comes from Zalo, on its way to the journal. */
export function createZaloIntake(
  options: Omit<Parameters<typeof createIntake<ZaloPhoto>>[0], 'channel' | 'read'>,
): Intake {
  return createIntake<ZaloPhoto>({ ...options, channel: ZALO_BOT, read: readEvent });
}

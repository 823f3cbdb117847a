import { Link } from 'wouter';
import type { Counts } from '../../api/queries.ts';
import { sayMoment } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';
import classes from './today.module.css';

/** What is in trouble or waits for a second officer: a sentence each, with where to go. Nothing when all is well. */
export function Attention({ counts }: { counts: Counts | undefined }) {
  if (counts === undefined) return null;
  const { announcementsAsked, remindersFailed, channels, quotasLow } = counts;
  const lines = [
    ...channels.map(({ channel, reason, until }) => ({
      key: `channel/${channel}`,
      text: t(`today.trouble.${reason}`, { channel: sayChannel(channel) }),
      more: until === null ? undefined : t('today.trouble.until', { moment: sayMoment(new Date(until)) }),
      href: reason === 'quota-exhausted' ? '/budget' : undefined,
      label: t('today.trouble.budget'),
    })),
    ...quotasLow
      .filter(({ channel }) => channels.every((one) => one.channel !== channel || one.reason !== 'quota-exhausted'))
      .map(({ channel, left }) => ({
        key: `quota/${channel}`,
        text: t('today.trouble.quotaLow', { channel: sayChannel(channel), left }),
        more: undefined,
        href: '/budget',
        label: t('today.trouble.budget'),
      })),
    ...(announcementsAsked === 0
      ? []
      : [
          {
            key: 'asked',
            text: t('today.trouble.asked', { count: announcementsAsked }),
            more: undefined,
            href: '/announcements',
            label: t('nav.announcements'),
          },
        ]),
    ...(remindersFailed === 0
      ? []
      : [
          {
            key: 'reminders',
            text: t('today.trouble.reminders', { count: remindersFailed }),
            more: undefined,
            href: '/windows',
            label: t('nav.windows'),
          },
        ]),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={classes.trouble} aria-label={t('today.trouble.title')}>
      {lines.map(({ key, text, more, href, label }) => (
        <li key={key}>
          {text} {more} {href === undefined ? null : <Link href={href}>{label}</Link>}
        </li>
      ))}
    </ul>
  );
}

const sayChannel = (channel: string): string => tell(`channel.${channel}`) ?? channel;

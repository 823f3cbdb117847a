import { relative } from 'node:path';
import type { Config } from '../config.ts';
import type { Clock } from '../core/time.ts';
import { wordsFor } from '../locales/words.ts';
import { createAdminLink } from '../records/admin-links.ts';
import type { Centre } from '../records/centre.ts';
import type { Db } from '../records/database.ts';
import { hasAdministrator } from '../records/officers.ts';
import { projectRoot } from './project-root.ts';

/** Tells whoever started it where things are. The link to the first administrator is made only while there is none. */
export async function announce(options: {
  config: Config;
  db: Db;
  clock: Clock;
  centre: Centre;
  isEmbedded: boolean;
  print: (line: string) => void;
}): Promise<void> {
  const { config, db, clock, centre, isEmbedded, print } = options;
  const { t } = wordsFor('vi');
  const { publicUrl, roles } = config;
  const centreName = centre.isSample ? t('common:sampleName', { name: centre.name }) : centre.name;
  const lines = ['', t('host:started.title', { centre: centreName })];

  if (roles.includes('bot')) lines.push(t('host:started.chat', { url: `${publicUrl}/` }));
  if (roles.includes('staff')) {
    lines.push(t('host:started.console', { url: `${publicUrl}/console` }));
    if (!(await hasAdministrator(db))) {
      const link = await makeAdminLink({ db, clock, publicUrl });
      lines.push(t('host:started.adminLink'), `  ${link}`, t('host:started.adminLinkAgain'));
    }
  }
  if (roles.includes('jobs')) lines.push(t(config.redisUrl ? 'host:started.jobsRedis' : 'host:started.jobs'));
  if (roles.includes('bot')) {
    const platforms = [...(config.zaloBot ? ['Zalo'] : []), ...(config.telegram ? ['Telegram'] : [])];
    lines.push(t('host:started.channels', { channels: [t('host:started.chatChannel'), ...platforms].join(', ') }));
    if (!config.zaloBot) lines.push(t('host:started.zaloOff'));
    if (!config.telegram) lines.push(t('host:started.telegramOff'));
  }
  lines.push(t(isEmbedded ? 'host:started.ownData' : 'host:started.otherData', { folder: shown(config.dataDir) }));
  if (centre.isSample) lines.push(t('host:started.sample'));
  lines.push(t('host:started.stop'), '');
  for (const line of lines) print(line);
}

/** A new one-time link that makes an administrator. Holds a secret: for a screen, never for the log. */
export async function makeAdminLink(options: { db: Db; clock: Clock; publicUrl: string }): Promise<string> {
  return `${options.publicUrl}/console/setup#${await createAdminLink(options)}`;
}

function shown(folder: string): string {
  const inProject = relative(projectRoot, folder);
  return inProject.startsWith('..') ? folder : inProject;
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { countsQuery } from '../api/queries.ts';
import { useLive } from '../api/use-live.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { SampleTag } from '../parts/marks.tsx';
import { t } from '../words/words.ts';
import classes from './shell.module.css';

export type Me = {
  officer: { id: string; name: string; email: string; role: 'administrator' | 'officer' };
  centre: { name: string; isSample: boolean } | null;
};

type Place = { href: string; icon: IconName; label: string; count?: number };

/** The frame of every page: where one can go, what waits there, and whether the line holds. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { isBroken } = useLive();
  const [location] = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone the row is longer than the screen: where one is stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves when the address does.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [location]);
  const counts = useQuery(countsQuery).data;
  const places: Place[] = [
    { href: '/', icon: 'today', label: t('nav.today') },
    { href: '/questions', icon: 'question', label: t('nav.questions'), count: counts?.waitingQuestions },
    { href: '/requests', icon: 'request', label: t('nav.requests'), count: counts?.newRequests },
    { href: '/projects', icon: 'project', label: t('nav.projects') },
    { href: '/reports', icon: 'report', label: t('nav.reports') },
    { href: '/establishments', icon: 'workshop', label: t('nav.establishments') },
    { href: '/windows', icon: 'clock', label: t('nav.windows') },
    { href: '/calendar', icon: 'calendar', label: t('nav.calendar') },
    { href: '/courses', icon: 'course', label: t('nav.courses') },
    { href: '/announcements', icon: 'announce', label: t('nav.announcements') },
    { href: '/budget', icon: 'send', label: t('nav.budget') },
    { href: '/knowledge', icon: 'knowledge', label: t('knowledge.nav') },
    { href: '/templates', icon: 'copy', label: t('nav.templates') },
    { href: '/data', icon: 'shield', label: t('data.nav'), count: counts?.dataRequests },
    ...(me.officer.role === 'administrator'
      ? [{ href: '/officers', icon: 'people', label: t('nav.officers') } as const]
      : []),
  ];

  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('nav.skip')}
      </a>
      <header className={`${classes.rail} no-print`}>
        <div className={classes.centre}>
          <span className={classes.sign} aria-hidden="true" />
          <div>
            <p className={classes.centreName}>{me.centre?.name ?? t('app.title')}</p>
            {me.centre?.isSample ? <SampleTag /> : null}
          </div>
        </div>
        <nav ref={nav} className={classes.places} aria-label={t('nav.label')}>
          {places.map((place) => (
            <PlaceLink key={place.href} place={place} />
          ))}
          <PlaceLink place={{ href: '/account', icon: 'account', label: t('nav.account') }} isLast />
        </nav>
      </header>
      <div className={classes.side}>
        <div role="status" className="no-print">
          {isBroken ? (
            <p className={classes.broken}>
              <Icon name="warning" size={18} />
              {t('state.lineBroken')}
            </p>
          ) : null}
        </div>
        <main id="content" className={classes.content}>
          {children}
        </main>
      </div>
    </div>
  );
}

function PlaceLink({ place, isLast = false }: { place: Place; isLast?: boolean }) {
  const [location] = useLocation();
  const isHere = place.href === '/' ? location === '/' : location.startsWith(place.href);
  return (
    <Link
      href={place.href}
      aria-current={isHere ? 'page' : undefined}
      className={`${classes.place} ${isLast ? classes.last : ''}`}
    >
      <span className={classes.placeIcon}>
        <Icon name={place.icon} size={22} />
        {place.count ? (
          <span className={classes.count} aria-hidden="true">
            {place.count > 99 ? '99+' : place.count}
          </span>
        ) : null}
      </span>
      <span className={classes.placeLabel}>{place.label}</span>
      {place.count ? <span className={classes.spoken}>{t('nav.waiting', { count: place.count })}</span> : null}
    </Link>
  );
}

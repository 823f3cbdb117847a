import { Link, useLocation } from 'wouter';
import { t } from '../../words/words.ts';
import classes from './reports.module.css';

const PARTS = [
  ['/reports', 'table'],
  ['/reports/targets', 'targets'],
  ['/reports/owners', 'owners'],
] as const;

/** The three pages of the report. */
export function PartsOfReport() {
  const [location] = useLocation();
  return (
    <nav className={`${classes.parts} no-print`} aria-label={t('reports.tabs.label')}>
      {PARTS.map(([href, name]) => (
        <Link key={href} href={href} aria-current={location === href ? 'page' : undefined}>
          {t(`reports.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
}

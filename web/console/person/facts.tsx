import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './facts.module.css';

/** What is known of somebody or something: names with what stands behind them. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A fact that is a list of what can be opened; nothing where there is none. */
export function FactLinks({ label, links }: { label: string; links: { href: string; text: string }[] }) {
  if (links.length === 0) return null;
  return (
    <Fact label={label}>
      <ul className={classes.links}>
        {links.map(({ href, text }) => (
          <li key={href}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

/** Links to requests by their codes. */
export function requestLinks(requests: readonly { id: string; code: string }[]): { href: string; text: string }[] {
  return requests.map(({ id, code }) => ({ href: `/requests/${id}`, text: code }));
}

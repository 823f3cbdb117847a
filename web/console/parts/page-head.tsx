import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';
import classes from './page-head.module.css';

type Props = {
  title: string;
  /** Beside the title: status, tags. */
  marks?: ReactNode;
  /** A quiet line under it. */
  children?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
};

/** The heading of a page. It names the window, and takes the focus, so that a screen reader hears where it is. */
export function PageHead({ title, marks, children, actions, back }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('app.title')}`;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <header className={classes.head}>
      {back === undefined ? null : (
        <Link href={back.href} className={`${classes.back} no-print`}>
          <Icon name="back" size={18} />
          {back.label}
        </Link>
      )}
      <div className={classes.names}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {marks}
      </div>
      {children === undefined ? null : <div className={classes.under}>{children}</div>}
      {actions === undefined ? null : <div className={`${classes.actions} no-print`}>{actions}</div>}
    </header>
  );
}

import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import classes from './rows.module.css';

const STEPS: Record<string, number> = { j: 1, J: 1, ArrowDown: 1, k: -1, K: -1, ArrowUp: -1 };

/**
 * A quiet table. A row is one link, stretched over it. With a row in focus, J and K (or the arrows) go to the next and
 * the one before; they do nothing elsewhere, so they are nobody's trap.
 */
export function Rows({ label, columns, children }: { label: string; columns: string[]; children: ReactNode }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
    const here = links.findIndex((link) => link.matches(':focus'));
    const next = links[here + step];
    if (here < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {children}
      </tbody>
    </table>
  );
}

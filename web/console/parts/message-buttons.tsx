import classes from './message.module.css';

/** The buttons under a message, as a channel shows them that has buttons; nobody can press them here. */
export function MessageButtons({ labels }: { labels: readonly string[] }) {
  if (labels.length === 0) return null;
  return (
    <ul className={classes.buttons} data-testid="buttons">
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}

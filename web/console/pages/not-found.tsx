import { Link } from 'wouter';
import { PageHead } from '../parts/page-head.tsx';
import { t } from '../words/words.ts';

/** An address that leads nowhere. */
export default function NotFound() {
  return <NotFoundHere back={{ href: '/', label: t('nav.today') }} />;
}

export function NotFoundHere({ back }: { back: { href: string; label: string } }) {
  return (
    <>
      <PageHead title={t('notFound.title')} />
      <p>{t('notFound.explain')}</p>
      <Link href={back.href}>{t('notFound.back', { place: back.label })}</Link>
    </>
  );
}

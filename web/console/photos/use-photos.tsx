import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { personQuery } from '../api/queries.ts';

const PhotoViewer = lazy(() => import('./photo-viewer.tsx'));

/** The photos of a person, opened by id from wherever they are shown. `viewer` goes anywhere on the page. */
export function usePhotos(personId: string): { open: (id: string) => void; viewer: ReactNode } {
  const [openId, setOpenId] = useState<string>();
  const known = useQuery(personQuery(personId)).data?.photos.map(({ id }) => id) ?? [];
  // A photo that came a moment ago may be in the conversation before it is in the list.
  const ids = openId === undefined || known.includes(openId) ? known : [openId, ...known];
  const viewer =
    openId === undefined ? null : (
      <Suspense>
        <PhotoViewer ids={ids} openId={openId} onOpen={setOpenId} onClose={() => setOpenId(undefined)} />
      </Suspense>
    );
  return { open: setOpenId, viewer };
}

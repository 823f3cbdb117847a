import { ActionIcon, Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';
import { t } from '../words/words.ts';
import classes from './photo-viewer.module.css';
import { RemovePhoto } from './remove-photo.tsx';

const ZOOMS = [1, 1.5, 2, 3, 4];

type Props = { ids: string[]; openId: string | undefined; onOpen: (id: string) => void; onClose: () => void };

/** Photos one at a time, as large as the window: next, nearer, turned. Arrow keys, +, -, R and Escape work too. */
export default function PhotoViewer({ ids, openId, onOpen, onClose }: Props) {
  const index = openId === undefined ? -1 : ids.indexOf(openId);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const [isRemoving, setRemoving] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each photo begins whole and upright.
  useEffect(() => {
    setZoom(0);
    setTurns(0);
    setRemoving(false);
  }, [openId]);

  const go = (step: number): void => {
    const next = ids[index + step];
    if (next !== undefined) onOpen(next);
  };
  const nearer = (step: number): void => setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + step)));
  const turn = (): void => setTurns((now) => now + 1);
  const isSideways = turns % 2 === 1;
  const scale = ZOOMS[zoom] ?? 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const actions = new Map([
      ['+', () => nearer(1)],
      ['-', () => nearer(-1)],
      ['r', turn],
    ]);
    // Once it is enlarged, the arrows move about in it.
    if (scale === 1) actions.set('ArrowLeft', () => go(-1)).set('ArrowRight', () => go(1));
    const action = actions.get(event.key);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  // On the window, since the button that has the focus may just have been switched off.
  useWindowEvent('keydown', onKeyDown);

  return (
    <Modal.Root
      opened={index >= 0}
      onClose={onClose}
      fullScreen
      radius={0}
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Content aria-label={t('photo.viewer')}>
        <div className={classes.viewer}>
          <div className={classes.bar}>
            <p
              className="numbers"
              role="status"
              aria-label={t('photo.position', { number: index + 1, total: ids.length })}
            >
              {index + 1}/{ids.length}
            </p>
            <Tool icon="back" label={t('photo.previous')} isOff={index <= 0} onClick={() => go(-1)} />
            <Tool icon="next" label={t('photo.next')} isOff={index >= ids.length - 1} onClick={() => go(1)} />
            <Tool icon="zoomOut" label={t('photo.zoomOut')} isOff={zoom === 0} onClick={() => nearer(-1)} />
            <Tool icon="zoomIn" label={t('photo.zoomIn')} isOff={zoom === ZOOMS.length - 1} onClick={() => nearer(1)} />
            <Tool icon="rotate" label={t('photo.rotate')} onClick={turn} />
            <Tool icon="bin" label={t('data.photo.remove')} onClick={() => setRemoving(true)} />
            <Tool icon="close" label={t('photo.close')} onClick={onClose} />
          </div>
          {/* An enlarged photo is moved about by the keys of the box that scrolls. */}
          <div className={classes.stage} tabIndex={scale > 1 ? 0 : undefined}>
            {index < 0 ? null : (
              <img
                src={`/staff/api/files/${openId}`}
                alt={t('photo.numbered', { number: index + 1 })}
                style={{
                  transform: `rotate(${turns * 90}deg)`,
                  maxWidth: scale > 1 ? 'none' : isSideways ? '82vh' : '100%',
                  maxHeight: scale > 1 ? 'none' : isSideways ? '100vw' : '100%',
                  width: scale > 1 ? `${scale * 90}vmin` : undefined,
                }}
              />
            )}
          </div>
        </div>
        {isRemoving && openId !== undefined ? (
          <RemovePhoto id={openId} onDone={onClose} onClose={() => setRemoving(false)} />
        ) : null}
      </Modal.Content>
    </Modal.Root>
  );
}

function Tool({
  icon,
  label,
  isOff = false,
  onClick,
}: {
  icon: IconName;
  label: string;
  isOff?: boolean;
  onClick: () => void;
}) {
  return (
    <ActionIcon aria-label={label} title={label} disabled={isOff} onClick={onClick} variant="default">
      <Icon name={icon} />
    </ActionIcon>
  );
}

import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import type { RunningMap } from '../engine/run-map.ts';
import css from './map-view.module.css';
import { printView } from './print-view.ts';

const icon = (path: string): ReactNode => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 18 18"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.7"
  >
    <path d={path} strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

const ICONS = {
  in: icon('M9 3.5V14.5M3.5 9H14.5'),
  out: icon('M3.5 9H14.5'),
  all: icon(
    'M2.5 6V2.5H6M12 2.5H15.5V6M15.5 12V15.5H12M6 15.5H2.5V12M6.5 9a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0',
  ),
  print: icon('M5 7V2.5H13V7M5 13H2.5V7H15.5V13H13M5 10.5H13V15.5H5Z'),
  full: icon('M7 3H3V7M11 3H15V7M15 11V15H11M7 15H3V11'),
};

function Button({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={css.button} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

/** Points to north; turns with the map and turns it back. */
function North({ running: { map, camera } }: { running: RunningMap }) {
  const [bearing, setBearing] = useState(() => map.getBearing());
  useEffect(() => {
    const turn = (): void => setBearing(map.getBearing());
    map.on('rotate', turn);
    return () => {
      map.off('rotate', turn);
    };
  }, [map]);
  return (
    <Button label={t('map.north')} onClick={() => camera.faceNorth()}>
      <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
        <g transform={`rotate(${-bearing})`}>
          <path d="M0-9 4 0H-4Z" fill="currentColor" />
          <path d="M0 9 4 0H-4Z" fill="none" stroke="currentColor" strokeWidth="1.2" />
        </g>
      </svg>
    </Button>
  );
}

function toggleFullScreen(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen();
  else void document.exitFullscreen();
}

export function MapControls({ running }: { running: RunningMap }) {
  useSession((state) => state.language);
  return (
    <div className={css.controls} role="group" aria-label={t('map.controls')}>
      <div className={css.stack}>
        <Button label={t('map.zoomIn')} onClick={() => running.camera.zoomBy(1)}>
          {ICONS.in}
        </Button>
        <Button label={t('map.zoomOut')} onClick={() => running.camera.zoomBy(-1)}>
          {ICONS.out}
        </Button>
        <North running={running} />
        <Button label={t('map.showAll')} onClick={() => running.showAll()}>
          {ICONS.all}
        </Button>
        <Button label={t('exporter.print.map')} onClick={() => printView(running.map)}>
          {ICONS.print}
        </Button>
      </div>
      {document.fullscreenEnabled && (
        <div className={css.stack}>
          <Button label={t('map.fullScreen')} onClick={toggleFullScreen}>
            {ICONS.full}
          </Button>
        </div>
      )}
    </div>
  );
}

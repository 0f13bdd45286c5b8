import { useEffect, useRef, useState } from 'react';
import type { BaseMapConfig } from '../core/model/index.ts';
import { t } from '../messages/index.ts';
import { isClick, useRegister } from '../state/register.ts';
import { useSession } from '../state/session.ts';
import { Attribution } from './controls/attribution.tsx';
import { Crosshair } from './controls/crosshair.tsx';
import { MapControls } from './controls/map-controls.tsx';
import { MapNotice } from './controls/map-notice.tsx';
import { PointerTip } from './controls/pointer-tip.tsx';
import { ScaleBar } from './controls/scale-bar.tsx';
import type { Hit } from './engine/picking.ts';
import type { Pointed } from './engine/pointing.ts';
import type { LinesMissing } from './answer/start-answer.ts';
import { runMap } from './engine/run-map.ts';
import type { RunningMap } from './engine/run-map.ts';
import css from './controls/map-view.module.css';

/** The map: draws what state says, and turns pointing and keys into actions. Fills its parent. */
export function MapView() {
  const frame = useRef<HTMLElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [running, setRunning] = useState<RunningMap | null>(null);
  const [cannotDraw, setCannotDraw] = useState(false);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [centred, setCentred] = useState<Hit | null>(null);
  const [attributions, setAttributions] = useState<readonly string[]>([]);
  const [failedBase, setFailedBase] = useState<BaseMapConfig | null>(null);
  const [linesMissing, setLinesMissing] = useState<LinesMissing | null>(null);
  /** Grows with each map that takes the place of one whose drawing the graphics card dropped. */
  const [generation, setGeneration] = useState(0);
  const placing = useSession((state) => state.focus.tag === 'placing');
  const drawing = useRegister((state) => state.drawing !== null && isClick(state.drawing.tool));
  const language = useSession((state) => state.language);

  useEffect(() => {
    const element = container.current;
    const section = frame.current;
    if (element === null || section === null) return;
    let started: RunningMap;
    try {
      started = runMap(element, t('map.label'), {
        pointed: setPointed,
        centred: setCentred,
        attributions: setAttributions,
        baseFailed: setFailedBase,
        linesMissing: setLinesMissing,
        idle: (isIdle) => {
          section.dataset.mapIdle = String(isIdle);
        },
      });
    } catch {
      setCannotDraw(true);
      return;
    }
    started.map.on('load', () => {
      section.dataset.mapReady = 'true';
    });
    // What deck.gl kept on the card is gone, and a new overlay on a restored context leaves the map blank: a whole new map
    // takes its place, in the same view, since all it shows is in the state.
    started.map.on('webglcontextrestored', () => setGeneration((before) => before + 1));
    setRunning(started);
    return () => {
      setRunning(null);
      setPointed(null);
      setLinesMissing(null);
      section.dataset.mapReady = 'false';
      started.stop();
    };
  }, [generation]);

  useEffect(() => {
    running?.map.getCanvas().setAttribute('aria-label', t('map.label'));
  }, [running, language]);

  return (
    <section
      ref={frame}
      className={css.frame}
      data-generation={generation}
      data-map-ready="false"
      data-map-idle="false"
      data-placing={placing || drawing}
    >
      <div ref={container} className={css.canvas} />
      {cannotDraw && <MapNotice text={t('map.cannotDraw')} />}
      {failedBase !== null && <MapNotice text={t('map.baseFailed', { name: failedBase.name })} />}
      {linesMissing !== null && (
        <MapNotice
          text={t(linesMissing === 'not-loaded' ? 'map.linesMissing' : 'map.contextLost')}
        />
      )}
      <Crosshair centred={centred} placing={placing || drawing} />
      {pointed !== null && <PointerTip pointed={pointed} />}
      {running !== null && (
        <>
          <MapControls running={running} />
          <div className={css.foot}>
            <ScaleBar map={running.map} />
            <Attribution texts={attributions} />
          </div>
        </>
      )}
    </section>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { recallSeenGaps } from '../../actions/roads/networks/gaps.ts';
import { loadRoadNetworks, showRoadImport } from '../../actions/roads/networks/list-networks.ts';
import { t } from '../../messages/index.ts';
import { useRoadNetworks } from '../../state/road-networks.ts';
import { RoadImport } from './importing/road-import.tsx';
import { NetworksView } from './networks-view.tsx';
import frame from './roads.module.css';

/** 路网: the networks of an admin's districts, what is known about each, and files on their way to becoming one. */
export function RoadsScreen() {
  const importing = useRoadNetworks((state) => state.importing);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    recallSeenGaps();
    void loadRoadNetworks();
  }, []);
  useEffect(() => {
    // The button that led here is gone: whoever works by keyboard goes on from the top.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [importing]);
  return (
    <section className={frame.screen} aria-label={t('roadNetworks.title')}>
      <header className={frame.head}>
        <h2 ref={heading} tabIndex={-1}>
          {importing ? t('roadNetworks.import') : t('roadNetworks.title')}
        </h2>
        <span className={frame.spring} />
        {importing ? (
          <Button size="compact-sm" variant="default" onClick={() => showRoadImport(false)}>
            {t('roadNetworks.back')}
          </Button>
        ) : (
          <Button size="compact-sm" onClick={() => showRoadImport(true)}>
            {t('roadNetworks.import')}
          </Button>
        )}
      </header>
      {importing ? <RoadImport /> : <NetworksView />}
    </section>
  );
}

/** The configured base map that a person chose: loaded when the choice changes, and reported when it does not come. */
import type { BaseMapConfig } from '../../core/model/index.ts';
import { useSession } from '../../state/session.ts';
import type { Theme } from '../../state/session.ts';
import { loadBase } from '../base/configured.ts';
import type { ConfiguredBase } from '../base/configured-base.ts';
import type { MapDatum } from '../features/shift.ts';

export interface BaseReports {
  /** What the base map on screen asks to have written beside it, as plain text. */
  attributions(texts: readonly string[]): void;
  /** The configured base map does not come; the local ground is shown. null = all is well. */
  baseFailed(config: BaseMapConfig | null): void;
}

interface ChosenBase {
  /** Follow the session's choice. */
  follow(): void;
  /** The base map when it is loaded; null = the local ground is shown. */
  ready(): ConfiguredBase | null;
  /** The datum that the map is drawn in. */
  datum(): MapDatum;
  /** Something of the base map on screen could not be fetched. */
  fail(): void;
}

interface Chosen {
  config: BaseMapConfig;
  theme: Theme;
  ready: ConfiguredBase | null;
}

/** @param onReady called when a base map is loaded and may be drawn. */
export function createChosenBase(reports: BaseReports, onReady: () => void): ChosenBase {
  let base: Chosen | null = null;

  function follow(): void {
    const { config, baseMapId, theme } = useSession.getState();
    const wanted = config?.baseMaps.find(({ id }) => id === baseMapId) ?? null;
    const isNew =
      wanted?.id !== base?.config.id || (wanted?.kind === 'pmtiles' && theme !== base?.theme);
    if (!isNew) return;
    base = wanted === null ? null : { config: wanted, theme, ready: null };
    reports.baseFailed(null);
    reports.attributions([]);
    if (base !== null) load(base);
  }

  function load(pending: Chosen): void {
    loadBase(pending.config, pending.theme).then(
      (ready) => {
        if (base !== pending) return;
        pending.ready = ready;
        reports.attributions(ready.attributions);
        onReady();
      },
      () => {
        if (base === pending) reports.baseFailed(pending.config);
      },
    );
  }

  return {
    follow,
    ready: () => base?.ready ?? null,
    datum: () => (base?.ready != null && base.config.gcj02 === true ? 'gcj02' : 'wgs84'),
    fail: () => {
      if (base !== null) reports.baseFailed(base.config);
    },
  };
}

/** Active areas in words: how deep, whom they stop and by which limit. */
import { isBottomless } from '../../../core/arrival/active-areas.ts';
import type { ActiveArea, AppliedRule } from '../../../core/arrival/active-areas.ts';
import type { Depth, ThreatArea, Vehicle } from '../../../core/ranking/types.ts';
import { t } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';

/** 水深 0.3–1 m. */
export function depthText({ min, max }: Depth): string {
  const n = formatNumber;
  if (max === null)
    return min === null || min === 0
      ? t('areas.depth.unknown')
      : t('areas.depth.atLeast', { min: n(min) });
  if (min === max) return t('areas.depth.exactly', { max: n(max) });
  return min === null
    ? t('areas.depth.upTo', { max: n(max) })
    : t('areas.depth.range', { min: n(min), max: n(max) });
}

const whoText = (by: Vehicle): string => t(`areas.who.${by}`);

const limitsText = (rules: readonly AppliedRule[]): string =>
  rules
    .map(({ by, setting }) =>
      t('areas.limit', { who: whoText(by), limit: formatNumber(setting?.value ?? 0) }),
    )
    .join(t('areas.comma'));

/** The rule that was applied and what came of it: 水深 0.5–1 m，超过小车 0.3 m、货车 0.5 m. */
export function areaRuleText({ kind, water, rules, stops }: ActiveArea): string {
  if (water?.max === null && stops.length === 0) return t('areas.unfathomed');
  const known = rules.filter(({ setting }) => setting !== null);
  if (known.length === 0) return t('areas.noRule');
  if (water === null) {
    const event = t(`kinds.event.${kind}`);
    if (stops.length === 0) return t('areas.stopsNobody', { kind: event });
    if (stops.length === rules.length) return t('areas.stopsAll', { kind: event });
    return t('areas.stopsSome', { kind: event, who: stops.map(whoText).join(t('areas.comma')) });
  }
  if (isBottomless(water))
    return t('areas.unfathomedStops', { who: stops.map(whoText).join(t('areas.comma')) });
  const depth = depthText(water);
  const over = known.filter((rule) => rule.stops);
  const within = known.filter((rule) => !rule.stops);
  if (over.length === 0) return t('areas.within', { depth, limits: limitsText(within) });
  const said = t('areas.over', { depth, limits: limitsText(over) });
  return within.length === 0 ? said : t('areas.mixed', { over: said, within: limitsText(within) });
}

/** What kind of area it is, with the depth where it is water. */
export const whatText = ({ kind, water }: Pick<ThreatArea, 'kind' | 'water'>): string => {
  const event = t(`kinds.event.${kind}`);
  return water === null ? event : `${event}${t('areas.comma')}${depthText(water)}`;
};

/** 位于“X”影响范围内（洪水、水深 0.3–1 m）. */
export const inAreaText = (area: Pick<ThreatArea, 'name' | 'kind' | 'water'>): string =>
  t('areas.inArea', { name: area.name, what: whatText(area) });

/** That a route goes through an area that does not stop this traveller. */
export function throughText(area: ActiveArea | null): string {
  if (area === null) return t('areas.throughGone');
  const { name, water } = area;
  if (water?.max === null && (water.min ?? 0) === 0) return t('areas.throughUnfathomed', { name });
  return t('areas.through', { name, depth: whatText(area) });
}

import { STOPS_BIT, VEHICLES } from '../../core/arrival/active-areas.ts';
import { clockText, shownValue } from '../../core/thresholds/index.ts';
import type { ThresholdSpec, ThresholdFault, ThresholdForm } from '../../core/thresholds/index.ts';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';

/** A stored value in the person's words: 30 分钟, 20:00, 超过 0.3 米, 小车、货车不能通过. */
export function valueText({ key, group, form }: ThresholdSpec, value: number): string {
  if (key === 'flood_stops_shelter' && value === 0) return t('thresholds.value.anyWater');
  if (form.as === 'clock') return clockText(value);
  if (form.as === 'number') {
    const said = t(`thresholds.value.${form.unit}`, {
      value: formatNumber(shownValue(value, form)),
    });
    return group === 'flood' ? t('thresholds.value.over', { value: said }) : said;
  }
  const who = VEHICLES.filter((by) => (value & STOPS_BIT[by]) !== 0).map((by) =>
    t(`areas.who.${by}`),
  );
  return who.length === 0
    ? t('thresholds.value.nobody')
    : t('thresholds.value.stops', { who: who.join(t('areas.comma')) });
}

/** What is wrong with what was typed, in words that say what would be right. */
export function faultText(fault: ThresholdFault, form: ThresholdForm): string {
  if (form.as !== 'number')
    return t(`thresholds.fault.${fault === 'missing' ? 'missing' : 'not-a-time'}`);
  return t(`thresholds.fault.${fault}`, {
    least: formatNumber(form.least),
    most: formatNumber(form.most),
    unit: t(`thresholds.unit.${form.unit}`),
    decimals: form.decimals,
  });
}

/** A stored value as it stands in the field. */
export const typedText = (value: number, form: ThresholdForm): string =>
  form.as === 'clock' ? clockText(value) : String(shownValue(value, form));

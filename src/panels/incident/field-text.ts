import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import type { IncidentField, IncidentVersion } from './versions.ts';

/** One field of a version as a person reads it beside the other version. */
export function fieldText(field: IncidentField, version: IncidentVersion, zone: string): string {
  const said = (text: string): string => (text.trim() === '' ? t('incident.conflict.empty') : text);
  switch (field) {
    case 'title':
    case 'note':
      return said(version[field]);
    case 'what':
      return version.kind === null
        ? t('incident.kindUnset')
        : `${t(`kinds.eventClass.${version.class}`)} · ${t(`kinds.event.${version.kind}`)}`;
    case 'level':
      return version.level === null
        ? t('incident.level.unknown')
        : t(`kinds.level.${version.level}`);
    case 'occurredAt':
      return formatFullClock(version.occurredAt, zone);
    case 'place':
      return version.place === null ? t('units.unknown') : writeDecimal(version.place);
  }
}

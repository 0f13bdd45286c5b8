import { districtAt } from '../../core/districts/district-at.ts';
import type { EventKind } from '../../core/model/index.ts';
import type { Inputs } from '../../core/register/index.ts';
import { useRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import type { IncidentDraft } from '../../state/session.ts';

/** A draft that says all an incident must have. */
export type ReadyDraft = IncidentDraft & { kind: EventKind };

const isMoved = ({ base, place: [lng, lat] }: IncidentDraft): boolean =>
  base === null || base.lng !== lng || base.lat !== lat;

/**
 * A draft as a form of the register writes it; its district is the smallest one that holds the place. A place that
 * nobody moved is not written: the incident may have been drawn as a line or an area.
 */
export function inputsOf(draft: ReadyDraft): Inputs {
  const { base, place, title, kind, level, occurredAt, note } = draft;
  const { auth } = useSession.getState();
  const account = auth.tag === 'signed-in' ? auth.account : null;
  const within = districtAt(place, useRecords.getState().tables.district.values());
  const district = within?.code ?? base?.districtCode ?? account?.districtCode ?? '';
  return {
    title: title.trim(),
    kind,
    level: level === null ? '' : String(level),
    occurred_at: occurredAt,
    note: note.trim(),
    ...(base === null ? { source: account?.displayName ?? '' } : {}),
    ...(isMoved(draft)
      ? { district_code: district, geom: { type: 'Point', coordinates: [place[0], place[1]] } }
      : {}),
  };
}

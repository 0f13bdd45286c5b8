import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { editOnTop, keepMine, takeTheirs } from '../../actions/incidents/settle-conflict.ts';
import type { Incident } from '../../core/model/index.ts';
import type { Side } from '../../core/register/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import type { IncidentDraft } from '../../state/session.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { fieldText } from './field-text.ts';
import kit from '../../ui/form/form.module.css';
import styles from './conflict-panel.module.css';
import {
  compareVersions,
  INCIDENT_FIELDS,
  mergeVersions,
  suggestedChoices,
  versionOfDraft,
  versionOfIncident,
} from './versions.ts';
import type { Choices, FieldDifference, IncidentField, IncidentVersion } from './versions.ts';

const CHANGED_BY = {
  mine: 'incident.conflict.changedByMe',
  theirs: 'incident.conflict.changedByThem',
  both: 'incident.conflict.changedByBoth',
  nobody: 'incident.conflict.same',
} as const;

const allMine = Object.fromEntries(INCIDENT_FIELDS.map((field) => [field, 'mine'])) as Choices;

/** Someone saved first: both versions side by side, and nothing happens until the person has chosen. */
export function ConflictPanel({ draft, theirs }: { draft: IncidentDraft; theirs: Incident }) {
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  const mine = { ...versionOfDraft(draft), place: draft.place };
  const other = versionOfIncident(theirs);
  const differences = compareVersions(
    mine,
    other,
    draft.base === null ? null : versionOfIncident(draft.base),
  );
  const [choices, setChoices] = useState<Choices>(() => suggestedChoices(differences));
  const chosen = mergeVersions(mine, other, choices);
  return (
    <section className={styles.conflict} role="alert" aria-label={t('incident.conflict.region')}>
      <h3>{t('incident.conflict.title')}</h3>
      <p>{t('incident.conflict.explain')}</p>
      {theirs.state !== draft.base?.state && (
        <p>{theirs.state === 'closed' ? t('incident.theyClosed') : t('incident.theyReopened')}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('incident.conflict.field')}</th>
            <th scope="col">
              {t('incident.conflict.theirs', { ago: formatAgo(theirs.updatedAt, now) })}
            </th>
            <th scope="col">{t('incident.conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <DifferenceRow
              key={difference.field}
              difference={difference}
              mine={mine}
              theirs={other}
              zone={zone}
              chosen={choices[difference.field]}
              onChoose={(side) => setChoices({ ...choices, [difference.field]: side })}
            />
          ))}
        </tbody>
      </table>
      <div className={kit.buttons}>
        <Button size="xs" onClick={() => void keepMine(chosen)}>
          {t('incident.conflict.saveChosen')}
        </Button>
        <Button size="xs" variant="default" onClick={() => editOnTop(chosen)}>
          {t('incident.conflict.edit')}
        </Button>
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {t('incident.conflict.keepTheirs')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => void keepMine(mergeVersions(mine, other, allMine))}
        >
          {t('incident.conflict.overwrite')}
        </Button>
      </div>
    </section>
  );
}

interface DifferenceRowProps {
  difference: FieldDifference;
  mine: IncidentVersion;
  theirs: IncidentVersion;
  zone: string;
  chosen: Side;
  onChoose: (side: Side) => void;
}

function DifferenceRow({ difference, mine, theirs, zone, chosen, onChoose }: DifferenceRowProps) {
  const { field, changedBy } = difference;
  const name = useId();
  if (changedBy === 'nobody') {
    return (
      <tr className={styles.same}>
        <FieldHead field={field} changedBy={changedBy} />
        <td colSpan={2}>{fieldText(field, theirs, zone)}</td>
      </tr>
    );
  }
  const cell = (side: Side, version: IncidentVersion) => (
    <td data-chosen={chosen === side}>
      <label>
        <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
        <span>{fieldText(field, version, zone)}</span>
      </label>
    </td>
  );
  return (
    <tr>
      <FieldHead field={field} changedBy={changedBy} />
      {cell('theirs', theirs)}
      {cell('mine', mine)}
    </tr>
  );
}

function FieldHead({
  field,
  changedBy,
}: {
  field: IncidentField;
  changedBy: FieldDifference['changedBy'];
}) {
  return (
    <th scope="row">
      {t(`incident.field.${field}`)}
      <span>{t(CHANGED_BY[changedBy])}</span>
    </th>
  );
}

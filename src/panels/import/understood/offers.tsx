import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { changeImport, setImportValue } from '../../../actions/importing/read-import.ts';
import type { ImportSettings, Understood } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import styles from './understood.module.css';

interface SwitchProps {
  /** What there is to take, or what was taken. */
  text: string;
  taken: boolean;
  label: string;
  onPress: () => void;
}

/** One offer that can be taken and taken back. */
function Switch({ text, taken, label, onPress }: SwitchProps) {
  return (
    <li>
      <span>{text}</span>
      <Button
        size="compact-sm"
        variant={taken ? 'default' : 'filled'}
        aria-pressed={taken}
        onClick={onPress}
      >
        {label}
      </Button>
    </li>
  );
}

/** Null where there is nothing of the kind to offer. */
type Offer = (understood: Understood, settings: ImportSettings) => ReactElement | null;

type OfferedWarning = Understood['warnings'][number];

const warningOf = (
  { warnings }: Understood,
  wanted: OfferedWarning['code'],
): OfferedWarning | undefined => warnings.find(({ code }) => code === wanted);

/** Rows without a place, which a person may place later. */
const placelessOffer: Offer = (understood, { withoutPlaces: taken = false }) => {
  const unplaced = understood.refusedBy.no_place ?? 0;
  const placeless = warningOf(understood, 'placeless');
  if (!understood.mayLackPlace || (taken ? placeless === undefined : unplaced === 0)) return null;
  const count = Number(placeless?.params.count ?? 0);
  return (
    <Switch
      key="placelessOffer"
      text={
        taken
          ? t('importOffers.placelessTaken', { count: formatNumber(count) })
          : t('importOffers.placeless', { count: formatNumber(unplaced) })
      }
      taken={taken}
      label={t(taken ? 'importOffers.placelessUndo' : 'importOffers.placelessTake')}
      onPress={() => void changeImport({ withoutPlaces: !taken })}
    />
  );
};

/** Rows that fit only with their coordinates exchanged. */
const turnOffer: Offer = ({ refusedBy, counts }, { turnSwapped: taken = false }) => {
  const swapped = (refusedBy.swapped ?? 0) + (refusedBy.axes_swapped ?? 0);
  // Where not one row fits, the columns themselves are exchanged: that is offered with the reason.
  if (!taken && (swapped === 0 || counts.usable === 0)) return null;
  return (
    <Switch
      key="turnOffer"
      text={
        taken
          ? t('importOffers.turned')
          : t('importOffers.swapped', { count: formatNumber(swapped) })
      }
      taken={taken}
      label={t(taken ? 'importOffers.turnUndo' : 'importOffers.turn')}
      onPress={() => void changeImport({ turnSwapped: !taken })}
    />
  );
};

/** Places that are in both official lists. */
const pairsOffer: Offer = (understood, { pairsAsOne: taken = false }) => {
  const pairs = Number(warningOf(understood, 'sites_to_stay')?.params.pairs ?? 0);
  if (pairs === 0) return null;
  return (
    <Switch
      key="pairsOffer"
      text={t(taken ? 'importOffers.pairsTaken' : 'importOffers.pairs', {
        count: formatNumber(pairs),
      })}
      taken={taken}
      label={t(taken ? 'importOffers.pairsUndo' : 'importOffers.pairsTake')}
      onPress={() => void changeImport({ pairsAsOne: !taken })}
    />
  );
};

/** Rows that are parts of one record. */
const partsOffer: Offer = (understood, { joinParts: taken = false }) => {
  const parts = warningOf(understood, taken ? 'parts_joined' : 'parts_of_one');
  if (parts === undefined) return null;
  return (
    <Switch
      key="partsOffer"
      text={t(taken ? 'importOffers.partsTaken' : 'importOffers.parts', {
        count: formatNumber(Number(parts.params.count)),
        records: formatNumber(Number(parts.params.records)),
      })}
      taken={taken}
      label={t(taken ? 'importOffers.partsUndo' : 'importOffers.partsTake')}
      onPress={() => void changeImport({ joinParts: !taken })}
    />
  );
};

/** The date that the file itself states. */
const dateOffer: Offer = (understood) => {
  const dated = warningOf(understood, 'date_stated');
  if (dated === undefined) return null;
  const date = String(dated.params.date);
  return (
    <li key="dateOffer">
      <span>
        {t('importOffers.dated', { date })}{' '}
        <span className={tone.soft}>{String(dated.params.line)}</span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void setImportValue('observedAt', date)}
      >
        {t('importOffers.dateTake', { kind: t(`kinds.record.${understood.kind}`) })}
      </Button>
    </li>
  );
};

const OFFERS = [placelessOffer, turnOffer, pairsOffer, partsOffer, dateOffer];

/** What one press can take of a file that its own words leave out: rows without a place, exchanged ones, its date. */
export function Offers({ understood }: { understood: Understood }) {
  const settings = useImport((state) => state.settings);
  const offers = OFFERS.flatMap((offer) => offer(understood, settings) ?? []);
  if (offers.length === 0) return null;
  return (
    <ul className={styles.offers} aria-label={t('importOffers.label')}>
      {offers}
    </ul>
  );
}

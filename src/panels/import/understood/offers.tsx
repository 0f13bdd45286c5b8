import { Button } from '@mantine/core';
import { changeImport, setImportValue } from '../../../actions/importing/read-import.ts';
import type { Understood } from '../../../core/import/desk/index.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import styles from './understood.module.css';

/** What one press can take of a file that its own words leave out: rows without a place, exchanged ones, its date. */
export function Offers({ understood }: { understood: Understood }) {
  const settings = useImport((state) => state.settings);
  const {
    withoutPlaces = false,
    turnSwapped = false,
    pairsAsOne = false,
    joinParts = false,
  } = settings;
  const { refusedBy, warnings, kind, counts } = understood;
  const unplaced = refusedBy.no_place ?? 0;
  const swapped = (refusedBy.swapped ?? 0) + (refusedBy.axes_swapped ?? 0);
  const placeless = warnings.find(({ code }) => code === 'placeless');
  const dated = warnings.find(({ code }) => code === 'date_stated');
  const offersPlaces =
    understood.mayLackPlace && (withoutPlaces ? placeless !== undefined : unplaced > 0);
  // Where not one row fits, the columns themselves are exchanged: that is offered with the reason.
  const offersTurn = turnSwapped || (swapped > 0 && counts.usable > 0);
  const pairs = Number(warnings.find(({ code }) => code === 'sites_to_stay')?.params.pairs ?? 0);
  const parts = warnings.find(({ code }) => code === (joinParts ? 'parts_joined' : 'parts_of_one'));
  if (!offersPlaces && !offersTurn && pairs === 0 && parts === undefined && dated === undefined)
    return null;
  return (
    <ul className={styles.offers} aria-label={t('importOffers.label')}>
      {offersPlaces && (
        <li>
          <span>
            {withoutPlaces
              ? t('importOffers.placelessTaken', {
                  count: formatNumber(Number(placeless?.params.count ?? 0)),
                })
              : t('importOffers.placeless', { count: formatNumber(unplaced) })}
          </span>
          <Button
            size="compact-sm"
            variant={withoutPlaces ? 'default' : 'filled'}
            aria-pressed={withoutPlaces}
            onClick={() => void changeImport({ withoutPlaces: !withoutPlaces })}
          >
            {t(withoutPlaces ? 'importOffers.placelessUndo' : 'importOffers.placelessTake')}
          </Button>
        </li>
      )}
      {offersTurn && (
        <li>
          <span>
            {turnSwapped
              ? t('importOffers.turned')
              : t('importOffers.swapped', { count: formatNumber(swapped) })}
          </span>
          <Button
            size="compact-sm"
            variant={turnSwapped ? 'default' : 'filled'}
            aria-pressed={turnSwapped}
            onClick={() => void changeImport({ turnSwapped: !turnSwapped })}
          >
            {t(turnSwapped ? 'importOffers.turnUndo' : 'importOffers.turn')}
          </Button>
        </li>
      )}
      {pairs > 0 && (
        <li>
          <span>
            {t(pairsAsOne ? 'importOffers.pairsTaken' : 'importOffers.pairs', {
              count: formatNumber(pairs),
            })}
          </span>
          <Button
            size="compact-sm"
            variant={pairsAsOne ? 'default' : 'filled'}
            aria-pressed={pairsAsOne}
            onClick={() => void changeImport({ pairsAsOne: !pairsAsOne })}
          >
            {t(pairsAsOne ? 'importOffers.pairsUndo' : 'importOffers.pairsTake')}
          </Button>
        </li>
      )}
      {parts !== undefined && (
        <li>
          <span>
            {t(joinParts ? 'importOffers.partsTaken' : 'importOffers.parts', {
              count: formatNumber(Number(parts.params.count)),
              records: formatNumber(Number(parts.params.records)),
            })}
          </span>
          <Button
            size="compact-sm"
            variant={joinParts ? 'default' : 'filled'}
            aria-pressed={joinParts}
            onClick={() => void changeImport({ joinParts: !joinParts })}
          >
            {t(joinParts ? 'importOffers.partsUndo' : 'importOffers.partsTake')}
          </Button>
        </li>
      )}
      {dated !== undefined && (
        <li>
          <span>
            {t('importOffers.dated', { date: String(dated.params.date) })}{' '}
            <span className={tone.soft}>{String(dated.params.line)}</span>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void setImportValue('observedAt', String(dated.params.date))}
          >
            {t('importOffers.dateTake', { kind: t(`kinds.record.${kind}`) })}
          </Button>
        </li>
      )}
    </ul>
  );
}

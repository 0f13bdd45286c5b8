import { Autocomplete, Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { setFilters } from '../../actions/set-filters.ts';
import type { Answer, RankingTables } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from './filters.module.css';
import { capabilityChoices, itemChoices, unitsOf } from './choices.ts';
import { conditionTexts, limitsText } from './limits-view.ts';

interface AnswerFiltersProps {
  answer: Answer;
  tables: RankingTables;
}

/** What an emptied or half-typed number means: not asked. */
const asked = (value: string | number): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;

/** The conditions of the list, folded into one line that says them: the rows need the height. */
export function AnswerFilterFields({ answer, tables }: AnswerFiltersProps) {
  const [open, setOpen] = useState(false);
  const filters = useSession((state) => state.filters);
  const said = [...conditionTexts(answer.kind, filters), limitsText(answer)];
  return (
    <details
      className={styles.conditions}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{t('answer.filter.title')}</span>
        {!open && <span className={styles.said}>{said.join(t('answer.text.separator'))}</span>}
      </summary>
      <div className={styles.filters} role="group" aria-label={t('answer.filter.title')}>
        {answer.kind === 'team' && <TeamFilters tables={tables} />}
        {answer.kind === 'depot' && <DepotFilters tables={tables} />}
        {answer.kind === 'shelter' && <ShelterFilters />}
        <LimitFilters answer={answer} />
        {said.length > 1 && <p className={styles.kept}>{t('answer.filter.unknownKept')}</p>}
      </div>
    </details>
  );
}

/** A field with its label beside it: the list below needs the height. */
function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className={styles.pair}>
      <span>{label}</span>
      {children}
    </label>
  );
}

function TeamFilters({ tables }: { tables: RankingTables }) {
  const { capability, onlyAvailable } = useSession((state) => state.filters);
  const choices = useMemo(() => capabilityChoices(tables.team), [tables.team]);
  const known =
    capability === null || choices.includes(capability) ? choices : [capability, ...choices];
  return (
    <>
      <Pair label={t('answer.filter.capability')}>
        <NativeSelect
          size="xs"
          value={capability ?? ''}
          onChange={(event) => setFilters({ capability: event.currentTarget.value || null })}
          data={[{ value: '', label: t('answer.filter.anyCapability') }, ...known]}
        />
      </Pair>
      <Checkbox
        className={styles.check}
        label={t('answer.filter.onlyAvailable')}
        title={t('answer.filter.onlyAvailableHelp')}
        checked={onlyAvailable}
        onChange={(event) => setFilters({ onlyAvailable: event.currentTarget.checked })}
      />
    </>
  );
}

function DepotFilters({ tables }: { tables: RankingTables }) {
  const { item, itemQuantity } = useSession((state) => state.filters);
  const choices = useMemo(() => itemChoices(tables.stock_lot), [tables.stock_lot]);
  const units = useMemo(
    () => (item === null ? [] : unitsOf(tables.stock_lot, item)),
    [tables.stock_lot, item],
  );
  return (
    <>
      <Pair label={t('answer.filter.item')}>
        <ItemField item={item} choices={choices} />
      </Pair>
      <Pair label={t('answer.filter.quantity')}>
        <NumberInput
          size="xs"
          placeholder={t('answer.filter.quantityPlaceholder')}
          value={itemQuantity ?? ''}
          onChange={(value) => setFilters({ itemQuantity: asked(value) })}
          min={0}
          disabled={item === null}
          hideControls
          thousandSeparator=","
          rightSection={
            units.length === 1 ? <span className={styles.unit}>{units[0]}</span> : undefined
          }
        />
      </Pair>
    </>
  );
}

/** A half-typed word is no question: it is asked when typing pauses, and at once when a choice is taken. */
const PAUSE_MS = 400;

function ItemField({ item, choices }: { item: string | null; choices: string[] }) {
  const [typed, setTyped] = useState<string | null>(null);
  const ask = useCallback((value: string) => {
    setTyped(null);
    setFilters({ item: value.trim() === '' ? null : value });
  }, []);
  useEffect(() => {
    if (typed === null) return;
    const pause = setTimeout(() => ask(typed), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, ask]);
  return (
    <Autocomplete
      size="xs"
      placeholder={t('answer.filter.itemPlaceholder')}
      value={typed ?? item ?? ''}
      onChange={setTyped}
      onOptionSubmit={ask}
      onBlur={() => typed !== null && ask(typed)}
      data={choices}
      limit={40}
      maxDropdownHeight={260}
    />
  );
}

function ShelterFilters() {
  const { freeCapacity } = useSession((state) => state.filters);
  return (
    <>
      <Pair label={t('answer.filter.freeCapacity')}>
        <NumberInput
          size="xs"
          placeholder={t('answer.filter.freeCapacityPlaceholder')}
          value={freeCapacity ?? ''}
          onChange={(value) => setFilters({ freeCapacity: asked(value) })}
          min={0}
          hideControls
          thousandSeparator=","
        />
      </Pair>
    </>
  );
}

const METRES_PER_KM = 1000;

function LimitFilters({ answer }: { answer: Answer }) {
  const { count, radius } = useSession((state) => state.filters);
  const radiusInKm = Number.isFinite(answer.radius)
    ? formatNumber(answer.radius / METRES_PER_KM)
    : t('answer.filter.noLimit');
  const countText = Number.isFinite(answer.count)
    ? String(answer.count)
    : t('answer.filter.noLimit');
  return (
    <>
      <Pair label={t('answer.filter.count')}>
        <NumberInput
          size="xs"
          placeholder={t('answer.filter.byDefault', { value: countText })}
          value={count ?? ''}
          onChange={(value) => setFilters({ count: asked(value) })}
          min={1}
          max={1000}
          allowDecimal={false}
          hideControls
          rightSection={<span className={styles.unit}>{t('answer.filter.countUnit')}</span>}
        />
      </Pair>
      <Pair label={t('answer.filter.radius')}>
        <NumberInput
          size="xs"
          placeholder={t('answer.filter.byDefault', { value: radiusInKm })}
          value={radius === null ? '' : radius / METRES_PER_KM}
          onChange={(value) => {
            const km = asked(value);
            setFilters({ radius: km === null ? null : Math.round(km * METRES_PER_KM) });
          }}
          min={0}
          max={20_000}
          decimalScale={2}
          hideControls
          rightSection={<span className={styles.unit}>{t('answer.filter.radiusUnit')}</span>}
        />
      </Pair>
    </>
  );
}

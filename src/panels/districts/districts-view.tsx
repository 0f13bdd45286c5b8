import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import {
  importDistricts,
  newDistrict,
  showRetired,
} from '../../actions/districts/show-districts.ts';
import { loadDistrictUse } from '../../actions/districts/load-district-use.ts';
import type { District } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useHomeDistrict, useOwnDistricts } from '../../state/districts.ts';
import { usePeople } from '../../state/people.ts';
import { useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import kit from '../../ui/form/form.module.css';
import people from '../../ui/list-and-detail.module.css';
import { ReadAgain } from '../../ui/read-again.tsx';
import { districtText } from '../parts/districts/district-text.ts';
import { districtRows, firstUnfolded } from './district-rows.ts';
import { DistrictsTable } from './districts-table.tsx';

function useRetired(): readonly District[] {
  const archived = useRegister((state) => state.archived);
  return useMemo(
    () =>
      archived.tag === 'loaded' && archived.kind === 'district'
        ? ([...archived.rows.values()] as District[]).sort((a, b) => (a.path < b.path ? -1 : 1))
        : [],
    [archived],
  );
}

/** Districts of the admin, as a tree; what is open stands beside it, and the map shows its boundary. */
export function DistrictsView() {
  const home = useHomeDistrict();
  const own = useOwnDistricts();
  const retired = useRetired();
  const isRetired = usePeople((state) => state.retiredDistricts);
  const use = usePeople((state) => state.districtUse);
  const openCode = useSession((state) =>
    state.selection?.kind === 'district' ? state.selection.id : null,
  );
  const [sought, setSought] = useState('');
  const [folding, setFolding] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    showRetired(false);
    void loadDistrictUse();
  }, []);
  const districts = isRetired ? retired : own;
  const unfolded = folding ?? firstUnfolded(districts);
  const rows = districtRows(districts, unfolded, sought.trim().toLowerCase());
  const open = own.find(({ code }) => code === openCode) ?? home;
  const isFirst = !isRetired && own.length <= 1 && home?.geometry == null;

  function fold(code: string): void {
    const next = new Set(unfolded);
    if (!next.delete(code)) next.add(code);
    setFolding(next);
  }

  return (
    <div className={people.alone}>
      <h2>{t('districts.title')}</h2>
      <p className={kit.soft}>{t('districts.explain')}</p>
      {use.status === 'failed' && <ReadAgain onAgain={() => void loadDistrictUse()} />}
      <div className={people.head}>
        <Button size="sm" variant={isFirst ? 'filled' : 'default'} onClick={importDistricts}>
          {t('districts.fromFile')}
        </Button>
        <Button
          size="sm"
          variant={isFirst ? 'default' : 'filled'}
          disabled={open === null}
          onClick={() => open !== null && newDistrict(open)}
        >
          {t('districts.add', { name: open === null ? '' : districtText(open) })}
        </Button>
        <TextInput
          size="sm"
          type="search"
          aria-label={t('districts.find')}
          placeholder={t('districts.find')}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('districts.list')}
          value={isRetired ? 'retired' : 'current'}
          data={[
            { value: 'current', label: t('districts.current') },
            { value: 'retired', label: t('districts.retired') },
          ]}
          onChange={(value) => showRetired(value === 'retired')}
        />
        {!isRetired && (
          <span className={kit.soft}>
            {t('districts.count', {
              count: own.length,
              bounded: own.filter(({ geometry }) => geometry !== null).length,
            })}
          </span>
        )}
      </div>
      {isFirst && (
        <EmptyState title={t('districts.empty.title')} detail={t('districts.empty.detail')} />
      )}
      {rows.length === 0 ? (
        <EmptyState title={isRetired ? t('districts.noneRetired') : t('districts.none')} />
      ) : (
        <DistrictsTable rows={rows} use={use.value} openCode={openCode} onFold={fold} />
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { loadDistrictUse } from '../../actions/districts/load-district-use.ts';
import { retireDistrict } from '../../actions/districts/retire-district.ts';
import { squareKilometres } from '../../core/districts/extent.ts';
import { DISTRICT_CONTENTS, isInUse, unused } from '../../core/districts/use.ts';
import type { DistrictUse } from '../../core/districts/use.ts';
import type { District } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useHomeDistrict } from '../../state/districts.ts';
import { usePeople } from '../../state/people.ts';
import { kindCounts } from '../parts/files/file-text.ts';
import kit from '../../ui/form/form.module.css';
import { areaText } from './districts-table.tsx';

const contentText = ({ contents, accounts, below }: DistrictUse): string =>
  kindCounts([
    ['district', below],
    ['account', accounts],
    ...DISTRICT_CONTENTS.map((kind) => [kind, contents[kind] ?? 0] as const),
  ]);

/** Why a district cannot be taken out of use by whoever looks at it; null = it can. */
function whyItStays({ code, parentCode }: District, home: string | undefined): string | null {
  if (parentCode === null) return t('districts.retire.root');
  return code === home ? t('districts.retire.home') : null;
}

/** Below the fields of a district: what belongs to it, and taking it out of use. */
export function DistrictSection({ district }: { district: District }) {
  const use = usePeople((state) => state.districtUse);
  const home = useHomeDistrict();
  useEffect(() => void loadDistrictUse(), [district.version]);
  const { code, geometry } = district;
  const own = use.value === null ? null : (use.value.get(code) ?? unused);
  const stays = whyItStays(district, home?.code);
  return (
    <>
      <section className={kit.section} aria-label={t('districts.use.title')}>
        <h3>{t('districts.use.title')}</h3>
        {own !== null && <p>{isInUse(own) ? contentText(own) : t('districts.use.nothing')}</p>}
        {own !== null && own.disabled > 0 && (
          <p className={kit.soft}>{t('districts.use.disabled', { count: own.disabled })}</p>
        )}
        {geometry !== null && (
          <p className={kit.soft}>
            {t('districts.boundary.label')} {areaText(squareKilometres(geometry))}
          </p>
        )}
        <p className={kit.soft}>{t('districts.use.code')}</p>
      </section>
      <section className={kit.section} aria-label={t('districts.retire.act')}>
        {stays === null ? (
          <Retire key={code} code={code} use={own} />
        ) : (
          <p className={kit.soft}>{stays}</p>
        )}
      </section>
    </>
  );
}

function Retire({ code, use }: { code: string; use: DistrictUse | null }) {
  const [asked, setAsked] = useState(false);
  const refused = asked && use !== null && isInUse(use);
  return (
    <>
      <p className={kit.soft}>{t('districts.retire.explain')}</p>
      {refused && (
        <p className={kit.bad} role="alert">
          {t('districts.retire.inUse', { what: contentText(use) })}
        </p>
      )}
      <div className={kit.buttons}>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setAsked(true);
            void retireDistrict(code);
          }}
        >
          {t('districts.retire.act')}
        </Button>
      </div>
    </>
  );
}

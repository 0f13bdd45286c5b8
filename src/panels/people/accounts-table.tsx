import { openAccount } from '../../actions/people/load-accounts.ts';
import type { Account } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { Age } from '../../ui/age.tsx';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import kit from '../../ui/form/form.module.css';
import styles from '../../ui/list-and-detail.module.css';

interface AccountsTableProps {
  accounts: readonly Account[];
  openId: string | null;
  myId: string | null;
}

/** Accounts, one a row; the name opens what belongs to it. */
export function AccountsTable({ accounts, openId, myId }: AccountsTableProps) {
  return (
    <table className={styles.table} aria-label={t('people.accounts.list')}>
      <thead>
        <tr>
          <th scope="col">{t('people.accounts.person')}</th>
          <th scope="col">{t('people.accounts.role')}</th>
          <th scope="col">{t('people.accounts.district')}</th>
          <th scope="col">{t('people.accounts.state')}</th>
          <th scope="col" className={styles.wide}>
            {t('people.accounts.seen')}
          </th>
          <th scope="col" className={`${styles.number} ${styles.wide}`}>
            {t('people.accounts.sessions')}
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <Row
            key={account.userId}
            account={account}
            chosen={account.userId === openId}
            mine={account.userId === myId}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({ account, chosen, mine }: { account: Account; chosen: boolean; mine: boolean }) {
  const {
    userId,
    displayName,
    email,
    role,
    districtCode,
    disabledAt,
    isDemo,
    lastSeenAt,
    sessions,
  } = account;
  const now = useServerNowEvery(60_000);
  const zone = useZone();
  const district = useDistrictText();
  return (
    <tr data-chosen={chosen}>
      <td>
        <button
          type="button"
          className={styles.person}
          aria-expanded={chosen}
          onClick={() => openAccount({ tag: 'account', userId })}
        >
          {displayName ?? email}
        </button>
        <br />
        <span className={kit.soft}>{email}</span>
      </td>
      <td>{role === null ? t('people.accounts.noRole') : t(`kinds.role.${role}`)}</td>
      <td>{districtCode === null ? '' : district(districtCode)}</td>
      <td>
        {disabledAt === null ? (
          t('people.accounts.active')
        ) : (
          <span className={styles.off}>{t('people.accounts.disabled')}</span>
        )}
        {isDemo && ` · ${t('people.accounts.demo')}`}
        {mine && ` · ${t('people.accounts.you')}`}
      </td>
      <td className={styles.wide}>
        {lastSeenAt === null ? (
          t('people.accounts.neverSeen')
        ) : (
          <Age at={lastSeenAt} now={now} zone={zone} />
        )}
      </td>
      <td className={`${styles.number} ${styles.wide}`}>{sessions}</td>
    </tr>
  );
}

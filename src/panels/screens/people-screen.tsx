import { showPeople } from '../../actions/people/show-people.ts';
import { t } from '../../messages/index.ts';
import { PEOPLE_VIEWS, usePeople } from '../../state/people.ts';
import type { PeopleView } from '../../state/people.ts';
import { useMay } from '../../state/role.ts';
import { DistrictsView } from '../districts/districts-view.tsx';
import { ThresholdsView } from '../thresholds/thresholds-view.tsx';
import { AccountsView } from '../people/accounts-view.tsx';
import { AuditView } from '../people/audit-view.tsx';
import { MyAccount } from '../people/my-account.tsx';
import styles from '../../ui/list-and-detail.module.css';

/** 人员: an admin manages accounts and reads the audit; everyone sees what their own account may do. */
export function PeopleScreen() {
  const admin = useMay('accounts');
  const chosen = usePeople((state) => state.view);
  const views: readonly PeopleView[] = admin ? PEOPLE_VIEWS : ['me'];
  const view = admin ? chosen : 'me';
  return (
    <div className={styles.screen}>
      <nav className={styles.tabs} aria-label={t('people.title')}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === view ? 'page' : undefined}
            onClick={() => showPeople(one)}
          >
            {t(`people.view.${one}`)}
          </button>
        ))}
      </nav>
      <View view={view} />
    </div>
  );
}

function View({ view }: { view: PeopleView }) {
  switch (view) {
    case 'accounts':
      return <AccountsView />;
    case 'districts':
      return <DistrictsView />;
    case 'thresholds':
      return <ThresholdsView />;
    case 'audit':
      return <AuditView />;
    case 'me':
      return <MyAccount />;
  }
}

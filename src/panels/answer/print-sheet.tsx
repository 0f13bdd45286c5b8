import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Contact } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useMapPrint } from '../../state/map-print.ts';
import { useRecordMap } from '../../state/records.ts';
import type { AnswerDocument } from './answer-text.ts';
import { headLines, leftOutLines, leftOutTotal } from './answer-text.ts';
import type { RowView } from './row-view.ts';
import { unreachableLine } from './unreachable-view.ts';
import type { RouteText } from '../parts/ranking/route-text.ts';
import { contactsOf } from '../parts/contacts/contacts-of.ts';
import styles from './print.module.css';

/** Whether the list is being printed, from just before to just after; not when the map itself goes on paper. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // Paper is made as soon as the handlers return, so the sheet must stand by then.
    const begin = () => {
      if (useMapPrint.getState().print === null) flushSync(() => setPrinting(true));
    };
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** The list on paper: what was asked, when, on which data, and how old each line is. Drawn only while printing. */
export function PrintSheet({ document }: { document: AnswerDocument }) {
  const printing = usePrinting();
  const contacts = useRecordMap('contact');
  if (!printing) return null;
  return createPortal(<Sheet document={document} contacts={contacts} />, window.document.body);
}

function Sheet({
  document,
  contacts,
}: {
  document: AnswerDocument;
  contacts: ReadonlyMap<string, Contact>;
}) {
  const { answer, rows, unreachable, routes } = document;
  const kind = t(`answer.tab.${answer.kind}`);
  const left = leftOutLines(answer);
  const withPhone = contacts.size > 0;
  return (
    <article className={styles.sheet} role="main" data-print-sheet>
      <h1>{t('answer.text.heading', { kind })}</h1>
      {headLines(document).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('answer.sheet.rank')}</th>
            <th scope="col">{t('answer.sheet.name')}</th>
            <th scope="col">
              {answer.scoreUnit === 'seconds'
                ? t('answer.sheet.arrival')
                : t('answer.sheet.distance')}
            </th>
            <th scope="col">{t('answer.sheet.known')}</th>
            <th scope="col">{t('answer.sheet.unknown')}</th>
            <th scope="col">{t('answer.sheet.age')}</th>
            {withPhone && <th scope="col">{t('answer.sheet.contact')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetRow
              key={row.id}
              row={row}
              contacts={withPhone ? contactsOf(contacts, row.kind, row.id) : null}
            />
          ))}
        </tbody>
      </table>
      {unreachable.length > 0 && (
        <h2>{t('answer.unreachable.heading', { count: unreachable.length })}</h2>
      )}
      {unreachable.map((view) => (
        <p key={view.id}>{unreachableLine(view)}</p>
      ))}
      {answer.farther > 0 && <p>{t('answer.text.farther', { count: answer.farther })}</p>}
      {routes.map((route) => (
        <Directions key={route.title} route={route} />
      ))}
      {left.length > 0 && <h2>{t('answer.text.leftOut', { count: leftOutTotal(answer) })}</h2>}
      {left.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <footer>
        {withPhone && <p>{t('answer.sheet.internal')}</p>}
        <p>{t('answer.sheet.validity')}</p>
      </footer>
    </article>
  );
}

/** A route in words, for the driver to take along. */
function Directions({ route }: { route: RouteText }) {
  return (
    <section className={styles.route}>
      <h2>{`${route.title} · ${route.total}`}</h2>
      <ol>
        {route.before !== null && <li>{route.before}</li>}
        {route.steps.map((step, i) => (
          <li key={i}>{step}</li>
        ))}
        <li>{route.after}</li>
      </ol>
      <p>{t('route.mayBeOld')}</p>
    </section>
  );
}

function SheetRow({ row, contacts }: { row: RowView; contacts: readonly Contact[] | null }) {
  const known = [row.sort, ...row.facts.map((fact) => fact.text), row.basis].filter(
    (text) => text !== null,
  );
  const first = contacts?.find((contact) => contact.phone !== null);
  return (
    <tr>
      <td className={styles.whole}>{row.rank}</td>
      <th scope="row">{row.name}</th>
      <td className={styles.measure}>
        <span className={styles.whole}>{row.total}</span>
        <br />
        {row.sum}
      </td>
      <td>{known.join(t('answer.text.separator'))}</td>
      <td>{row.unknowns.join(t('answer.text.separator'))}</td>
      <td>
        <span className={styles.whole}>{row.age.text}</span>
        <br />
        {row.age.source}
      </td>
      {contacts !== null && (
        <td>
          {first !== undefined && (
            <>
              {first.name} <span className={styles.whole}>{first.phone}</span>
            </>
          )}
        </td>
      )}
    </tr>
  );
}

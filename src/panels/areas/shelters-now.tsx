import { Button } from '@mantine/core';
import { selectAndShow } from '../../actions/select.ts';
import { invalidShelters, nextValid } from '../../core/ranking/shelter-validity.ts';
import type { Answer } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { formatDistance } from '../../ui/format/numbers.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import own from './areas.module.css';
import { invalidText } from './invalid-text.ts';
import type { ObstacleText } from '../parts/obstacles/obstacle-text.ts';

/** So many are named; the list below has them all. */
const MOST_NAMED = 3;

/** Shelters nearer than the first valid one that are none now, each with the reason; and the one to send people to. */
export function SheltersNow({ answer, obstacles }: { answer: Answer; obstacles: ObstacleText }) {
  if (answer.kind !== 'shelter') return null;
  const next = nextValid(answer);
  const nearer = invalidShelters(answer).filter(
    ({ distance }) => distance !== null && (next === null || distance < next.distance),
  );
  if (nearer.length === 0) return null;
  return (
    <section className={own.now} aria-label={t('areas.shelters.title', { count: nearer.length })}>
      <h3>{t('areas.shelters.title', { count: nearer.length })}</h3>
      <ul>
        {nearer.slice(0, MOST_NAMED).map(({ id, name, place, distance, invalid }) => (
          <li key={id}>
            <KindSymbol kind="shelter" size={18} marks={['unusable']} />
            <span>
              <button type="button" onClick={() => selectAndShow({ kind: 'shelter', id }, place)}>
                {name}
              </button>{' '}
              <span>{invalidText(invalid, obstacles.closure)}</span> ·{' '}
              <span className={own.far}>
                {t('answer.leftOut.distance', { distance: formatDistance(distance!) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {nearer.length > MOST_NAMED && (
        <p>{t('areas.shelters.more', { count: nearer.length - MOST_NAMED })}</p>
      )}
      {next === null ? (
        <p className={own.none}>{t('areas.shelters.none')}</p>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => selectAndShow({ kind: 'shelter', id: next.id }, next.place)}
        >
          {t('areas.shelters.next', { name: next.name })}
        </Button>
      )}
    </section>
  );
}

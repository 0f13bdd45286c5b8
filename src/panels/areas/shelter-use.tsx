import { Button } from '@mantine/core';
import { selectAndShow } from '../../actions/select.ts';
import { setTab } from '../../actions/set-tab.ts';
import type { Shelter } from '../../core/model/index.ts';
import { invalidShelters, nextValid, threatTo } from '../../core/ranking/shelter-validity.ts';
import type { Invalid } from '../../core/ranking/shelter-validity.ts';
import type { Answer, ThreatArea } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useAnswer } from '../../state/answer.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import own from './areas.module.css';
import { invalidText } from './invalid-text.ts';
import { useObstacleText } from '../parts/obstacles/obstacle-text.ts';

/** By the answer on screen where it is about shelters, else by the areas alone. */
function invalidOf(
  shelter: Shelter,
  answer: Answer | null,
  areas: readonly ThreatArea[],
): Invalid | null {
  const found =
    answer === null ? undefined : invalidShelters(answer).find(({ id }) => id === shelter.id);
  if (found !== undefined) return found.invalid;
  const area = threatTo(shelter, areas);
  return area === null ? null : { reason: 'in-area', area };
}

/** Why a shelter is none now, for card and symbol; null = nothing says so. */
export function useInvalidShelter(shelter: Shelter | null): Invalid | null {
  const answer = useAnswer(({ shown }) => shown?.answer ?? null);
  const areas = useRoads((state) => state.areas);
  return shelter === null
    ? null
    : invalidOf(shelter, answer?.kind === 'shelter' ? answer : null, areas);
}

/** On the card of a shelter that is none now: the reason, and where to send people instead. */
export function ShelterUse({ shelter }: { shelter: Shelter }) {
  const invalid = useInvalidShelter(shelter);
  const answer = useAnswer(({ shown }) => shown?.answer ?? null);
  const asking = useSession(({ focus }) => focus.tag === 'saved' || focus.tag === 'draft');
  const { closure } = useObstacleText();
  if (invalid === null) return null;
  const next = answer?.kind === 'shelter' ? nextValid(answer) : null;
  return (
    <div className={own.unusable} role="note">
      <p>{t('areas.shelters.invalid', { why: invalidText(invalid, closure) })}</p>
      {next !== null ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => selectAndShow({ kind: 'shelter', id: next.id }, next.place)}
        >
          {t('areas.shelters.next', { name: next.name })}
        </Button>
      ) : (
        asking &&
        answer?.kind !== 'shelter' && (
          <Button size="compact-sm" variant="default" onClick={() => setTab('shelter')}>
            {t('areas.shelters.find')}
          </Button>
        )
      )}
    </div>
  );
}

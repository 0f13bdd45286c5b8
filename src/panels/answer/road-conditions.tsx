import { Checkbox } from '@mantine/core';
import { setRain } from '../../actions/set-rain.ts';
import type { Answer } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import arrival from './arrival.module.css';
import { slowedText } from '../parts/ranking/slowed-text.ts';

/** Whether it rains, as a person says, how much night and rain lengthen the routes of this list, and that the incident lies in water. */
export function RoadConditions({ answer }: { answer: Answer }) {
  const rain = useSession((state) => state.rain);
  const inWater = answer.ground?.inWater === true ? [t('answer.ground.inWater')] : [];
  if (answer.scoreUnit !== 'seconds' && inWater.length === 0) return null;
  return (
    <div className={arrival.roadConditions}>
      {answer.scoreUnit === 'seconds' && (
        <Checkbox
          size="xs"
          label={t('answer.slowed.switch')}
          checked={rain}
          onChange={(event) => setRain(event.currentTarget.checked)}
        />
      )}
      <span role="status">
        {[...slowedText(answer.slowed), ...inWater].join(t('answer.text.separator'))}
      </span>
    </div>
  );
}

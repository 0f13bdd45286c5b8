import type { Hazard, RectificationStepName } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';

/** What a step is called when it follows the present state. */
export function stepLabel(hazard: Hazard, step: RectificationStepName): string {
  if (step === 'rectify' && hazard.rectificationState === 'recheck')
    return t('rectification.stepAgain');
  if (step === 'found' && hazard.rectificationState === 'closed')
    return t('rectification.foundAgain');
  return t(`rectification.step.${step}`);
}

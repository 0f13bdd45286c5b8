import { Button, Textarea, TextInput } from '@mantine/core';
import {
  changeStep,
  dropStep,
  needsEvidence,
  saveStep,
} from '../../actions/upkeep/rectification-steps.ts';
import type { Hazard } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import type { RectificationDraft } from '../../state/upkeep.ts';
import { SubForm } from '../../ui/form/sub-form.tsx';
import styles from '../../ui/form/form.module.css';
import { stepLabel } from './step-text.ts';

/** A step with what was done and what shows it. It stays typed until the server has taken it. */
export function StepForm({ hazard, draft }: { hazard: Hazard; draft: RectificationDraft }) {
  const { step, note, evidence, owner, deadline, tried, save } = draft;
  const busy = save.tag === 'saving';
  const label = stepLabel(hazard, step);
  const required = needsEvidence(step);
  const submit = () => void saveStep(hazard);
  return (
    <SubForm label={t('rectification.form', { step: label })} onSubmit={submit}>
      <strong>{label}</strong>
      {(step === 'found' || step === 'rectify') && (
        <div className={styles.pair}>
          <TextInput
            size="sm"
            label={t('rectification.newOwner')}
            maxLength={500}
            value={owner}
            readOnly={busy}
            onChange={(event) => changeStep(hazard.id, { owner: event.currentTarget.value })}
          />
          <TextInput
            size="sm"
            type="date"
            label={t('rectification.newDeadline')}
            min="1990-01-01"
            max="2200-01-01"
            value={deadline}
            readOnly={busy}
            onChange={(event) => changeStep(hazard.id, { deadline: event.currentTarget.value })}
          />
        </div>
      )}
      <Textarea
        size="sm"
        autosize
        minRows={1}
        maxRows={6}
        label={t('rectification.note')}
        value={note}
        readOnly={busy}
        onChange={(event) => changeStep(hazard.id, { note: event.currentTarget.value })}
      />
      <Textarea
        size="sm"
        autosize
        minRows={1}
        maxRows={6}
        label={required ? t('rectification.evidence') : t('rectification.evidenceOptional')}
        placeholder={t('rectification.evidenceHint')}
        value={evidence}
        error={
          required && tried && evidence.trim() === '' ? t('rectification.evidenceMissing') : null
        }
        readOnly={busy}
        onChange={(event) => changeStep(hazard.id, { evidence: event.currentTarget.value })}
      />
      {save.tag === 'failed' && (
        <p role="alert" className={styles.alert}>
          {t(`rectification.failed.${save.reason}`)}
        </p>
      )}
      {save.tag === 'out-of-order' && (
        <p role="alert" className={styles.alert}>
          {t('rectification.outOfOrder')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="xs" loading={busy} onClick={submit}>
          {t('rectification.save', { step: label })}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => dropStep(hazard.id)}>
          {t('rectification.cancel')}
        </Button>
      </div>
    </SubForm>
  );
}

/** What was done about each hazard so far (排查 → 整改 → 复查 → 销号), so that the yearly report has months to show. */
import type { EventClass, RectificationStepName } from '../../../src/core/model/index.ts';
import type { Clock } from '../clock.ts';
import { demoId } from '../identity.ts';
import { randomFor } from '../random.ts';
import type { Random } from '../random.ts';
import type { HazardRow, RectificationStepRow } from '../rows.ts';
import { HAZARDS } from './hazard-list.ts';
import type { ListedHazard } from './hazard-list.ts';

/** The longest that any of this reaches back: on a late autumn day the whole year's work lies in one year. */
const LONGEST = 318;

const FINDERS: Record<EventClass, { who: string; how: string }> = {
  natural: { who: '县自然资源局巡查组', how: '汛前巡查发现，已设警示标志。' },
  accident: { who: '县应急管理局检查组', how: '安全生产检查发现，已下发整改通知书。' },
  public_health: { who: '县卫生健康局检查组', how: '公共卫生风险排查发现，已书面告知。' },
  social_security: { who: '县公安局治安大队', how: '社会面风险排查发现，已列入清单。' },
};

interface Taken {
  step: RectificationStepName;
  daysAgo: number;
  /** Days from now, as this step set it; null = said nothing about it. */
  deadline: number | null;
}

/** So many days ago it was found, and closed (null = still in progress). */
function span(
  { state, deadline }: ListedHazard,
  random: Random,
): { found: number; closed: number | null } {
  if (state === 'closed') {
    const closed = Math.min(LONGEST - 14, Math.max(6, -(deadline ?? -60) + random.whole(-5, 9)));
    return { found: Math.min(LONGEST, closed + random.whole(24, 95)), closed };
  }
  const overdue = deadline !== null && deadline < 0 ? -deadline : 0;
  return {
    found: overdue + random.whole(overdue > 0 ? 35 : 14, overdue > 0 ? 90 : 210),
    closed: null,
  };
}

/** The steps of one hazard in their order, each on a later day than the one before. */
function stepsOf(listed: ListedHazard, random: Random): Taken[] {
  const { found, closed } = span(listed, random);
  const steps: Taken[] = [{ step: 'found', daysAgo: found, deadline: null }];
  if (listed.state === 'identified') return steps;
  const end = closed ?? (listed.state === 'recheck' ? random.whole(1, 8) : 0);
  const share = (part: number): number => Math.round(found - (found - end) * part);
  // Some work does not pass its first review and gets more time.
  const again = found - end > 45 && random.chance(0.3);
  const first = again && listed.deadline !== null ? listed.deadline - 30 : listed.deadline;
  steps.push({ step: 'rectify', daysAgo: share(0.15), deadline: first });
  if (again)
    steps.push(
      { step: 'review', daysAgo: share(0.55), deadline: null },
      { step: 'rectify', daysAgo: share(0.65), deadline: listed.deadline },
    );
  if (listed.state === 'recheck') steps.push({ step: 'review', daysAgo: end, deadline: null });
  if (closed !== null)
    steps.push(
      { step: 'review', daysAgo: share(0.85), deadline: null },
      { step: 'close', daysAgo: closed, deadline: null },
    );
  return steps;
}

interface Words {
  by: string;
  note: string | null;
  evidence: string | null;
}

function wordsOf(
  step: RectificationStepName,
  isAgain: boolean,
  owner: string,
  type: EventClass,
  number: number,
): Words {
  const { who, how } = FINDERS[type];
  switch (step) {
    case 'found':
      return { by: who, note: how, evidence: `检查记录（演示）第 ${number} 号` };
    case 'rectify':
      return {
        by: owner,
        note: isAgain ? '首次复查未通过，补充整改措施。' : '已定措施、责任人、资金、时限和预案。',
        evidence: null,
      };
    case 'review':
      return {
        by: owner,
        note: '整改完成，申请复查。',
        evidence: `整改报告（演示）第 ${number} 号，现场照片 ${3 + (number % 5)} 张`,
      };
    case 'close':
      return {
        by: who,
        note: '复查合格，予以销号。',
        evidence: `复查意见书（演示）第 ${number} 号`,
      };
  }
}

/** Every step of every hazard, the oldest first; the last one of a hazard gives the state that its row has. */
export function rectificationSteps(
  hazards: readonly HazardRow[],
  clock: Clock,
): RectificationStepRow[] {
  const rows = HAZARDS.flatMap((listed, i) => {
    const row = hazards[i];
    if (row?.name !== listed.name)
      throw new Error(`the rows of the hazards are not in the order of their list`);
    const random = randomFor(`rectification of ${listed.name}`);
    const taken = stepsOf(listed, random);
    return taken.map(({ step, daysAgo, deadline }, at): RectificationStepRow => {
      const isAgain = step === 'rectify' && at > 1;
      const words = wordsOf(
        step,
        isAgain,
        listed.owner ?? FINDERS[row.class].who,
        row.class,
        i + 1,
      );
      const when = clock.daysAgo(daysAgo, random);
      return {
        id: demoId('rectification_step', `${listed.name}/${at}`),
        hazard_id: row.id,
        step,
        at: when,
        created_at: when,
        owner: step === 'rectify' ? listed.owner : null,
        deadline: deadline === null ? null : clock.dayFromNow(deadline),
        note: words.note,
        evidence: words.evidence,
        by_name: words.by,
      };
    });
  });
  return rows.sort((a, b) => a.at.localeCompare(b.at));
}

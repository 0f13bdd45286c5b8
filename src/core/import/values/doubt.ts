/**
 * Words that take back, postpone, limit or ask: for the readers that look for words inside a longer text (kinds of
 * events, lists of abilities and facilities). Folded (see columns/fold.ts).
 */
import { foldCharacters, foldPattern } from '../../text/fold.ts';

/** Words in which such a character says something else: 不稳定斜坡 is a kind of slope, 无人机 a machine, 待命 a state. */
const HARMLESS = foldPattern(
  [
    '不稳定|不锈钢|不间断|不停电|不断电|不明|无人[机艇船车区]|无线|无障碍|无菌|无损|无害化|无动力|无缝|无铅|无名|无锡|无为',
    '非煤|非机动|非金属|非洲|非开挖|非常|未爆弹|未央|停车|停机|停泊|停水|停电|待命|待机|计划生育|禁毒|可能性',
    '[消排解清拆扫]除|除[险雪冰草颤尘油污臭雾湿铁锈]|大除|半[岛山径坡]|半自动|半挂|减灾|no\\.? ?\\d',
  ].join('|'),
  'g',
);

const DOUBT = foldPattern(
  [
    // Negation.
    '[不未非无没勿莫毋否]|严禁|禁止|停止|停用|停[运办]|暂停|暂缓|中止|取消|撤销|终止|废止|拒绝|缺[乏少失]?|丧失|已撤|已拆|拆除',
    'ません|ない|なし|ず(?:に)?$|不可|不能|休止',
    "\\b(?:not|no|non|never|without|cannot|can't|isn't|lacks?|lacking|none|nor|neither|out of|former(?:ly)?|hardly|unable|unavailable|closed)\\b",
    // Intention.
    '待|拟(?!态)|计划|规划|筹[建备]|在建|建设中|予定|预定|预计|预期|即将|将(?!军)|[见見]込|曾|准备|申请|争取|可能|疑似|或许',
    '\\b(?:planned|plans?|planning|proposed|to be|tbd|tbc|pending|future|expected|intended|intends?|will|maybe|perhaps|probably|soon|possibly|suspected|under construction)\\b',
    // Exception, limits.
    '除|以外|之外|例外|外の|外は|部分|一部|半|仅|只|限于|を除|のぞ[くき]',
    '\\b(?:except|excluding|excluded?|other than|unless|only|partly|partial(?:ly)?|half|but)\\b',
    // Questions.
    '[?？]|是否|吗$|か$',
  ].join('|'),
);

/** Whether a text negates, plans, excepts, limits or asks, so that a word in it may not be taken at its face. */
export const isDoubtful = (text: string): boolean => {
  const folded = foldCharacters(text);
  // The first test decides nearly all texts; the second runs only where it found a word of doubt, which may be harmless.
  return DOUBT.test(folded) && DOUBT.test(folded.replace(HARMLESS, '·'));
};

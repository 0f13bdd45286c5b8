/**
 * One spelling for column titles: full-width forms, case, spaces and punctuation are ironed out, and traditional and
 * Japanese characters become simplified ones, so that every synonym is written once.
 */

/** Pairs: a traditional or Japanese character and the simplified one. Only characters that stand in titles and words. */
const PAIRS =
  '稱称號号臺台區区縣县鄉乡鎮镇經经経经緯纬級级類类別别數数負负責责聯联絡络電电話话點点隊队儲储備备資资難难護护場场處处' +
  '庫库編编碼码識识時时間间開开關关設设施施標标註注說说來来發发觀观調调戶户積积種种災灾狀状態态風风險险繫系專专長长裝装機机' +
  '寬宽線线結结倉仓無无礙碍單单樓楼圖图層层務务収收対对団团連连況况況况納纳預预啟启條条損损橋桥隧隧連连體体壓压測测質质' +
  '從从業业員员財财現现實实際际擬拟運运輸输車车輛辆庁厅広广鉄铁駅驿帯带濫滥氾泛內内圍围撥拨衛卫後后過过進进遠远選选' +
  '門门閉闭離离陸陆陽阳雙双雲云電电韓韩項项順顺頭头題题額额願愿顯显飲饮館馆騎骑體体魚鱼鳥鸟麥麦黃黄齊齐齡龄龍龙' +
  '傷伤傳传價价億亿優优軍军農农滅灭爆爆煙烟燒烧爐炉滑滑輕轻嚴严傾倾觸触訊讯詢询請请論论謝谢證证讓让購购賽赛贈赠' +
  '規规細细築筑広广変变沢泽浜滨歩步図图価价両两対对験验検检総总単单満满様样焼烧毎每氷冰涙泪災灾' +
  '帳帐繩绳燈灯槍枪鏟铲鍬锹鋸锯鑽钻氣气膠胶衝冲鋒锋織织纖纤絲丝網网鉗钳錘锤藥药醫医擔担纜缆樁桩傘伞褲裤蓆席鍋锅糧粮麵面餅饼' +
  '毀毁壞坏斷断閥阀淺浅溝沟灣湾瀝沥濕湿潰溃決决壩坝澇涝旱旱凍冻雪雪寒寒疫疫眾众眾众擊击恐恐騷骚亂乱劃划歸归屬属爾尔' +
  '暢畅暫暂銷销執执駐驻當当達达廢废報报療疗復复複复據据隱隐輪轮養养維维徹彻終终續续獲获邊边撲扑沒没計计將将見见';

const FOLDED = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) FOLDED.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));
FOLDED.set('座', '坐');

/** Characters in one spelling; length may change (NFKC). */
export const foldCharacters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, (character) => FOLDED.get(character) ?? character);

/** A column title without spaces, punctuation and unit brackets. */
export const foldTitle = (title: string): string => foldCharacters(title).replace(/[\s\p{P}\p{S}]/gu, '');

/** The same, with what stands in brackets left out: `宽度(公尺)` → `宽度`. */
export const foldBareTitle = (title: string): string =>
  foldTitle(title.normalize('NFKC').replace(/[([{【〔][^)\]}】〕]*[)\]}】〕]/gu, ''));

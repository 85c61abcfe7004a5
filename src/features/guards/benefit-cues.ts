import type { PromiseCue } from './guarantee-cues.ts'
import { near, nearWords } from './near.ts'

const chargeZh = '违约金|滞纳金|罚息|利息|年费|手续费|(?:这|那)(?:一)?笔(?:钱|费)|息费|费用|罚款'
const owedZh =
  '本金|欠款|余额|债务?|尾款|首付|剩余(?:的)?(?:部分|款项)?|剩下的(?:钱|部分)?|这(?:一)?期|下(?:一)?期'
const goneZh =
  '抹(?:掉|去|平)|勾掉|一笔带过|砍(?:掉|一半)|打(?:折|[一二三四五六七八九]折)|作罢|算了|拿掉|免(?:了|去|掉)|不算(?:您|你|了)|不(?:收|计|要)(?:您|你|了)|给(?:您|你)(?:免|销|消|减|去|扣)|(?:一分|分文|一毛)(?:钱)?(?:都|也)?不(?:收|要|算)|处理掉|解决掉|(?:全部|全)?(?:免还|免交|免付|全免|清零|归零)|锁死'
const notPayZh =
  '(?:不用|不必|无需|不需要|甭|可以(?:先)?不)(?:您|你)?(?:再)?(?:还|交|付|缴|管|出)(?!清)|(?:全部)?免(?:还|交|付)|减(?:一半|半|掉)|不(?:再)?追了'
const moneyZh = '钱|款|费|损失|差额|多(?:收|扣|付|还)的'
const backZh =
  '(?:回|进|入|到)(?:到)?(?:您|你)(?:的)?(?:账|卡|手)|(?:打|退|转|补|返|还)回|(?:退|补|返|赔)(?:给|还)?(?:您|你)|(?:我们|我行|本行|银行|我)(?:来|会|都|全)?(?:赔|补|垫|出|付(?!款))(?!办|示|具|于|现|席|充)'
const chargeEn =
  '(?:late |annual |default |penalty |overdue |handling )?(?:fees?|charges?|interest|penalt(?:y|ies))|debt|balance|principal|the rest|remainder'
const goneEn =
  "knock(?:ed|ing|s)?|forget (?:about )?|drop(?:ped|ping|s)?|gone|halv(?:e|ed|ing)|scrapp?(?:ed|ing)?|eras(?:e|ed|ing)|wip(?:e|ed|ing)|lift(?:ed|ing)?|let you off|strike|struck|disappear\\w*|vanish\\w*|on us|cancel(?:l?ed|l?ing)?|won't owe|will not owe|no longer owe|need not worry"
const bettersZh = '额度|利率|评级|信用分'
const upZh =
  '提(?:上去|高|升|上来)|涨|恢复|调(?:高|上去|回|低|下来)|回来|降(?:下来|低|一)?|给(?:您|你)(?:提|降|涨|升|恢复)'
const decideZh = '申请|方案|审批|这(?:件|个)?事|情况|批|材料|投诉|分期|单子'
const throughZh =
  '能过|过得了|过得去|批得下|批下来|能批|通过|办妥|办成|办下来|搞定|成了|妥妥|拿下|能成|支持(?:您|你)|没(?:有)?悬念|没(?:有)?问题|十拿九稳|八九不离十'
const sureZh =
  '敢说|没(?:有)?悬念|毫无疑问|百分之?百|放心|包(?!括|含)|肯定|一定|准(?:能|保|是)|绝对|等着|我(?:给|帮|替)(?:您|你)|已经'

/** Gifts to the customer as classes of words: what is given, and the deed that gives it. */
export const benefitCues: readonly PromiseCue[] = [
  {
    kinds: ['waiver'],
    pattern: new RegExp(
      `(?:${chargeZh})[^。;!?\\n]{0,12}?(?:${goneZh})|(?:${goneZh})[^,。;!?\\n]{0,6}?(?:${chargeZh})`,
    ),
    certain: true,
    whole: true,
  },
  {
    kinds: ['waiver'],
    pattern: near(`${chargeZh}|${owedZh}`, notPayZh, 8),
    certain: true,
    unless: /提前(?:还|结)/,
  },
  {
    kinds: ['refund'],
    certain: true,
    pattern: near(moneyZh, backZh, 8),
    unless: /(?:您|你)(?:可以?|能|需|应|要)?(?:自行)?(?:转|打|退)回/,
  },
  {
    kinds: ['hold'],
    pattern:
      /叫停[^,。;]{0,8}催|(?:这|那)?(?:一)?期[^,。;]{0,8}(?:给(?:您|你)?)?(?:挂着|先放着|压着|缓着)|给(?:您|你)(?:挂着|压着|拖着|缓着)/,
    certain: true,
  },
  {
    kinds: ['hold'],
    pattern: /催(?:收|款|缴)[^,。;]{0,6}(?:全部|全|都|就)?(?:停|结束|到此为止|没了)(?!权)/,
    certain: true,
  },
  {
    kinds: ['callback'],
    pattern:
      /(?:让|叫|安排|请|由|派)[^,。;]{0,10}(?:打给|联系|找|回复|跟进)(?:您|你)|(?:打|拨|致电)给(?:您|你)(?!们)|给(?:您|你)(?:去|来|打)(?:个)?(?:电话|信)|(?:稍后|晚些|等会|随后|今天|明天|下午|上午|会|将)[^,。;]{0,8}(?:跟|和|与|同)(?:您|你)(?:通话|通个话|谈|聊|联络|面谈|讲)|(?:跟|和|与|同)(?:您|你)(?:通话|通个话|联络)/,
  },
  {
    kinds: ['outcome'],
    pattern: new RegExp(
      `(?:${sureZh})[^。;!?]{0,14}?(?:${decideZh})?[^。;!?]{0,8}?(?:${throughZh})|(?:${decideZh})[^。;!?]{0,10}(?:${sureZh})[^。;!?]{0,6}(?:${throughZh})|(?:${decideZh})[^,。;!?]{0,4}没(?:有)?悬念`,
    ),
    whole: true,
    certain: true,
    unless:
      /合适的|没(?:有)?问题(?:的话|吗|时)|如(?:果)?(?:您|你)?(?:觉得|认为)?没(?:有)?问题|确认没(?:有)?问题|核对|看(?:过|完)/,
  },
  {
    kinds: ['outcome'],
    pattern: near(bettersZh, upZh, 10),
    unless: /申请|另行评估|重新(?:评估|申请)|可能|由系统|产品|评级(?:上|下)调|合同|罚息/,
  },
  {
    kinds: ['waiver'],
    pattern: nearWords(chargeEn, goneEn, 22),
    certain: true,
    unless: /\b(?:cut|drop)[- ]?off\b/,
  },
  {
    kinds: ['waiver'],
    certain: true,
    pattern:
      /\b(?:we|i)(?:'ll| will| can)? (?:cover|absorb|swallow) (?:it|this|that|the|your|half|all)\b|\b(?:won't|will not|no longer|don't|do not|needn't|never)\b[^.;!?]{0,12}\b(?:owe|pay)\b[^.;!?]{0,12}\b(?:the rest|the remainder|another|a (?:cent|penny|thing)|anything|any more|anymore|the balance|the principal)\b|\bskip (?:this|the|a|your)(?: next)? (?:instal?lment|payment|month)\b/,
  },
  {
    kinds: ['refund'],
    certain: true,
    pattern:
      /\b(?:money|overcharge|charges?|fees?|amounts?|sum|difference)\b[^.;!?]{0,16}\b(?:goes?|going|comes?|coming|put|paid|be)\b[^.;!?]{0,12}\bback\b|\b(?:make up for|make good|cover|put right) (?:what(?:ever)? you|your|any|the) ?(?:\w+ )?(?:lost|loss(?:es)?|damage)/,
  },
  {
    kinds: ['hold'],
    pattern:
      /\b(?:leave|leaving) you (?:alone|in peace)\b|\bcall(?:ed|ing)? off\b[^.;!?]{0,16}\b(?:collect\w*|calls?|agents?|chase)|\b(?:off|from) your back\b/,
  },
  {
    kinds: ['outcome'],
    certain: true,
    pattern:
      /\b(?:as good as|a done deal|in the bag|no way|only a formality|just a formality|sure thing|nothing (?:can|will) (?:go wrong|stop))\b[^.;!?]{0,30}|\b(?:see to it|make sure|make certain|take care|ensure)\b[^.;!?]{0,30}\b(?:decided|approved|accepted|granted|succeeds?|your favou?r|goes through|passes|happens|sorted)/,
    unless: /\bno way (?:to|of|for|around)\b/,
  },
  {
    kinds: ['outcome'],
    certain: true,
    pattern:
      /\b(?:certain|sure|confident|no doubt|positive|trust me|bound)\b[^.;!?]{0,40}\b(?:approv\w+|say yes|agree\w*|accept\w*|grant\w*|upheld|go(?:es)? through|succeed|work out)|\b(?:upheld|approved|accepted|granted)\b[^.;!?]{0,12}\b(?:trust me|no doubt|for sure|believe me)|\b(?:lock(?:ing|ed)?|fix(?:ing|ed)?|freez(?:e|ing)|frozen) (?:this|the|your|that) (?:\w+ )?rate\b|\brate\b[^.;!?]{0,16}\b(?:will|shall) (?:not|never) (?:move|change|rise|go up|increase)/,
    unless:
      /\b(?:not|n't|cannot) (?:be )?(?:\w+ )?(?:certain|sure|confident|promise)|\bfixed rate\b|\bwhether\b|\bmake sure (?:you|that you)/,
  },
  {
    kinds: ['refund'],
    certain: true,
    pattern:
      /\b(?:see|have|find|get) (?:the|your|that) (?:money|refund|fee|charge|amount)(?: back)? (?:in|on) your (?:account|card)|\bpay (?:you )?for (?:your|the|any) (?:\w+ )?(?:loss|damage|lost)/,
  },
  {
    kinds: ['callback'],
    pattern:
      /\b(?:speak|talk|chat|write) (?:to|with) you\b[^.;!?]{0,16}\b(?:later|today|tomorrow|soon|shortly|this (?:morning|afternoon|evening|week)|tonight|by|next|in person)/,
  },
  {
    kinds: ['hold'],
    certain: true,
    pattern:
      /\b(?:collections?|chasing|calls|reminders)\b[^.;!?]{0,10}\b(?:is|are|will be) (?:over|finished|done|history)\b/,
  },
  {
    kinds: ['outcome'],
    certain: true,
    unless: /申请|评估|另行|可能|\b(?:may|might|apply)\b/,
    pattern:
      /\b(?:your|the) (?:card|account)\b[^.;!?]{0,10}\bwill (?:work|be (?:open|active|unlocked|unblocked|usable))\b|(?:卡|账户)[^,。;]{0,10}(?:就能|就可以|立即|马上|立刻|自动)[^,。;]{0,6}(?:恢复|解冻|解锁|继续用|正常使用)|利率[^,。;]{0,10}(?:锁|不会再?(?:变|涨|调))/,
  },
  {
    kinds: ['outcome'],
    pattern:
      /\b(?:limit|credit line|rating)\b[^.;!?]{0,16}\b(?:go(?:es|ing)?|come(?:s)?|be|get(?:s)?)\b[^.;!?]{0,10}\b(?:back|up|restored|higher)\b|\b(?:interest )?rates?\b[^.;!?]{0,14}\b(?:drop|fall|go down|come down|be lower\w*|be cut)\b/,
    unless: /\b(?:may|might|could|can|apply|reappl\w+|assess\w*|review\w*|depend\w*|product|fund|rated)\b/,
  },
]

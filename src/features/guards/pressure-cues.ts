import { harmCues } from './harm-cues.ts'

/**
 * `unless`: the setting in which the same words are honest. `contractual`: honest when the sentence cites the
 * clause. `lever`: the condition is part of the pattern, so a "not" within it denies nothing.
 */
export type Pressure = { pattern: RegExp; why: string; unless?: RegExp; contractual?: true; lever?: true }

/** Threats, abuse and pressure (C3). Telling the contract's cost of a default, or a customer's rights, is neither. */
export const pressures: readonly Pressure[] = [
  ...harmCues,
  {
    why: 'threatens with court or police',
    pattern:
      /(?:(?:我们|我行|本行|银行|将|会|马上|立即|立刻|直接|只能|只好|就|必须|依法|不得不)[^,。;!?]{0,8}(?:起诉|报警|报案|诉诸法律|走法律程序|采取法律(?:手段|措施|行动)|申请强制执行|移交(?:公安|法院|司法|律师)|提起诉讼|法庭见|追究[^,。;]{0,6}(?:责任)|查封|拍卖|冻结您))/,
    unless:
      /(?:您|你|客户)(?:也|还|仍|均|都)?(?:可以|可|有权)[^,。;]{0,12}(?:起诉|诉讼|报警|报案)|建议(?:您)?[^,。;]{0,10}报警|(?:帮|协助|为)(?:您|你)[^,。;]{0,6}(?:报警|报案)/,
  },
  {
    why: 'threatens with prison or ruin',
    pattern:
      /坐牢|牢底|入狱|判刑|逮捕|抓(?:您|你|人|起来)|刑事(?:责任|拘留|处罚)|拘留|老赖|失信被执行人|(?:列入|拉入|上)(?:失信|黑)名单|限制(?:高)?消费|影响(?:您|你)?(?:的)?(?:子女|孩子|小孩|家人)[^,。;]{0,6}(?:上学|就业|前途|考公|政审)|身败名裂/,
  },
  {
    why: 'threatens to tell others',
    pattern:
      /(?:(?:通知|告诉|告知|联系|找|致电|打(?:电话)?给|寄到|发(?:给|到)|让)[^,。;!?]{0,6}(?:您|你)(?:的)?(?:工作|所在)?(?:家人|父母|亲属|亲戚|亲友|配偶|爱人|老公|老婆|丈夫|妻子|孩子|子女|单位|公司|老板|领导|同事|邻居|朋友|村委|居委|学校|通讯录))|曝光|公之于众|公开您|爆通讯录|上门(?:催收|讨要|处理|找)|(?:派人|安排人|人员)上门|贴条/,
    unless: /(?:不会|绝不|不得|不能|经您同意|您同意|您(?:希望|可以|可)|您授权|如您)/,
  },
  {
    why: 'threatens with consequences',
    pattern:
      /后果(?:自负|自行承担|很严重|不堪设想)|否则[^。;!?]{0,30}(?:起诉|法院|报警|后果|责任|单位|家人|黑名单|征信|法律|上门|冻结|停卡)|(?:别怪|不要怪|休怪)(?:我们|我行)|(?:走着瞧|给您点颜色|自讨苦吃|您看着办|你看着办|好自为之)/,
  },
  {
    why: 'presses for time',
    pattern:
      /最后(?:一次)?(?:的)?(?:机会|通牒|警告)|仅限(?:今天|今日|本日)|过(?:时|期)不候|机不可失|错过(?:就)?(?:没有|不再|再无)|(?:必须|务必|请)?(?:立即|马上|立刻|即刻|今天之内|今日内|现在就)(?:必须)?(?:全额)?(?:还款|还清|还上|偿还|结清|付款|缴清|转账|打款|签(?:字|约|署)|决定)|限(?:您|你)?(?:在)?(?:今天|今日|\d+小时|一小时|二十四小时)/,
    unless: /(?:无需|不需要|不用|不必|不要求|可以?|能够?|随时)[^,。;]{0,6}(?:立即|马上|立刻)/,
  },
  {
    why: 'abuses or shames',
    pattern:
      /无赖|赖账|不要脸|丢人|骗子您|你这种人|您这种人|没信用|欠债还钱[,]?天经地义|厚颜|可耻|老实点|装(?:穷|可怜|傻)|恶意(?:欠款|透支|逃废债|拖欠)|逃废债/,
    unless: /不(?:是|属于|构成|视为)|并非|没有认为/,
  },
  {
    why: 'threatens with court or police',
    pattern:
      /\b(?:we(?:'ll| will| shall| are going to| have to| must| intend to)|the bank (?:will|shall)|our lawyers? (?:will|shall)|will be forced to|(?:you|your (?:case|account|debt)) (?:will|shall) be|i(?:'ll| will))\b[^.;!?]{0,25}\b(?:sue|sued|court|prosecut\w*|police|legal (?:action|proceedings|steps)|lawyers?|solicitors?|bailiffs?|seiz\w*|garnish\w*|repossess\w*|foreclos\w*|arrest\w*)/,
    unless:
      /\byou (?:can|may|could|have the right|are free|are entitled)[^.;]{0,40}(?:court|police|legal|lawyer)|help you (?:report|file)/,
  },
  {
    why: 'threatens with prison or ruin',
    pattern:
      /\b(?:jail|prison|arrest(?:ed)?|criminal (?:charge|liability|record|offence|case|prosecution)|blacklist(?:ed|ing)?|deadbeat|defaulter|ruin(?:ed)? your (?:life|credit|name|reputation|future)|(?:destroy|wreck|tarnish) your|never (?:get|be able to get)[^.;]{0,20}(?:loan|credit|mortgage) again)/,
  },
  {
    why: 'threatens to tell others',
    pattern:
      /\b(?:tell|inform|contact|call|notify|write to|speak to|visit|ring|phone)(?:ing)?\b[^.;!?]{0,12}\byour (?:employer|boss|family|wife|husband|spouse|parents?|children|colleagues?|neighbou?rs?|friends?|relatives?|workplace|company|contacts)|\b(?:expose|shame|name and shame|make (?:it|this) public|publish(?:ed)? your)|\b(?:come|send (?:someone|people|agents?)|turn up|show up|visit you)\b[^.;!?]{0,14}\b(?:to|at) your (?:home|house|door|work|office|address)/,
    unless:
      /\b(?:will not|won't|never|do not|don't|cannot|can't|may not|not)\b[^.,;!?]{0,24}\b(?:tell|inform|contact|call|notify|write|speak|visit|ring|phone|expose|shame|come|send|turn up|show up|disclose)|\b(?:if you (?:wish|agree|want)|with your (?:consent|permission)|your consent)/,
  },
  {
    why: 'threatens with consequences',
    pattern:
      /\bor else\b|\botherwise\b[^.;!?]{0,60}\b(?:court|legal|police|sue|employer|famil|blacklist|consequence|credit record|lawyer|seize|freeze)|\b(?:face|suffer|bear) (?:the |serious |severe |all )+consequences|\b(?:serious|severe|grave) consequences|\bif you (?:don't|do not|fail to|refuse to)\b[^.;!?]{0,40}\bwe (?:will|shall|'ll|have to)\b[^.;!?]{0,30}\b(?:court|legal|police|sue|employer|famil|blacklist|lawyer|report you|seize|freeze)/,
  },
  {
    why: 'presses for time',
    pattern:
      /\b(?:last|final|only) (?:chance|warning|opportunity|notice)\b|\b(?:act|pay|sign|decide|settle|repay|transfer)(?: up| it| this)?(?: in full)? (?:now|immediately|at once|right away|today)\b|\b(?:today only|only (?:today|valid today)|now or never|time is running out|before it(?:'s| is) too late|must (?:pay|sign|decide)[^.;!?]{0,20}(?:immediately|today|now|at once))|\bimmediate (?:payment|settlement) (?:is )?(?:required|demanded)|\bwe demand\b|\byou(?:'d| had) better\b/,
    unless:
      /\b(?:no need|need not|don't (?:need|have) to|do not (?:need|have) to|not (?:required|obliged|asking)|rather not|(?:can|could|may|able to|want to|like to|to|or) (?:act|pay|sign|decide|settle|repay)|if you (?:wish|want|prefer|would like|choose))/,
  },
  {
    why: 'abuses or shames',
    pattern:
      /\b(?:shame on you|you should be ashamed|ashamed of yourself|freeloader|cheat(?:er)?s? like you|people like you|liar|irresponsible of you|you are (?:irresponsible|dishonest|lying|a thief)|lazy|stop making excuses|excuses)\b/,
  },
]

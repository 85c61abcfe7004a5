import { exposureCues } from './exposure-cues.ts'
import type { Pressure } from './pressure-cues.ts'

/**
 * Harm to the customer tied to what they do or leave undone, to time, or to other people. Each pattern joins a lever
 * (a condition, an order, haste) with a harm; contractual harms may be told with their clause.
 */
const ifZh =
  '(?:如果|如(?=您|你|不|再|继续)|若|要是|假如|倘若|一旦|只要|再(?!次|一|说|看|算|审)|继续|执意|坚持|胆敢|不(?:处理|答应|配合|接受|同意|还|签|撤|按时|立即|马上|尽快|回)|拖(?:延|着|下去)|逾期不|您(?:再|若|不)|否则|除非)'
const ifEn =
  '(?:if you|unless you|otherwise|or else|keep(?: on)? \\w+ing|go(?:ing)? on|carry on|continue to|fail to|failing to|refus(?:e|ing)(?: to)?|ignor(?:e|ing)|say no|do as we|drop (?:the|your)|withdraw (?:the|your)|raise this|decline|do nothing|delay\\w*|should you (?:not|fail|refuse|go|keep)|rais(?:e|ing)|going to the regulator|complain(?:ing)?)'

const joined = (lever: string, gap: number, harm: string) =>
  new RegExp(`${lever}[^。;!?\\n]{0,${gap}}?(?:${harm})`)
const joinedEn = (lever: string, gap: number, harm: string) =>
  new RegExp(`\\b${lever}\\b[^.;!?\\n]{0,${gap}}?\\b(?:${harm})`)

const harms: readonly Pressure[] = [
  {
    why: 'threatens to take something away',
    contractual: true,
    pattern: joined(
      ifZh,
      24,
      '(?:额度|账户|卡片?|服务)[^,。;]{0,6}(?:就)?(?:会|将|要)?(?:被)?(?:下调|调低|降低|取消|冻结|关停|停用|封|收回|销)|(?<!不会|不再|不能|不得)(?:下调|调低|降低|取消|冻结|关停|停用|封停|收回)(?:您|你)?(?:的)?(?:信用|授信)?(?:额度|账户|卡)|(?:停止|不再|拒绝|终止)(?:为|向|给)(?:您|你)(?:提供|办理)',
    ),
    unless: /(?:您|你)(?:也)?(?:可以?|有权|能)[^,。;]{0,10}(?:取消|冻结|停用)|不会(?:因此|因为|因)?/,
  },
  {
    why: 'threatens the customer or those near',
    pattern: joined(
      ifZh,
      24,
      '(?:孩子|子女|小孩|家人|亲友|亲戚|父母|朋友|同事|单位|邻居)[^,。;]{0,12}(?:受(?:到)?(?:影响|牵连|连累)|知道|难堪|丢脸|抬不起头)|从严(?:处理|处置|追究)|(?:您|你)(?:自己)?(?:会|要|就)?(?:吃亏|吃苦头|不好过|难看|倒霉|有麻烦)|后果|不客气|没(?:有)?(?:您|你)?好处|没完|(?:等着|准备)[^,。;]{0,6}(?:法庭|法院|起诉|坐牢|传票|被抓|律师)|就作废',
    ),
    unless: /不会(?:因此|因为|因|让|使)?[^,。;]{0,10}(?:受影响|知道|牵连)|不产生|不(?:想|愿|希望)/,
  },
  {
    why: 'threatens with court or police',
    pattern:
      /(?:法院|公安|警察|警方|民警|法警|检察院)(?:的人|人员)?[^,。;]{0,6}(?:来(?:带|抓|找)|带(?:您|你|走)|抓|上门)|(?:已经?|刚|早已)(?:联系|通知|联络|报告|告知)(?:了)?(?:公安|警方|警察|法院|派出所|律师|检察院)|等着(?:上法庭|被起诉|收传票|吃官司|打官司|坐牢)|法庭(?:上)?见/,
    unless: /盗刷|诈骗|冒名|协助|配合|骗子|(?:您|你)(?:已|可|报案|报警)/,
  },
  {
    why: 'sets a price on a right',
    pattern:
      /(?:先|得先|必须先|只有)?(?:撤(?:诉|回|销)|放弃|取消)[^,。;]{0,8}(?:投诉|异议|申诉|诉求|举报|诉)?[^。;]{0,8}(?:我们|我行|本行)?才(?:会|能|可以|肯|愿意)|(?:不|未|拒不)撤(?:诉|回|销)[^。;]{0,16}(?:不再|停止|拒绝|冻结|取消|下调)|(?:投诉|申诉|异议|举报|反映|监管)[^。;]{0,12}(?:对(?:您|你)?(?:没有|没|无)(?:什么|任何)?好处|三思|自找麻烦)|(?:继续|再)(?:投诉|闹|提|纠缠|申诉|反映|追问|争)[^。;]{0,20}(?:就|会|将|我们)[^,。;]{0,6}(?:黑名单|追究|冻结|下调|取消|停|起诉|报警)/,
    unless: /不会|不影响/,
  },
  {
    why: 'presses for time',
    pattern:
      /(?:机会|名额|额度|席位?|份额)[^,。;]{0,6}(?:只有|仅有|就)(?:这|那)?(?:一|最后)?次?|(?:只有|仅(?:此|有))(?:这)?一次(?:的)?机会|(?:只剩|仅剩|还剩)(?:下)?(?:最后)?[^,。;]{0,4}(?:席|名额|份|个位|几个|一个名)|所剩无几|(?:名额|额度|席位)有限|(?:就)?来不及了|再犹豫|(?:一定|肯定|迟早|早晚)(?:会|要)?后悔|会(?:让您)?后悔的|(?:马上|立即|立刻|赶紧|赶快|赶着|抓紧)(?:去)?(?:追加|补仓|加仓|买(?!单)|下单|购买|认购|申购|转入|入手|投入|签(?:字|约|署)?(?:吧|了)?$)/,
    unless: /(?:无需|不需要|不用|不必|没有必要)[^,。;]{0,10}(?:马上|立即|立刻|赶紧|抓紧)|不劝|不会/,
  },
  {
    why: 'presses with losses',
    pattern:
      /否则[^。;!?]{0,16}(?:亏|损失|赔|错过|没(?:有)?机会)|(?:亏损|损失)(?:只|就|还)?会(?:越来越|更|继续)(?:大|多|重)|\b(?:or|otherwise)\b[^.;!?]{0,24}\bloss(?:es)?\b[^.;!?]{0,12}\b(?:worse|bigger|grow|larger)/,
  },
  {
    why: 'abuses or shames',
    pattern:
      /给脸不要脸|无理取闹|胡搅蛮缠|死缠烂打|不识(?:好歹|抬举|相)|别(?:再)?(?:闹|装|耍赖|纠缠|狡辩|找借口|啰嗦)|请(?:您|你)?三思|脸皮|厚脸|欠债还钱|\b(?:shameless|disgrac\w+|unreasonable|pathetic|dishonourable|nuisance|troublemaker|have you no shame|nonsense)\b/,
    unless:
      /\bunreasonable (?:charge|cost|amount|burden|delay|wait|to ask)|\bif (?:you|it|the|this)[^.]{0,30}unreasonable/,
  },
  {
    why: 'threatens to take something away',
    contractual: true,
    pattern: joinedEn(
      ifEn,
      50,
      "(?:limit|account|card|services?|access)\\b[^.;!?]{0,10}\\b(?:will|shall|may|is going to) be (?:cut|frozen|blocked|closed|reduced|cancelled|suspended|withdrawn|lowered)|we(?:'ll| will| shall| may| might| are going to| will have to) (?:\\w+ )?(?:freeze|block|close|cut|lower|reduce|cancel|suspend|withdraw) (?:your|the|all)|(?:we(?:'ll| will| shall)|the bank will) (?:stop|no longer|refuse to) (?:serv\\w+|deal\\w*|provid\\w+|help\\w*|work\\w*)|stop serving",
    ),
    unless:
      /\b(?:will|shall|do|does) not\b|\bwon't\b|\bnever\b|\bsay so\b|\bif you (?:wish|want|like|ask|prefer|report|lose|lost|tell)/,
  },
  {
    why: 'threatens the customer or those near',
    pattern: joinedEn(
      ifEn,
      60,
      'consequences?|no mercy|suffer|(?:friends|family|famil\\w+|neighbou?rs|colleagues|employer|boss|relatives|parents|everybody|everyone)\\b[^.;!?]{0,14}\\b(?:will|shall|are going to) (?:hear|know|learn|find out|be told)|take you away|end up in (?:court|prison|jail)|(?:see|meet) you in court|(?:court|police|bailiffs?|officers?)\\b[^.;!?]{0,10}\\bwill (?:come|call|visit|take|arrest|knock)|call (?:in )?the police|(?:put|place)(?: you)? on (?:a|the|our) (?:black ?)?list|send (?:people|someone|somebody|our (?:people|men|agents|staff)) |only (?:hurt|harm) you|you will (?:be sorry|pay for|regret)|we (?:may|might|will|shall) (?:then |only )?(?:then )?consider what you|make (?:things|life|it) (?:hard|difficult|worse)',
    ),
    unless:
      /\b(?:will|would|shall|does|do) not\b[^.;!?]{0,30}\b(?:hear|know|learn|suffer|harm|hurt)|\bnobody will|\bno consequences/,
  },
  {
    why: 'threatens the customer or those near',
    pattern:
      /\byour (?:children|child|family|wife|husband|parents|kids)\b[^.;!?]{0,16}\b(?:will|would|shall|could) (?:suffer|pay|regret|be affected)|\b(?:friends|family|neighbou?rs|colleagues)\b[^.;!?]{0,12}\bwill (?:all )?(?:hear|learn|know|find out)|\bconsequences (?:will|would|could|may|can) be\b|\b(?:so|you(?:'d| had) better|i(?:'d| would)) think (?:twice|very carefully|carefully|hard|again)\b|\bthink twice\b|\bwe (?:have|'ve)(?: already| just)? (?:spoken|talked|been in touch|reported (?:this|you|it)) (?:to|with) (?:the )?(?:police|court|prosecutor|lawyers?)|\bshow (?:you )?no mercy\b|\bonly (?:hurt|harm) you\b|\bfirst,? and then we (?:may|might|will|can)\b/,
    unless: /\bfraud|\bstolen|\bscam|\btime to think|\bbefore (?:you )?(?:sign|invest|buy|decid)/,
  },
  {
    why: 'presses for time',
    pattern:
      /\bone and only chance|\b(?:only|just) (?:a )?(?:few|\w+) (?:places|seats|spots|slots)(?: are| is)?(?: still)? (?:left|remaining|available)|\bbefore (?:it is|it's|they are|they're) (?:all )?gone\b|\b(?:you(?:'ll| will| would)(?: certainly| surely| definitely| only)? (?:regret|be sorry)|live to regret)|\b(?:buy|invest|subscribe|put in|top up|add|sign|confirm|accept)\b[^.;!?]{0,24}\b(?:right now|at once|immediately|straight away|right away)\b[^.;!?]{0,20}\b(?:or|before|because|else)\b|\bplaces are (?:limited|running out)|\blast (?:few )?(?:places|seats|spots)/,
    unless: /\b(?:no need|need not|don't (?:need|have) to|do not (?:need|have) to|not (?:required|asking))\b/,
  },
]

export const harmCues: readonly Pressure[] = [...harms, ...exposureCues].map((cue) => ({
  ...cue,
  lever: true,
}))

import { near, nearWords } from './near.ts'
import type { Pressure } from './pressure-cues.ts'

const peopleZh =
  '父母|爸妈|家人|家里人|孩子|子女|小孩|爱人|老婆|老公|亲戚|亲友|朋友|同事|领导|老板|单位|公司|邻居|小区|村里|学校|熟人|通讯录'
const exposedZh =
  '在问|都在问|打听|跑一趟|走一趟|坐一坐|转一转|政审|前途|保不住|(?:会)?怎么(?:想|看)|知道(?:您|你|了|这)|抬不起头|贴(?:到|在)|张贴|传(?:开|遍)|多(?:一|几)个人知道|告诉(?:您|你)的|说(?:给|出去)|上不了|没脸'
const peopleEn =
  'mother|father|sons?|daughters?|office|landlord|parents?|famil(?:y|ies)|boss|employer|building|neighbou?rs?|relatives?|wife|husband|child(?:ren)?|school|workplace|colleagues?|friends|everyone|everybody|community'
const exposedEn =
  "(?:have|has|are|is) (?:already )?(?:been )?(?:asking|talking|wondering)|deserves? to (?:know|hear)|ought to know|'s (?:career|future|job|prospects)|drop (?:by|in)|(?:will|would|might|may|could|shall|going to) (?:all )?(?:find out|hear|know|learn|be told|get to know)|involve|drag|shame[ds]?|in front of"
const notUs =
  /不会(?!放过)|不用担心|不得|不能|绝不|从不|不应|不想|担心|害怕|不愿|不希望|不让|如(?:果)?(?:您|你)?(?:愿意|需要|同意|希望)|(?:您|你|家人|他们?|她们?)(?:也|都|还)?可以|陪|协助|帮|代办|授权|\b(?:will not|won't|never|may not|must not|cannot|can't|do not|don't want|does not|nobody|no one|afraid|worried|if you (?:wish|want|like|agree)|with your consent)\b/

/** Exposure, visits, haste, shame and bargaining with rights: in a bank's text to its customer none needs a lever. */
export const exposureCues: readonly Pressure[] = [
  { why: 'threatens to tell others', pattern: near(peopleZh, exposedZh, 10), unless: notUs },
  { why: 'threatens to tell others', pattern: /多(?:一|几)个人知道/, unless: notUs },
  {
    why: 'threatens to come',
    pattern:
      /(?:去|到|来|杀到|堵在)(?:您|你)(?:的)?(?:家|公司|单位|门口|学校|老家|住处)|敲(?:您|你)(?:的|家)?门|(?:外访|上门)(?:人员|同事|组)?[^,。;]{0,8}(?:会|将|就|今|明)[^,。;]{0,6}(?:到|来|去)|(?:有|多的是)(?:的是)?办法(?:找(?:到|得到)|让|叫|治)|(?:警察|警方|公安)[^,。;]{0,6}(?:会|要|就)[^,。;]{0,4}(?:来|找|敲|抓)|(?:可以|能|会|要)(?:报警)?(?:抓|拘|告)(?:您|你)/,
    unless: notUs,
  },
  {
    why: 'threatens with court or police',
    contractual: true,
    pattern:
      /(?:走|进|上|打|启动|提起|转(?:入|到)?)(?:法律|司法|诉讼|官司)(?:程序|流程)?|(?:交|转|移送)(?:给|到)?(?:律师|法务|法院|公安)|\b(?:case|file|matter|account|it|this|debt) (?:goes|will go|is going|gets? passed|is passed|will be passed|moves|is handed|will be handed)(?: over)? to (?:our |the |a )?(?:lawyers?|solicitors?|courts?|legal|police|law firm)/,
    unless: /(?:您|你)(?:也)?(?:可以?|有权|能)|依法申请|不会|\byou (?:may|can|could)\b/,
  },
  {
    why: 'accuses of a crime',
    pattern:
      /(?:您|你)[^,。;]{0,8}(?:构成|涉嫌|就是|属于)[^,。;]{0,6}(?:犯罪|诈骗|违法|犯法)|等着(?:警察|公安|法院|传票)|恶意(?:逃|躲|拖|欠)|\byou (?:have|are|'ve) (?:\w+ )?(?:committ(?:ed|ing)|guilty of|breaking the law)|\bpolice are (?:on their way|coming|looking)/,
    unless: /不(?:是|算|属于|构成|等于)|并非|若|如果|是否/,
  },
  {
    why: 'threatens with consequences',
    pattern:
      /吃亏的(?:是|还是|只是)?(?:您|你)|寸步难行|没(?:有)?(?:您|你)的份|丢不丢人|(?:就|会)爆(?:仓)?了|遭殃|完蛋|\b(?:will|only|just) (?:hurt|harm) you\b|\bwiped out\b|\bnever (?:borrow|be able to borrow) again\b|\boff the table\b|\bhow embarrassing\b|\bhave you no\b/,
    unless: /不会|\b(?:will|would|does) not\b|\bwon't\b/,
  },
  {
    why: 'presses for time',
    pattern:
      /机会难得|晚一步|手慢无|(?:赶快|赶紧|抓紧|速速|火速)(?:点|去|来|把)?(?:确认|签|办|下单|买|补|付|还|加|转|决定)|\bwon't be (?:another|a second|any more)\b|\b(?:no|never) (?:second|other) (?:chance|offer)\b|\b(?:add|put in|top up|invest)\b[^.;!?]{0,20}\bnow\b/,
    unless: /(?:不|无)(?:必|用|需|要)|\bno need\b|\bnot? have to\b/,
  },
  {
    why: 'sets a price on a right',
    pattern:
      /(?:把|将)(?:您|你)?(?:的)?(?:投诉|申诉|异议|举报)[^,。;]{0,2}(?:撤|收)(?:了|掉|回)?|(?:监管|投诉|12378|举报)[^。;]{0,14}(?:方案|优惠|减免|安排)[^,。;]{0,6}(?:没|作废|取消|收回|停)|\b(?:be sensible|do yourself a favou?r|better)\b[^.;!?]{0,12}\b(?:take back|withdraw|drop|retract)\b|\b(?:regulator|complain\w*|12378)\b[^.;!?]{0,24}\b(?:offer|plan|waiver|arrangement)\b[^.;!?]{0,10}\b(?:off|gone|withdrawn|over|cancelled)/,
    unless: /不会|不影响|随时|可以|照常|\b(?:may|can|could|free to) (?:take back|withdraw|drop)|\bnot\b/,
  },
  {
    why: 'threatens to take something away',
    pattern:
      /(?:别想|休想|甭想)(?:再)?|(?:再也|以后(?:就)?)[^,。;]{0,6}(?:贷不(?:到|了)|借不(?:到|了)|办不(?:到|了))|(?:工资卡|工资|账户|房子|车子)[^,。;]{0,4}(?:就|都|马上|很快)(?:会|要|被)?(?:封|冻|查封|扣|收|没)|(?:方案|优惠|安排)[^,。;]{0,4}(?:我们)?(?:就|便|马上)?(?:收回|作废|没了|取消)(?![^,。;]{0,4}(?:重新|需要))/,
    unless: /不会|有效期|到期|过期|(?:您|你)(?:可以?|自己|主动|决定)/,
  },
  {
    why: 'presses for time',
    pattern:
      /(?:过了|错过|晚了|明天|之后|不然|否则)[^。;]{0,6}(?:就)?(?:没(?:有)?了|没(?:有)?机会|给(?:了)?(?:别人|其他人|其他客户)|涨价|要贵)|(?:给|让)(?:别人|其他人|其他客户)(?:了|吧)?$|只(?:留|等|给)(?:到)?(?:您|你)?(?:到)?(?:今|明|一天|半天|最后)|最后(?:的)?(?:一(?:天|次|个)|期限|时间)?[^,。;]{0,6}(?:过后|之后)|现在就(?:点|签|确认|付|转|买|决定|答复)/,
    unless: /有效期|可以?|随时|不(?:必|用|需|会)/,
  },
  {
    why: 'abuses or shames',
    pattern:
      /好意思(?!地)|还有理|识相|识趣|像(?:您|你)(?:们)?这(?:样|种)的(?!客户|情况|案例|朋友)|要(?:不要|点)?脸|讲(?:点)?(?:良心|情面)|(?:您|你)(?:这)?(?:就)?是(?:诈骗|骗|赖|犯法|犯罪)|有钱[^。;]{0,10}没钱还|欺人太甚|自作自受|自食其果|咎由自取|活该/,
    unless: /不(?:是|算|属于|构成|好意思)|并非/,
  },
  {
    why: 'threatens with consequences',
    pattern:
      /别怪(?:我|谁|银行)|(?:对|于)(?:您|你)(?:自己)?(?:更|很|只会|没有任何|没|不会有)(?:不利|好处|好果子)|(?:亏|赔|损失)[^,。;]{0,4}(?:更(?:惨|大|多|狠)|惨)|后果[^,。;]{0,8}(?:承担|负责|负)|(?:您|你)(?:就)?等着(?!我|通知|结果)(?:瞧|看|吧)?/,
    unless: /可能(?:会)?|不会|风险提示/,
  },
  {
    why: 'sets a price on a right',
    pattern:
      /(?:投诉|申诉|异议|举报)[^。;]{0,8}(?:撤|收|拿)(?:了|掉|回去?)[^。;]{0,12}(?:好(?:商量|说|谈)|再(?:说|谈|给|考虑)|就(?:给|帮|减|免|能))|(?:要|再|还|敢|去)(?:投诉|告|举报|闹|曝光)[^。;]{0,10}(?:就|那)[^。;]{0,10}(?:收回|取消|不(?:给|办|批|谈|管)|停|没)|(?:去|尽管|随(?:您|你)(?:便|去)?)(?:告|投诉|举报)(?:吧|去吧|好了)/,
    unless: /不会|不影响|照常|也照/,
  },
  { why: 'threatens to tell others', pattern: nearWords(peopleEn, exposedEn, 24), unless: notUs },
  {
    why: 'threatens to come',
    pattern:
      /\b(?:knock(?:ing)? on your|visit from (?:our|us|the|one)|(?:come|coming|came|turn up|turning up|be) (?:to|at|round to|over to) your (?:work\w*|home|house|office|door|place|parents)|know where (?:you|your)\b|find (?:out )?where you|mak(?:e|ing) us (?:come|go|do)|send\w* (?:our|some) (?:people|men|agents|officers))\b/,
    unless: notUs,
  },
  {
    why: 'threatens to come',
    pattern: /\b(?:don't|do not) (?:make|force) us (?:to )?(?:come|go|do|call|tell)/,
  },
  {
    why: 'threatens to take something away',
    pattern:
      /\bnever (?:be able to )?(?:get|have|see|receive|be given) (?:a|any|another)(?: \w+)? (?:loan|credit|card|mortgage|account)\b|\b(?:offer|plan|deal|arrangement) (?:is|will be) (?:dead|gone|withdrawn|cancelled|history)\b|\b(?:lawyers?|bailiffs?|court|police|legal (?:team|department)) (?:will )?(?:takes?|steps?|comes?|moves?) (?:over|in)\b|\bname (?:will|would|may|might) be (?:made public|published|posted|known|printed)|\b(?:limit|account|card|salary|wages)\b[^.;!?]{0,16}\b(?:frozen|blocked|seized|garnished)\b[^.;!?]{0,12}\b(?:unless|if you)\b/,
    unless: /\bexpires? on|open until|you (?:can|may) (?:also )?(?:cancel|withdraw)/,
  },
  {
    why: 'presses for time',
    pattern:
      /\b(?:tomorrow|later|afterwards?|next week)\b[^.;!?]{0,14}\b(?:cost more|be too late|be gone|be more expensive|dearer)|\b(?:slot|place|seat|spot|offer|chance)\b[^.;!?]{0,14}\b(?:goes?|going|given?|pass(?:es)?) to (?:somebody|someone|another|other)|\bpay up\b|\b(?:sign|buy|pay|confirm|decide|act|order) (?:now|today)\s?[,;]|\b(?:don't|do not) sign today\b|\byour time(?:'s| is) up\b|\brunning out of time\b|\bhurry up\b|^hurry\b/,
    unless:
      /\bno (?:need to )?(?:hurry|rush)|\bdo(?:n't| not) (?:need to |have to )?(?:hurry|rush)|\bno hurry|\bif you (?:wish|like|prefer|want)/,
  },
  {
    why: 'abuses or shames',
    pattern:
      /\b(?:ashamed|shame on|people like you|customers like you|wasting (?:our|my) time|waste (?:our|my) time|grow up|be a man|had better (?:cooperate|behave|pay)|excuses)\b/,
    unless:
      /\bno (?:reason|need) to be ashamed|nothing to be ashamed|\bnot? (?:be |feel )?ashamed\b(?!\?)(?<!n't ashamed)/,
  },
  {
    why: 'threatens with consequences',
    pattern:
      /\b(?:we|this|that|it|complain\w*|talking|arguing|waiting) (?:can|will|could|shall|'ll)(?: \w+)? make (?:your life|life|things|matters|it)(?: \w+)? (?:difficult|worse|hard|harder|hell|miserable|unpleasant)|\b(?:lose|losing) even more\b|\b(?:bear|face|carry|take) (?:all )?(?:the )?(?:\w+ )?consequences\b|\byou (?:will|would|'ll) (?:be sorry|wish you had)\b|\bbefore we (?:act|take (?:steps|action|measures)|move)\b/,
    unless: /\b(?:do|does|did|will|would) not make|\bwon't make|\bnot (?:want|wish|like|trying) to make/,
  },
  {
    why: 'sets a price on a right',
    pattern:
      /\b(?:take back|withdraw|drop|retract|cancel) (?:your|the|this|that) (?:complaint|objection|report|claim|review)\b[^.;!?]{0,10}\b(?:and|then|first|or)\b[^.;!?]{0,30}\b(?:we|i|fee|talk|consider|discuss|help|waive|see)|\b(?:complain(?:ing)?|complaints?|going to the regulator|reporting us)\b[^.;!?]{0,20}\b(?:only|just|will) (?:make|hurt|harm|cost|delay|slow)/,
    unless: /\b(?:will|does|do|would) not\b|\bwon't\b|\bdoesn't\b|\bas usual\b/,
  },
]

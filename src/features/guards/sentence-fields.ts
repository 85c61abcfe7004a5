/**
 * Word fields by which a sentence shows what it does, in both languages: who acts, on whom, with what. A sentence
 * classifier sees which of them meet; none says anything alone. Patterns read plain text.
 */
export const sentenceFields: readonly (readonly [string, RegExp])[] = [
  [
    'bank',
    /我们|我行|本行|银行|咱们?行|我方|行里|\b(?:we|we'll|we've|us|our|the bank|upstairs|head office)\b/,
  ],
  ['speaker', /我(?!们|行|方)|包在|\b(?:i|i'll|i've|i'm|me|my|myself)\b/],
  ['you', /[您你]|贵[方户司店厂公单]|\b(?:you|your|yours|you'll|you've|you're)\b/],
  [
    'boss',
    /领导|上头|上面|经理|主任|行长|老板|委员|审批|楼上|\b(?:boss|manager|committee|supervisor|upstairs|approvals?|board|director)\b/,
  ],
  [
    'kin',
    /父母|爸|妈|家人|家里|家属|亲戚|亲友|亲属|孩子|子女|儿子|女儿|闺女|爱人|老婆|老公|丈夫|妻子|丈母娘|丈人|岳父|婆婆|公公|表哥|令尊|令堂|婚|\b(?:parents?|mothers?|mum|mom|fathers?|dad|famil\w+|relatives?|kids?|child\w*|sons?|daughters?|wife|husband|spouse|brothers?|sisters?|cousins?|nan|grand\w+|uncle|aunt|in-laws?)\b/,
  ],
  [
    'circle',
    /单位|公司|同事|邻居|街坊|小区|村|朋友|熟人|通讯录|联系人|学校|老师|班主任|房东|供货商|客户|上下游|工地|店里|门口|群里|招牌|市场|\b(?:employers?|work(?:place)?|office|colleagues?|neighbou?rs?|street|village|friends?|mates?|contacts|schools?|teachers?|landlord|suppliers?|buyers?|customers|trade association|church|worship|gym|ward|shop|market|congregation|choir)\b/,
  ],
  [
    'tell',
    /告诉|告知|知会|函告|通知|知道|知悉|听说|通报|公布|公示|登报|张贴|贴到|上墙|转告|说去|聊聊|曝|宣扬|\b(?:tell\w*|told|hear\w*|know\w*|learn\w*|inform\w*|apprise\w*|messag\w*|publish\w*|post\w*|shar(?:e|ed|ing)|reveal\w*|expos\w*|let slip|find out|announce\w*|show\w*|warn\w*)\b/,
  ],
  [
    'visit',
    /上门|登门|外访|到您|去您|上您|来您|找您|派员|派人|坐着|守着|蹲|堵|敲门|\b(?:visit\w*|doorstep|door|come (?:to|round|by)|pop round|drop (?:by|in)|wait (?:by|at|outside|upon)|attend at|outside|turn(?:ing)? up|at your|send (?:people|someone|our))\b/,
  ],
  [
    'law',
    /法院|法庭|起诉|诉讼|律师|传票|警察|公安|派出所|报警|坐牢|看守所|拘留|抓|强制|查封|犯罪|诈骗|追究|\b(?:court\w*|lawyers?|solicitors?|sue\w*|police|prison|jail|bailiffs?|arrest\w*|crime|criminal|fraud\w*|prosecut\w*|attach(?:ed|ment)|seiz\w*|immigration|visa)\b/,
  ],
  [
    'condition',
    /如果?|若|要是|假如|倘若|一旦|敢|再(?!次|见|看)|不.{0,6}就|否则|不然|除非|晚一|断一|逾期|拖|\b(?:if|unless|otherwise|or else|should you|failing|absent|without|keep|again|next time|once|slip|miss|ignore|stop paying|refuse|argue|late|default)\b/,
  ],
  [
    'complain',
    /投诉|申诉|举报|监管|异议|差评|发帖|曝光|外传|媒体|评论|闹|告状|\b(?:complain\w*|regulator|ombudsman|watchdog|review|press|online|post about|grumble|moan\w*|argue|query|queries|contest|12378)\b/,
  ],
  [
    'harm',
    /后果|吃亏|难看|难堪|丢人|丢脸|麻烦|牵连|连累|黑名单|停卡|冻结|冻|取消|作废|收回|撤|停(?:掉|用|了)|没戏|别想|完了|倒霉|后悔|代价|\b(?:consequences?|suffer|trouble|shame|embarrass\w*|blacklist|flagged|list|freeze|frozen|cancel\w*|withdraw\w*|close[ds]?|cut|gone|lose|losing|lost|regret|sorry|worse|count against|reconsider\w*|call in|nil|goodbye|pay for)\b/,
  ],
  [
    'haste',
    /马上|立刻|立即|今晚|今天|最后|赶紧|赶快|抓紧|机会|过时|过了|错过|小时内|倒计时|\b(?:now|tonight|midnight|today|last chance|hurry|hours? left|at once|quick|before it|too late|tick tock|expires?|lapse\w*|gone by|only chance)\b/,
  ],
  [
    'shame',
    /廉耻|好意思|做人|老赖|赖账|骗子|小偷|良心|要脸|哭穷|耍花样|还有理|\b(?:ashamed|thief|thieves|cheat\w*|honou?r|grown-?ups|decent|shameless|excuses|kind of person|liar)\b/,
  ],
  [
    'charge',
    /违约金|滞纳金|罚息|利息|年费|手续费|息费|费用|罚|\b(?:fees?|charges?|interest|penalt\w+|late charge)\b/,
  ],
  [
    'debt',
    /欠款|余款|尾款|本金|贷款|债|余额|这期|这一期|下期|首付|首期|末期|那期|月供|剩下|剩余|\b(?:debt|balance|principal|instal?lments?|payments?|loan|remainder|rest|last one|next one|first one|down payment|mortgage)\b/,
  ],
  [
    'gone',
    /免|抹|勾销|划掉|取消|清零|去掉|不要了?|不用|不必|不收|算了|减|砍|揭过|不再|一笔|不跟您要|擦掉|歇|\b(?:waiv\w*|remit\w*|remission|forget|forgiven?|drop\w*|wip\w*|scrap\w*|knock\w*|written off|write off|skip\w*|half|halve\w*|off|disappear\w*|melts?|vanish\w*|free|nothing|zero|cancel\w*|struck|overlook\w*|dispensed|on us|on me|on the house|square|cover\w*|take away)\b/,
  ],
  [
    'give',
    /退|补|赔|送|垫|返|奉送|贴|还给|回来|回到|\b(?:refund\w*|compensat\w*|return\w*|pay you|back|reimburs\w*|make (?:it|up|good)|indemnif\w*|throw in|top (?:it )?up|hamper|present|goodwill|token)\b/,
  ],
  [
    'result',
    /批|通过|获批|办成|成定局|定了|稳|过得|好消息|同意|答应|搞定|妥|\b(?:approv\w*|accept\w*|grant\w*|decided|settled|sorted|done deal|formality|renew\w*|yes|in the bag|regard|as good as|favou?r|arrange\w*|coming off|get you)\b/,
  ],
  [
    'sure',
    /一定|肯定|准(?!备|时|确)|铁定|绝对|保证|放心|妥妥|包您|包(?:在|过)|板上钉钉|说到做到|必|保管|无忧|说定|\b(?:sure|certain\w*|definite\w*|guarante\w*|promise\w*|trust me|no sweat|word|assur\w*|count on|always|never|worry|easy|pinky|rest content|bound)\b/,
  ],
  [
    'favour',
    /帮您|替您|给您|为您|代您|我去|我来|找人|疏通|打点|打过招呼|一句话|想办法|安排|\b(?:for you|i'll (?:get|make|see|ask|take|put|have|pop|sneak)|pulled|strings|a word with|talk(?:ed)? (?:them|him|her)|personally|arrange|privately|between (?:us|ourselves|you and me))\b/,
  ],
  [
    'record',
    /征信|信用记录|记录|报告|黑历史|评分|\b(?:credit (?:record|report|file|history|score)|record|score|mark|entry|entries|months)\b/,
  ],
  ['limit', /额度|利率|评级|\b(?:limit|rate|rating|credit line)\b/],
  [
    'borrow',
    /借|贷(?!款)|挪|周转|套现|取现|预支|赊|倒(?:手|一倒|个)|垫|凑|腾挪|典当|花呗|借呗|白条|举债|\b(?:borrow\w*|lend\w*|lent|advance|overdraft|pawn\w*|tap|draw(?:n|ing)?|bridging|payday|moneylender|finance)\b/,
  ],
  [
    'lender',
    /别处|别家|他行|别的(?:卡|银行|平台)|另(?:一|外).{0,3}卡|其他.{0,4}(?:卡|银行|平台)|小贷|小额贷|网贷|平台|亲友|朋友|\b(?:elsewhere|another (?:card|lender|bank|institution)|other card|lender|app|friend|mate|relative|cousin|parents|supplier|girls|somewhere else|someone|private)\b/,
  ],
  [
    'repay',
    /还(?!是|有|没|会|能|在|可|要|得)|偿|补上|填|垫上|平了|付清|\b(?:pay|repay\w*|settle|clear|cover|meet|hand it|pay us)\b/,
  ],
  [
    'invest',
    /产品|理财|基金|收益|回报|本金|保本|赚|亏|净值|投资|存款|\b(?:fund|return|yield|profit|capital|invest\w*|product|savings|deposit|saver|policy|lose)\b/,
  ],
  [
    'easy',
    /门槛|秒|瞬|不查|不看|人人|谁都|零风险|无风险|无成本|低风险|稳赚|\b(?:low-?barrier|instant\w*|seconds|minutes|anyone|anybody|everyone|everybody|no checks|no risk|risk-free|low-?risk|no cost|easy credit|lightest)\b/,
  ],
  ['test', /测评|问卷|\b(?:risk (?:test|quiz|questionnaire)|questionnaire|quiz|test)\b/],
  [
    'least',
    /最低|最少|底线|底数|底价|下限|极限|到头|再少|再低|授权|权限|内部|系统|\b(?:lowest|least|floor|minimum|bottom|reserve|authority|authori[sz]ed|internal\w*|system|less|lower|limit)\b/,
  ],
  [
    'secret',
    /悄悄|私下|透(?:个)?底|实不相瞒|别说出去|跟您说实话|不好明说|\b(?:secret\w*|confiden\w*|between (?:us|ourselves|you and me)|privately|off the record|didn't hear|don't tell|keep it to yourself|quiet)\b/,
  ],
  [
    'not',
    /不(?!过|妨|但|如)|没|无|未|别|勿|莫|非|\b(?:not|no|never|n't|cannot|nobody|nothing|without|neither|nor|none)\b|n't\b/,
  ],
  [
    'hedge',
    /可能|视|取决|审核|评估|核实|尚未|说不准|不敢|尽量|如经|以.{0,8}为准|\b(?:may|might|whether|depends?|cannot say|unable|subject to|separately|consider\w*|examin\w*|check(?:s|ed)?|investigat\w*|possible|not yet)\b/,
  ],
  ['please', /请|麻烦|烦请|\b(?:please|kindly)\b/],
  ['can', /可以|能够?|有权|随时|欢迎|\b(?:can|may|free to|entitled|welcome|right)\b/],
  [
    'past',
    /已经?|了[。,]|曾|过了?[。,]|\b(?:was|were|has been|have been|had|did|returned|charged|paid|made)\b/,
  ],
]

/** Numbers of the fields a plain text touches, in order. */
export function fieldsOf(plain: string): number[] {
  return sentenceFields.flatMap(([, pattern], index) => (pattern.test(plain) ? [index] : []))
}

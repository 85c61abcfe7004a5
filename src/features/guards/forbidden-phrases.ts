/**
 * Phrases the bank may not use, by rule (rules.md). Patterns read folded text. `unless` describes the setting in
 * which the same words are honest; negations and warnings are excused for every entry. `backed`: what a clause cited in
 * the sentence says when it grants as much.
 */
export type ForbiddenPhrase = { rule: string; pattern: RegExp; why: string; unless?: RegExp; backed?: RegExp }

const phrases: readonly ForbiddenPhrase[] = [
  // S4: no promise of principal or return, no confusion with deposits
  {
    rule: 'S4',
    why: 'promises principal',
    pattern:
      /保本(?:保息|型|理财|收益|无忧)?|保息|(?:本金|本息)(?:绝对|完全|百分之百|100%|肯定|一定)?(?:有保障|无忧|安全|不受损|不会(?:亏|损失|受损|少)|零损失|保证)|保证本金|本金(?:一分)?(?:都)?(?:不少|不会少|不会动|稳稳)|(?:收益|回报|净值)只(?:多不少|涨不跌|升不降|增不减)|兜底|刚(?:性兑付|兑)/,
  },
  {
    rule: 'S4',
    why: 'promises return',
    pattern:
      /稳赚(?:不赔)?|包赚|稳赢|只赚不赔|必赚|躺(?:着|平)?(?:也|就|都)?(?:能|可以)?赚|(?:保证|承诺|确保|保底|锁定)[^,。;!?]{0,6}(?:收益|回报|盈利|赚)|收益(?:有)?(?:保证|保底|确定|稳定无忧)|(?:肯定|一定|绝对)(?:能|会|可以)?(?:赚|盈利|涨|回本)|不会(?:亏损?|赔钱|亏钱)|(?:不可能|绝不)(?:会)?(?:亏|赔)|旱涝保收/,
  },
  {
    rule: 'S4',
    why: 'hides risk',
    pattern:
      /(?:零|无|没有|毫无|没什么|几乎没(?:有)?|基本(?:上)?没(?:有)?|0)(?:任何|什么)?(?:投资)?风险|从(?:来)?没(?:有)?(?:亏|赔)过|绝对安全|百分百安全|100%安全|万无一失/,
  },
  {
    rule: 'S4',
    why: 'confuses with a deposit',
    pattern:
      /(?:和|跟|与|同|像|等同于?|相当于|类似)(?:存)?(?:银行|定期|活期|存折)*(?:存款|储蓄|定期|银行)?(?:一样|没(?:什么|有|啥)?(?:两样|区别|差别)|一个样)|(?:和|跟|与|同|像|等同于?|相当于|类似)(?:银行|定期|活期)*(?:存款|储蓄|定期)(?:一样|一般|同样|无异|没(?:有)?区别|那样)?(?:的)?(?:安全|稳妥|可靠|放心|保险|无异)|等同于?(?:定期)?存款|(?:就是|算是)(?:定期|银行)?存款|存款(?:的)?(?:替代|升级版)/,
  },
  {
    rule: 'S4',
    why: 'promises principal',
    pattern:
      /\b(?:capital|principal|money|investment|deposit)[- ](?:is |are |will be |stays |remains )?(?:fully |completely |100% |absolutely )?(?:guaranteed|protected|safe and guaranteed)|guaranteed (?:principal|capital)|(?:get|gets|have|receive) (?:all|every (?:cent|penny)|the whole) of (?:your|the) (?:capital|money|principal|investment) back|\b(?:cannot|can't|can never|will not|won't|never|could not|couldn't) (?:possibly )?lose (?:any |your |a )?(?:money|principal|capital|penny|cent)?|\bno (?:chance|possibility|way) of (?:any )?loss/,
  },
  {
    rule: 'S4',
    why: 'promises return',
    pattern:
      /\bguarantee(?:d|s)? (?:a |an |you |your |fixed |high |minimum |positive |annual |yield |\d[\d.]*% )*(?:returns?|profits?|yields?|gains?|income|earnings)|\b(?:returns?|profits?|yields?|gains?) (?:is|are|will be)(?: fully| absolutely)? (?:guaranteed|assured|certain)|\b(?:assured|sure|certain|risk[- ]free) (?:returns?|profits?|gains?|income)|\bsure[- ](?:win|thing|profit)|\bcannot go wrong\b/,
  },
  {
    rule: 'S4',
    why: 'hides risk',
    pattern:
      /\b(?:(?:hardly|barely|almost no|next to no|virtually no|practically no) (?:any )?risk|never lost (?:any )?(?:money|a)|risk[- ]free|riskless|zero[- ]risk|no[- ]risk|without (?:any )?risk|no risk (?:at all|whatsoever|involved)|free of (?:any )?risk|(?:completely|absolutely|100%|totally|perfectly) safe|there is no risk|carries no risk|has no risk)/,
  },
  {
    rule: 'S4',
    why: 'confuses with a deposit',
    pattern:
      /\b(?:as safe as|just like|same as|equivalent to|works like|no different from|as good as|like)(?: having| putting (?:it|money) in)?(?: a| your| bank| an?)* (?:bank |savings |fixed |term |time )*(?:deposits?|savings account)/,
  },
  // S8: marketing words banned for online financial products
  {
    rule: 'S8',
    why: 'banned marketing word',
    pattern: /低风险/,
    unless: /(?:风险)?(?:等级|评级|级别|r1|r2|评定|分类|测评|承受)|中低风险/,
  },
  {
    rule: 'S8',
    why: 'banned marketing word',
    pattern:
      /低门槛|门槛(?:很|较|非常|特别)?低|零门槛|无门槛|秒到(?:账)?|门槛(?:极|超|特)低|秒批|秒放|秒下款|极速(?:放款|到账)|瞬间到账/,
  },
  {
    rule: 'S8',
    why: 'banned marketing word',
    pattern: /高收益|超高回报|高回报|收益高/,
    unless: /(?:往往|通常|一般|可能)?(?:意味着|伴随|对应|也|常).{0,6}(?:高|更大|较高).{0,4}风险|高风险/,
  },
  { rule: 'S8', why: 'banned marketing word', pattern: /无成本|零成本|0成本|没有(?:任何)?成本/ },
  {
    rule: 'S8',
    why: 'banned marketing word',
    pattern: /\b(?:low[- ]risk)\b/,
    unless: /\b(?:rat(?:ed|ing)|categor|class|level|grade|r1|r2|profile|tolerance|medium)/,
  },
  {
    rule: 'S8',
    why: 'banned marketing word',
    pattern:
      /\b(?:no[- ]barrier|low[- ]threshold|no entry requirements?|instant (?:payout|cash|approval|credit)|within seconds|hardly any (?:conditions|requirements)|high[- ](?:yield|returns?)|cost[- ]free|zero[- ]cost|no[- ]cost|costs? you nothing|free of (?:any )?cost)\b/,
    unless: /\bhigher? risks?|\bmore risk|no-cost (?:debt|advice)/,
  },
  // S5: nobody fills in or prompts the risk test
  {
    rule: 'S5',
    why: 'fills in or prompts the risk test',
    pattern:
      /(?:帮|替|代|代替|为)(?:您|你|客户)?(?:填写?|做|完成|勾选|填好|答)[^,。;]{0,6}(?:风险)?(?:测评|评估|问卷)|(?:测评|评估|问卷)[^,。;]{0,6}(?:帮|替|代)(?:您|你|客户)?(?:填|做|完成|答)|(?:测评|问卷|评估)[^。;]{0,14}(?:选|勾|填)(?:高|激进|进取|最后|c[345]|a|d)|(?:改|调|重做)[^,。;]{0,8}(?:测评|风险等级)[^,。;]{0,10}(?:就能|就可以|即可)买/,
  },
  {
    rule: 'S5',
    why: 'fills in or prompts the risk test',
    pattern:
      /\b(?:(?:we|i)(?:'ll| will| can| could)? (?:fill (?:in|out)|complete|do|answer|take) (?:the |your )?(?:risk )?(?:test|assessment|questionnaire)(?: for you| on your behalf)?|(?:choose|tick|pick|select|answer)(?:ing)? (?:the )?(?:aggressive|high(?:er|est)|riskier|growth|more aggressive)[^.;]{0,30}(?:test|assessment|questionnaire|answers?|option))/,
  },
  // H10: nobody deletes or keeps out a true credit record
  {
    rule: 'H10',
    why: 'promises to clear or keep out a credit record',
    pattern:
      /(?:删除?|消除|清除|抹掉|抹去|撤销|撤掉|洗白|洗掉|修复|消掉|去掉|清掉|撤回|取消|帮您改|修改|更改|清零)[^,。;!?]{0,10}(?:征信|信用记录|信用报告|逾期记录|不良记录|不良信息|黑名单)|(?:征信|信用记录|逾期记录|不良记录|不良信息)[^,。;!?]{0,10}(?:删除|删掉|消除|清除|抹去|洗白|修复|消掉|去掉|清零|恢复如初|撤销)|征信(?:修复|洗白)/,
    unless: /(?:异议|更正|有误|错误|核实|不准确|不实|法定|到期|期满|五年|5年|满)/,
  },
  {
    rule: 'H10',
    why: 'promises to clear or keep out a credit record',
    pattern:
      /(?:保证|承诺|确保|一定|肯定|绝对)?(?<!会)(?:不会?|绝不|不再|不用|无须)(?:影响|上报?|报送?|进入?|体现在|记入|留在|显示在)[^,。;!?]{0,6}(?:征信|信用记录|信用报告)|征信(?:完全|绝对|一定)?(?:不会?受影响|无影响|没影响)/,
  },
  {
    rule: 'H10',
    why: 'promises to clear or keep out a credit record',
    pattern:
      /\b(?:delet|eras|remov|clear|clean|wip|scrub|expung|fix|repair|restor|whitewash)(?:e|es|ed|ing|s|ing up)?\b(?: up)?[^.;!?]{0,30}\b(?:credit (?:record|report|history|file|score|entry|entries)|negative (?:mark|record|entr)|adverse (?:record|entr|data|mark)|default record|late payment record)/,
    unless:
      /\b(?:wrong|incorrect|inaccura|error|mistake|dispute|correct(?:ion|ed)?|after five years|five years|5 years|expire)/,
  },
  {
    rule: 'H10',
    why: 'promises to clear or keep out a credit record',
    pattern:
      /\b(?:will not|won't|will never|never|not going to|without)\b[^.;!?]{0,12}\b(?:affect(?:ing)?|appear(?:ing)? (?:on|in)|show(?:ing)?(?: up)? (?:on|in)|touch(?:ing)?|harm(?:ing)?|hurt(?:ing)?|damag(?:e|ing)|report(?:ed|ing)?(?: it)? (?:to|on)|impact(?:ing)?)\b[^.;!?]{0,14}\b(?:credit|record at the credit)/,
  },
  {
    rule: 'H10',
    why: 'promises to clear or keep out a credit record',
    pattern:
      /(?:逾期|不良|违约)(?:记录|信息)?[^,。;!?]{0,10}(?:处理|弄|洗|清理|抹|搞)(?:得)?(?:干净|掉|没|白)|(?:征信|信用(?:记录|报告|档案))[^,。;!?]{0,12}(?:恢复|变得|变回|变成|就会|还您)[^,。;!?]{0,6}(?:干净|清白|如初|如新|正常|良好|完好|空白)|不(?:会|再|用|予)?(?:把|将)?[^,。;!?]{0,12}(?:上报|报送|报告|记入|计入|录入|写进)[^,。;!?]{0,6}(?:征信|信用(?:记录|报告)|人民银行)/,
    unless: /(?:异议|更正|有误|错误|不准确|不实|法定|期满|五年|5年)/,
    backed: /不(?:会|再|予)?(?:上报|报送|计入|记入)|更正/,
  },
  {
    rule: 'H10',
    why: 'promises to clear or keep out a credit record',
    pattern:
      /\bcredit (?:record|report|history|file|score)s?\b[^.;!?]{0,40}\b(?:wiped|cleared|cleaned|clean|erased|deleted|removed|repaired|scrubbed|spotless|restored|good as new)\b|\bcredit (?:record|report|history|file|score|bureau)\b[^.;!?]{0,50}\b(?:arrears|defaults?|entr(?:y|ies)|marks?|payments?)\b[^.;!?]{0,12}\b(?:removed|deleted|erased|wiped|taken off|cleared)|\bnot (?:to )?(?:be )?report(?:ed|ing)?\b[^.;!?]{0,24}\bcredit\b/,
    unless:
      /\b(?:wrong|incorrect|inaccura|error|mistake|dispute|correct(?:ion|ed)?|after five years|five years|5 years|expire)/,
    backed: /\bnot (?:be )?reported\b|\bcorrect(?:ed|ion)?\b/,
  },
  // H11: the one-time repair window is closed
  {
    rule: 'H11',
    why: 'offers the closed one-time credit repair',
    pattern: /(?:一次性)(?:的)?(?:个人)?信用(?:修复|救济)(?:政策|安排|窗口|机会)?/,
    unless: /(?:截止|结束|关闭|终止|到期|过期|停止|已于|不再|期限已过)/,
  },
  {
    rule: 'H11',
    why: 'offers the closed one-time credit repair',
    pattern: /\bone[- ](?:time|off) credit[- ](?:repair|relief|rehabilitation|restoration|record repair)/,
    unless: /\b(?:closed|ended|expired|no longer|over|past|lapsed)/,
  },
  // H5: cost is interest, no bare fee, no inducement to instalments
  {
    rule: 'H5',
    why: 'hides the cost of instalments',
    pattern:
      /(?:免息|零利息|0利息|无息|零利率|0利率)[^,。;]{0,6}(?:[,]?(?:只|仅)(?:需|收|要)?[^,。;]{0,6}(?:手续费|服务费))|(?:只|仅|就)(?:需|收取?|要(?:付|收)?|是收)[^,。;\d]{0,6}(?:手续费|服务费)|分期(?:更|很|非常|最)?(?:划算|合算|省钱|优惠)|(?:赶紧|赶快|快来|抓紧)(?:办|办理|申请)?分期/,
  },
  {
    rule: 'H5',
    why: 'hides the cost of instalments',
    pattern:
      /\b(?:interest[- ]free|no interest|zero interest|0% interest)[^.;!?]{0,30}\b(?:just|only)\b[^.;!?]{0,20}\b(?:handling|service|small|one-off) (?:fee|charge)|\b(?:just|only)\b(?: a| an)?(?: small| low| modest)? (?:handling|service|processing) (?:fee|charge)|\binstal?lments? (?:are|is) (?:always |really |simply )?(?:the )?(?:cheaper|cheapest|a bargain|better value)/,
  },
  // C3: no borrowing to repay
  {
    rule: 'C3',
    why: 'induces borrowing to repay',
    pattern:
      /(?:先|可以|建议|不如|您|去|再|另外|找)(?:(?!不|勿|莫|别(?!的))[^,。;!?]){0,10}(?:(?:借|贷(?!的)|套)(?:一笔|点|些|个)?[^,。;!?]{0,10}(?:来|去|先|用来|用于)?(?:还(?!款方式|款计划|款困难)|偿还|填上|填补|结清|周转)|以贷还贷|借新还旧|以卡养卡|刷(?:另一|别的?|其他)(?:一)?张卡|套现|网贷)|(?:向|跟|找|问)(?:亲友|亲戚|朋友|家人|父母|同事|别的平台|其他平台|其他银行)[^,。;!?]{0,6}(?:借|凑|周转)|(?:找|向|跟|问)[^,。;!?]{0,4}(?:朋友|亲戚|亲友|家人|同事)[^,。;!?]{0,4}(?:借|周转|凑)/,
  },
  {
    rule: 'C3',
    why: 'induces borrowing to repay',
    pattern:
      /\b(?:take out|get|borrow|apply for|use|try|open)\b[^.;!?]{0,40}\b(?:new |another |payday |online |cash |short[- ]term |second |different )+(?:loan|card|credit|advance|lender)[^.;!?]{0,30}\b(?:to|and|for)\b (?:pay|repay|clear|cover|settle|paying|repaying)|\bborrow[^.;!?]{0,30}\b(?:from|off)\b[^.;!?]{0,15}\b(?:famil|friend|relative|parent|colleague|employer|lender|platform|elsewhere)|\b(?:ask|get|have)\b[^.;!?]{0,12}\b(?:friends?|family|relatives?|parents?|colleagues?)\b[^.;!?]{0,8}\b(?:to )?lend\b/,
  },
  // C3: no false authority
  {
    rule: 'C3',
    why: 'poses as an authority',
    pattern:
      /(?:这里|这边|我们)是(?:公安|法院|检察院|派出所|经侦|司法|律师事务所)|(?:受|代表)(?:公安|法院|检察院)(?:委托|的名义)?|法务部最后通知|律师函已/,
  },
  {
    rule: 'C3',
    why: 'poses as an authority',
    pattern:
      /\b(?:this is|we are|i am|on behalf of|acting for) (?:the |your )?(?:local |district |people's )*(?:court|police|prosecutor|public security|bailiff|sheriff)/,
  },
]

export const forbiddenPhrases: readonly ForbiddenPhrase[] = phrases.map((phrase) => ({
  ...phrase,
  pattern: new RegExp(phrase.pattern.source, 'g'),
}))

import { benefitCues } from './benefit-cues.ts'
import { guaranteeCues, type PromiseCue } from './guarantee-cues.ts'

/** Words by which the bank binds itself, per kind of promise. Patterns read folded text, one phrase at a time. */
export const promiseCues: readonly PromiseCue[] = [
  ...guaranteeCues,
  ...benefitCues,
  {
    kinds: ['waiver'],
    pattern:
      /减免|免除|豁免|免收|免去|免掉|免交|免缴|全免|(?:取消|撤销|冲减|核减|勾销|抹去|去掉|减掉)[^,。;]{0,8}(?:费|息|违约金|滞纳金|罚款|欠款|债务|本金)|(?:费|息|违约金|滞纳金|罚款|欠款|债务|本金)[^,。;]{0,6}(?:一笔勾销|取消|抹去|勾销|不用还|不用付|不用交)|不(?:再|会|予)?(?:收取?|计收|收您)[^,。;]{0,8}(?:费|息|违约金|滞纳金)|不(?:再|会)?收取|不(?:再|会)?收(?:您|你|了)|不(?:会)?再(?:向|跟|找|问)(?:您|你)(?:收|要|计)/,
  },
  { kinds: ['refund', 'waiver'], pattern: /冲正|冲回|返还|返现|退费/ },
  { kinds: ['refund'], pattern: /退还|退回|退款|退给|退到|全额退|补偿|赔偿|赔付|理赔|返回(?:到)?您/ },
  {
    kinds: ['hold'],
    pattern:
      /(?:暂停|停止|中止|暂缓|停掉|不再|冻结|搁置|不会再)(?!收取|计收|重复|赘述)[^,。;]{0,10}(?:催收|催缴|催款|追讨|扣款|扣划|外访|拨打|来电|骚扰|联系您催|还款要求|诉讼|委外|上报)|催收[^,。;]{0,8}(?:暂停|停止|中止|暂缓)|不会?再?(?:有(?:任何)?人)?(?:来|再)?(?:联系您还|找您(?:还|要|催)|催(?:您|收|款|缴)|追讨|打扰您(?!的))/,
  },
  {
    kinds: ['hold', 'waiver'],
    pattern: /(?:暂停|停止|中止|冻结|不再)[^,。;]{0,6}(?:计息|计收|利息|罚息|违约金)|停息|挂账/,
  },
  {
    kinds: ['callback'],
    pattern:
      /打(?:个|一个|通)?电话(?:给|找|联系)?(?:您|你)|回电|回拨|回访您|致电(?:给)?您|(?:给|跟|与|和|同|向)您(?:回)?(?:打|去|致|通)(?:个|一个)?电话|电话(?:联系|回复|告知|通知)您?|(?:主动|尽快|再次|再|会|将|来|专人|及时)?(?:联系您(?!的)|联络您|与您联系|和您联系|跟您联系|与您沟通|给您回话)/,
  },
  {
    kinds: ['deadline'],
    pattern:
      /(?:[\d一二三四五六七八九十两几]\s?(?:个)?(?:自然日|工作日|小时|分钟|天|日|号|周|星期|月)(?:[之以]?(?:内|前)|当天)|(?:今|明|后)(?:天|日)(?:[之以]?前|之?内)?|(?:本|下|这)个?(?:周|月|星期)[^,。;]{0,4}(?:前|内)|(?:周|星期)[一二三四五六日末天][之以]?前|月底[之以]?前|年底[之以]?前)[,]?(?:我们|我行|本行|专员|同事|银行)?(?:就|即|便)?(?:会|将|可|能|一定|必)?[^,。;请您]{0,8}(?:答复|回复|办结|办完|处理完|处理结果|完成(?!还款|付款|支付|签)|出具|出结果|给出|给(?:到)?您|告知您|通知您|告诉您|解决|反馈|到账|到您|寄出|审核完)/,
  },
  {
    kinds: ['outcome'],
    pattern:
      /(?:一定|肯定|必定|必然|保证|确保|包您|承诺|担保(?!人)|绝对|百分之百|100%)(?:会|能|可以|让|为|给|帮|使)?[^,。;]{0,14}(?:批准|通过|获批|批下来|成功|解决|满意|办成|办好|办下来|恢复|同意|撤销|胜|不影响|没问题|到位|达成|生效|受理)|(?:会|将|能)(?:获得|得到|被|予以)?(?:批准|获批|审批通过|审核通过)|(?:申请|方案|审批|审核|请求)(?:已经|已|一定|肯定|必然)?(?:会|能|可以)?(?:获批|通过|批准|批下来)|(?:包过|稳过|没有任何问题|肯定没问题|一定没问题|包在我(?:们)?身上)/,
  },
  {
    kinds: ['waiver'],
    pattern:
      /\bwaiv(?:e|es|ed|ing|er)\b|\bwrit(?:e|es|ten|ing) off\b|\bforgiv(?:e|es|en|ing)\b|\b(?:cancel(?:l?ed|l?ing|s)?|remov(?:e|es|ed|ing)|drop(?:ped|ping|s)?|take off|taken off|let you off|knock off)\b[^.;!?]{0,30}\b(?:fees?|charges?|interest|penalt\w+|debt|balance|principal)\b|\b(?:fees?|charges?|interest|penalt\w+|debt)\b[^.;!?]{0,20}\b(?:(?:is|are|will be|has been|have been|be) (?:cancelled|canceled|removed|dropped|taken off))\b|\b(?:not|never|no longer) (?:be )?(?:charge|bill)(?:d|ed)?\b|\byou (?:won't|will not|don't|do not|need not)(?: have| need)?(?: to)? pay (?:the |any |that |this |those |your )?(?:late |annual |default |overdue |accrued )?(?:fees?|charges?|interest|penalt\w+)/,
  },
  {
    kinds: ['refund', 'waiver'],
    pattern:
      /\brevers(?:e|es|ed|ing|al)\b|\b(?:credit(?:ed|ing)?)\b[^.;!?]{0,30}\b(?:back|to your (?:account|card))\b/,
  },
  {
    kinds: ['refund'],
    pattern:
      /\brefund(?:s|ed|ing)?\b|\breimburs\w+|\bcompensat\w+|\b(?:pay|give|return|send)(?:ing|s)?(?: (?:you|it|the (?:fee|money|amount|charge)))* back(?: to you)?\b|\breturn(?:ed|ing)? (?:the|your|all|every|these|those|any)(?: \w+){0,2} (?:money|fees?|payments?|amounts?|charges?|interest|sums?)\b|\bmoney back\b|\bmake good your loss/,
  },
  {
    kinds: ['hold'],
    pattern:
      /\b(?:paus(?:e|es|ed|ing)|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?|hold off|freez(?:e|es|ing)|froze|frozen|put[^.;!?]{0,25}on hold)\b[^.;!?]{0,30}\b(?:collect\w*|calls?|calling|chas\w+|debt recovery|recovery|contact\w*|action|enforcement|letters|reminders|visits|interest|charges|direct debits?|payments?)\b|\b(?:collection|recovery|chasing|calls?)\b[^.;!?]{0,20}\b(?:(?:will|would|is|are) (?:be )?(?:paused|stopped|suspended|halted|on hold)|stops?|pauses?|ceases?)\b|\bon hold\b|\bno (?:further |more )?collection (?:calls?|contact|action)|\bpayment holiday\b|\b(?:nobody|no one|no-one|never|no collector|(?:will|shall|do|does) not|won't|don't)\b[^.;!?]{0,16}\b(?:collect|chase|pursue|bother)\b/,
  },
  {
    kinds: ['callback'],
    pattern:
      /\b(?:call(?:ing)?|phon(?:e|ing)|ring(?:ing)?|contact(?:ing)?|telephone|ringing) you\b|\bcall(?:ing)? back\b|\bgive you a (?:call|ring)|\breturn your call|\b(?:be|get|stay|keep) in touch\b|\breach(?:ing)? out to you|\bget(?:ting)? back to you\b|\ba call ?back\b|\bhear from (?:us|me|our|a)\b/,
  },
  {
    kinds: ['deadline'],
    pattern:
      /\b(?:reply|repl(?:ies|ied)|answer|respond|response|resolv\w+|decid\w+|decision|complet\w+|process\w*|finish\w*|let you (?:know|have)|tell you|confirm|send(?: it| them| you)?|issue|settle|review\w*|update you|write to you|inform you|notify you|sort(?:ed)?(?: this| it)?(?: out)?|arrive)\b[^.;!?]{0,50}\b(?:within|no later than|(?:by|before) (?:the |this |next |end|close|tomorrow|noon|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)|in (?:the next )?(?:\d|two |three |five |ten |fifteen |thirty |seven ))|\b(?:within|by|before)\b[^.;!?]{0,30}\b(?:we|you)(?:'ll| will| shall)\b[^.;!?]{0,12}\b(?:reply|answer|respond|resolve|decide|complete|process|finish|let you know|tell|confirm|send|issue|settle|have (?:an?|our|the) (?:answer|reply|decision|response))/,
  },
  {
    kinds: ['outcome'],
    pattern:
      /\b(?:guarantee[sd]?|promise[sd]?|assure you|definitely|certainly|surely|without (?:a )?(?:doubt|fail)|make sure|ensure|rest assured|no doubt|bound to|100%)\b[^.;!?]{0,50}\b(?:approv\w+|accept\w*|succe\w+|resolv\w+|grant\w*|restor\w+|agree\w*|in your favou?r|go(?:es)? through|work out|get (?:it|the|this|your)|not (?:be )?(?:affected|affect)|win|pass(?:es|ed)?|sorted|fixed|happy)\b|\b(?:application|request|plan|appeal|complaint|claim|proposal|case)\b[^.;!?]{0,12}\b(?:will|is going to|is sure to|is bound to|is certain to|has been) (?:be )?(?:definitely |certainly |surely )?(?:approved|accepted|granted|upheld|successful|succeed|go through|pass|decided in your favou?r)\b|\bapproval is (?:guaranteed|certain|assured|a formality)|\bwe will (?:definitely |certainly )?(?:approve|accept|grant|uphold) (?:it|your|the|this)/,
  },
]

/** The bank speaks for itself: first person, its people, or a bare passive of its own deed. */
export const bankVoice =
  /(?:我们|我行|本行|银行|我(?=给|帮|替|让|叫|跟|去|这|已|可)|替您|让|叫停|等着|我会|我将|我来|我给|我帮|专员|专人|同事|客服|团队|部门|经理|工作人员|将|会|为您|给您|帮您|已|予以|可为|承诺|保证|可以为|同意|就会|即可|一定|肯定|不再|不收|停止|暂停|全免|全额)|\byou (?:won't|will not|don't|do not|need not)\b|\b(?:we|we'll|we're|we've|i|i'll|i've|our|the bank|team|colleagues?|specialist|adviser|advisor|manager|someone|somebody|will|would|has been|have been|is|are|guaranteed?|definitely|certainly|hear from)\b/

/** Ahead of the words or behind them: a wish, a possibility, a question. Nothing is promised. */
export const hedges =
  /申请|尽力|争取|尽量|尽可能|努力|评估|考虑|看看|是否|能否|可否|可能|或许|也许|视[^,。;]{0,8}(?:情况|结果)|需要?(?:审批|审核|审查|评估)|以[^,。;]{0,12}为准|取决于|政策规定|\b(?:may(?! \d)|might|could|whether|unless|no guarantee|subject to|depend(?:s|ing)?|consider(?! (?:the|your|that|this)[\s.!]*$)|appl(?:y|ication|ying) (?:for|to)|(?<!\b(?:your|next|this|the|a|any|new) )request(?:ed|ing)? (?:a|the|that|to|for)|ask(?:ed|ing)? (?:for|about|our|the)|try|tries|trying|aim|hope|look into|explore|possible|possibility|pending|would need|recommend|propose to|eligib\w+)\b/

/** Ahead of the words: a refusal, or something the customer says or does. */
export const refusals =
  /(?:无法|不能|不敢|没(?:有)?办法|难以|暂(?:时)?(?:不|无法)|尚未|未能|不(?:得|可以|可|予|会|承诺|保证|作|做|代表|意味着|等于|提供|支持)|并(?:不|非)|没有|不(?:再|予)?$|(?:您|你|客户)(?:希望|要求|提出|询问|反映|请求|想|问|来电|来信|提到|表示|关心|咨询|说)[^,。;]{0,20})[^,。;]{0,10}$|\b(?:cannot|can't|not|unable|won't|never|don't|didn't|isn't|aren't|nor|(?:nobody|no one) (?:here )?(?:at|in|of)|(?:there is|there's|there are|there was|have|has|had) no|you(?:'d| have| had|'ve| would| also)? (?:ask(?:ed)?|want(?:ed)?|request(?:ed)?|like|mention(?:ed)?|hope[d]?|wish(?:ed)?|suggest(?:ed)?|propose[d]?)|you (?:can|may|could) (?:also |still |always )?(?:ask|apply|request|cancel|choose|claim))\b[^.;!?]{0,40}$/

/** "Nothing else is charged" is a statement of cost (H6), no waiver. */
export const nothingElse =
  /^\s*(?:\p{Script=Han}{0,4}(?:查询|办理|服务|异议|申请|投诉|咨询|都|均|一律|全程|也|本身))?不(?:另|会)?收(?:取)?(?:费|钱)(?:用)?(?:的|了|啦)?[。!;]?$|(?:不|没有|无)[^,。;]{0,10}(?:其他|其它|额外|另行|另外|别的|另[收计])|(?:其他|其它|额外|另外|除(?:此|上述|以上|前述))[^,。;]{0,12}(?:不|没有|无)|\b(?:no|not|nor|never|nothing|without|won't|don't)\b[^.;!?]{0,24}\b(?:other|further|additional|extra|else|(?<!any )more)\b/u

/** A condition of approval anywhere ahead in the sentence. */
export const approvals =
  /(?:经|待|如|若|需|获|一旦)[^,。;]{0,12}(?:审批|审核|批准|核实|核准|复核|通过|获批|符合|属实|查实|同意后)[^。;]{0,4}|\b(?:if|once|when|after|should|provided|as soon as)\b[^.;!?]{0,40}\b(?:approv\w+|confirm\w*|review\w*|eligible|qualif\w+|agree[sd]?|verified|upheld|found|grant\w*|meets?)\b/

/** The customer is asked to act, so the date is theirs. */
export const customerActs =
  /(?:给|告诉|告知|回复|答复|通知|联系|向)我们|请(?!放心|知悉|注意)|麻烦|烦请|(?:希望|盼)您|您(?:需|须|应|只需|可|可以|要|在|于)|\bplease\b|\byou(?:'ll| will| should| need| must| can| could| may| have to| would need)* (?:reply|confirm|let us|tell us|send|answer|sign|decide|accept|pay|respond)|\blet us know\b|\byour (?:reply|answer|response|decision|confirmation)/

/** Words that widen a promise to everything. */
export const totality =
  /全部|全额|所有|一切|统统|悉数|百分之百|100%|全免|一笔勾销|\b(?:all|entire(?:ly)?|full(?:y)?|whole|every|everything|completely|100%|total(?:ly)?)\b/

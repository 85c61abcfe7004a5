import type { Draft } from './read-draft.ts'

/**
 * The two disclosures that are said in words. Each is a meaning, not a phrase: who may do what. Patterns read folded
 * sentences.
 */
type Meaning = { both: readonly (readonly [RegExp, RegExp])[]; alone: readonly RegExp[]; not: RegExp }

/** To disagree and a way to say so (P2). */
const objection: Meaning = {
  both: [
    [
      /异议|不(?:太|能)?(?:同意|认同|认可|接受|赞同|赞成|满意|服|对劲?|妥|合理|合适|清楚|符)|(?:不同|别的|其他)的?(?:看法|意见|想法|理解)|有(?:意见|争议|出入|误|错|偏差)|质疑|疑问|算错|弄错|搞错|[写记扣收]错/,
      /提出|告(?:诉|知)|(?<!不|不用|不必)回复|联系|拨|致电|来电|打给|反映|指出|复核|核对|核实|复查|复议|重新|再(?:看|审|算|核|查)|申诉|投诉|另(?:一|外|换|请|安排)|别的(?:同事|人)|反馈|在线|渠道|人工|直接说|找我们|说一声|吱一声|[换找](?:个|一个|一位)?人|调解|核查|当面/,
    ],
    [
      /\bobject(?:s|ions?)?\b|\bdisagree|\bdisput\w+|\bchalleng\w+|\bcontest\b|\btake issue|\bunhappy|\bdissatisf\w+|(?:(?<!\bneed )\bnot|(?<!\bneed)n't|\bnever) (?:\w+ )?(?:happy|satisf\w+|content|agree\w*|accept\w*|right|correct|fair|add up|what you expected|look right|seem right)|\bdoubts?\b|\bsee (?:it|this|things) (?:another way|differently)|\b(?:are|is|be|look|looks|seems?|went) (?:off|wrong|mistaken|incorrect|unfair)|\bmistakes?\b|\berrors?\b|\bconcerns?\b|\bqualms\b/,
      /\b(?:ask|tell|say|lodge|file|submit|reply|replying|answer(?:ing)?|call|ring|phone|contact|writ(?:e|ing)|review\w*|look(?:ed)? (?:again|at|into|over|through)|take a (?:fresh |second |new )?look|check(?:ed)?|re-?check|re-?calculate|reconsider|appeal|complain|complaints|raise|free to|welcome to|let us know|respond|object (?:any|at|by|and)|someone else|somebody else|another (?:colleague|person|member)|a different|independent|go (?:through|over)|route|right to)\b/,
    ],
  ],
  alone: [
    /(?:^|[•*·|-] ?|\n)\s*(?:your )?(?:right(?:s)? (?:to object|of objection)|objections?)\s?[:—–-]|\bdo (?:object|complain|protest|challenge|query)\b|\b(?:right|free|welcome|entitled|open) (?:to|for you to) (?:object|disagree|complain|challenge|appeal)\b|\bobject to (?:me|us|my|our|the (?:bank|branch|desk|office|team|regulator))\b/,
    /(?:异议|申诉)(?:权|权利|渠道|方式)?\s?[:：—]/,
    /\bobjections?\b[^.;!?\n]{0,30}\b(?:welcome|will be (?:answered|heard|considered|examined)|can be|may be)\b|\b(?:may|can|could|free to|entitled to|right to|welcome to) ask\b[^.;!?\n]{0,40}\b(?:explain\w*|reconsider\w*|review\w*|looked at|re-?examin\w*|check\w*)\b|\bplease (?:complain|object|say so|protest)\b|\bif\b[^.;!?\n]{0,30}\b(?:daft|silly|nonsense|rubbish|unfair|odd|strange|amiss|not right|isn't right|doesn't sit|don't like|dislike|not to your liking|disappoint\w*)\b[^.;!?\n]{0,40}\b(?:tell|say|write|call|ring|shout|let (?:us|me) know|back|again|look\w*)\b/,
    /(?:可以?|有权|可随时|欢迎|(?<!智)能够?|请|若需|如需)[^。;!?\n]{0,24}(?:异议|申诉|投诉|复核|复议|复查|重审|核查|调解|重新核[对算])|(?:可以?|有权|能够|要求|选择)[^。;!?\n]{0,16}(?:人工(?:复核|处理|审核|坐席|服务)|拒绝[^,。]{0,10}自动)/,
    /(?:异议|申诉|投诉|复核)(?:的)?(?:方式|渠道|途径|电话|热线|邮箱|入口)/,
    /\byou (?:can|may|could|might|still|also|always|are (?:free|entitled|welcome|able)|have (?:the|a|every) right)[^.;!?\n]{0,50}\b(?:object|objection|complain|complaint|appeal|dispute|disagree|challenge|contest|review|reconsider|say no)\b/,
    /\b(?:to|how to|ways? to) (?:object|complain|appeal|dispute|challenge|contest|raise an objection|disagree)\b|\bcomplain (?:to|by|via|through)\b|\bcomplaints? (?:route|line|procedure|channel)|\bask (?:us )?for (?:a|another|an independent) (?:review|second look|recalculation)\b/,
  ],
  not: /(?:不得|不能|不可以?|无权|不再|无法|不予|不会)(?:再)?(?:提出|受理|接受|申请|处理)(?:任何)?[^,。;]{0,4}(?:异议|申诉|投诉|复核)|(?:异议|申诉|投诉|复核)(?:一律)?(?:无效|不予)|\b(?:cannot|can't|may not|no (?:right|way) to|not (?:entitled|allowed|able) to|will not (?:accept|hear|consider)|no longer)[^.;!?]{0,20}\b(?:object|objections?|appeal|complain|complaints?|dispute|challenge|review)\b/,
}

/** That a machine had a hand in this text (A4). */
const aiLabel: Meaning = {
  both: [
    [
      /(?<![a-z])ai(?![a-z])|人工智[能慧]|(?:大|语言)模型|智[能慧](?:助手|助理|客服|系统|程序)|机器人/,
      /生成|产生|起草|草拟|初稿|撰|拟|编|[辅协]助|参与|提供|整理|回复|回答|解答|准备|写|完成|制作|输出|排版|成文|润色|翻译|汇总|归纳|助(?:手|理)|客服|服务|帮|借助/,
    ],
    [
      /\bai\b|\bartificial intelligence\b|\blanguage model\b|\b(?:digital|virtual|automated|online|smart|robot) (?:assistant|helper|agent|clerk)\b|\bchat ?bots?\b/,
      /\b(?:draft\w*|writ\w+|wrote|prepar\w+|generat\w+|produc\w+|creat\w+|compos\w+|made|assist\w*|support\w*|help\w*|aid\w*|tools?|arrang\w+|put (?:it )?together|part in|summari[sz]\w+|worded|wording|translat\w+|compil\w+|assembl\w+|collat\w+|edit\w+|typed|typeset|formatted|sent|repl(?:y|ies|ied)|answer\w*|typing|spoken|talking|chatting|layout|laid (?:it )?out|set out|co-?writ\w+|text|letter|note|message|used|uses|using|with|by|i am|i'm|this is)\b/,
    ],
  ],
  alone: [
    /(?:系统|机器)自动(?:为您)?(?:生成|起草|撰写|拟写|回复)|由(?:系统)?自动(?:生成|系统)|\bautomated (?:message|reply)\b/,
    /(?:电脑|计算机|机器|程序|软件)[^,。;!?]{0,6}(?:帮|起草|草拟|生成|撰写|代写|写(?:的|成|出)|拟(?:的|稿|定))/,
    /\b(?:draft(?:ed)?|writ(?:ten|e)|prepared|composed|generated|compiled|produced|typed|worded|put together)\b[^.;!?]{0,30}\b(?:by|with|from|using)\b(?: the help of)? (?:(?:the|an?|our|my|some) )?(?:[a-z]+ )?(?:assistant|computer|machine|program(?:me)?|software|algorithm|bot|robot)\b(?! manager)/,
    /\b(?:computer|machine|program(?:me)?|software|algorithm|bot|robot)\b[^.;!?]{0,16}\b(?:help(?:ed|s)?|draft(?:ed|s)|wrote|writes|prepared|composed|generated|assisted)\b/,
  ],
  not: /(?:没有|未|未曾|不|并非|并未|不是)(?:使用|经过?|由|借助|通过)?[^,。;]{0,4}(?:(?<![a-z])ai(?![a-z])|人工智能|大模型)|\b(?:no|without(?: any)?|not (?:been )?(?:\w+ )?(?:by|with)) (?:ai|artificial intelligence)\b/,
}

/** The right to refuse a machine's decision speaks of decisions, not of this text. */
const machineDecisions =
  /(?:仅|只|单|完全)(?:由|凭|靠|以)[^,。;]{0,14}(?:决定|结论|判断)|\bdecisions?\b[^.;!?]{0,30}\b(?:ai|automat\w+|machines?)\b|\b(?:automat\w+|machine|ai)[- ](?:only )?(?:made )?decisions?\b/g

function isSaid(draft: Draft, { both, alone, not }: Meaning): boolean {
  const sentences = draft.sentences.map(({ folded }) => folded.replace(machineDecisions, ' '))
  return sentences.some((sentence, index) => {
    if (not.test(sentence)) return false
    if (alone.some((pattern) => pattern.test(sentence))) return true
    const next = sentences[index + 1] ?? ''
    return both.some(
      ([what, how]) =>
        what.test(sentence) &&
        (how.test(sentence.replace(what, ' ')) || (/\?$/.test(sentence) && how.test(next))),
    )
  })
}

/** Whether a draft says how to disagree with it. */
export const saysHowToObject = (draft: Draft): boolean => isSaid(draft, objection)

/** Whether a draft says that it was made with AI. */
export const saysAiTookPart = (draft: Draft): boolean => isSaid(draft, aiLabel)

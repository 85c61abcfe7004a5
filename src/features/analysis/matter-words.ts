/**
 * Words by which a message says what a complaint, a charge or a doubt is about. Patterns read folded text
 * (lower case, simplified, half width); a code found nowhere stays a question.
 */
export const matterWords = {
  topic: {
    collection_conduct:
      /催收|催款|骚扰|爆通讯录|打电话给我(?:家|单位|同事|朋友)|一天打|半夜打|威胁|恐吓|collect(?:ion|or)s?\b|harass|debt call|keep calling|calls? (?:me|my)/,
    charge:
      /(?:乱|多|重复|错)(?:收|扣)|收费|扣费|违约金|滞纳金|年费|手续费|利息(?:太|不对|算错|怎么)|\b(?:fees?|charges?|charged|interest|penalt(?:y|ies)|overcharged)\b/,
    misleading_sale:
      /误导|忽悠|诱导|没(?:有)?(?:说|告诉|告知|讲)(?:清楚|明白|有)?[^。]{0,8}(?:风险|亏|封闭|不保本)|骗我买|当成存款|飞单|misle(?:d|ad)|mis-?s(?:old|elling)|never told[^.]{0,20}(?:risk|lock)/,
    system_failure:
      /系统(?:故障|出错|问题|崩)|扣款失败|自动(?:扣款|还款)[^。]{0,8}(?:失败|没成功|没扣|没有成功)|登(?:录)?不(?:上|了)|闪退|\b(?:system|app)\b[^.]{0,20}(?:fail|crash|down|error)|(?:autopay|direct debit|automatic payment)[^.]{0,20}(?:fail|bounc)/,
    service:
      /态度|没人(?:管|理|接|回)|推(?:诿|来推去|脱)|等了(?:很久|好久|\d)|不(?:回复|解决|处理|耐烦)|敷衍|排队|rude|ignored|nobody (?:answer|repl|help|call)|waited|no (?:reply|answer|response)|passed around/,
    data: /泄露|隐私|个人信息|信息被(?:卖|泄)|privacy|data (?:leak|breach)|leaked|personal (?:data|information)/,
    credit_record: /征信|信用(?:记录|报告)|credit (?:record|report|history|score)/,
    transaction:
      /不是我(?:本人)?(?:刷|消费|买|转|操作)|盗刷|非本人|not (?:my|mine)[^.]{0,14}(?:payment|transaction|purchase)|did(?:n't| not) (?:make|authori[sz]e)/,
  },
  wanted: {
    refund: /退(?:还|回|给|钱|款|费)|还给我|赔(?:偿|我|钱)|refund|money back|compensat|pay (?:me )?back/,
    waiver:
      /减免|免(?:掉|除|收|去|了)|取消[^。]{0,6}(?:费|金)|waive|cancel the (?:fee|charge)|remove the (?:fee|charge)/,
    apology: /道歉|赔礼|apolog|say sorry/,
    explanation:
      /(?:给|要|求|想)(?:我)?(?:个|一个)?(?:说法|解释|交代|理由)|为什么|怎么回事|凭什么|why\b|explain|explanation|how come/,
    correction:
      /更正|改(?:正|回来|过来)|纠正|恢复|correct(?:ed|ion)?\b|put (?:it )?right|fix(?:ed)?\b|restore/,
    stop_contact: /(?:别|不要|停止|不许)(?:再)?(?:打|催|骚扰|联系)|stop (?:the )?(?:call|contact|harass)\w*/,
    staff_action:
      /处理(?:一下)?(?:那个|这个|他|她|工作人员|催收)|处分|开除|discipline|held? (?:to account|responsible)/,
    redeem: /赎回|取出来|拿出来|redeem|withdraw|get (?:my money )?out/,
    more_time: /缓|宽限|延期|推迟|more time|grace|postpone/,
  },
  charge: {
    late_fee: /违约金|滞纳金|late (?:payment )?(?:fee|charge)|penalty/,
    annual_fee: /年费|annual (?:fee|charge)|yearly fee/,
    interest: /利息|罚息|复利|interest/,
    cash_fee: /取现|提现[^。]{0,4}费|cash advance/,
    foreign_fee: /外币|境外[^。]{0,6}费|货币转换|foreign (?:transaction|currency)|conversion fee/,
    instalment_fee: /分期[^。]{0,4}(?:手续费|费)|instal?lment fee/,
  },
  story: {
    bank_error:
      /(?:自动|代扣|系统)[^。]{0,10}(?:失败|没成功|没扣|故障|出错)|你们(?:的)?(?:系统|错|问题|原因)|银行(?:的)?(?:原因|问题|错)|(?:autopay|direct debit|automatic payment|system)[^.]{0,24}(?:fail|bounc|error)|your (?:mistake|error|fault|system)/,
    paid_in_time:
      /(?:按时|准时|及时|提前|早就|早已|已经|到期(?:日)?前|[号日]就?)还(?:了|的|过|清|款|上)|没有?(?:逾期|晚还|超期)|(?<!always )\bpaid[^.]{0,24}\b(?:(?:on|in) time|early|already|before|on the \d)|\balready paid|\b(?:was|am) ?(?:not|n't) late|payment (?:was|went through)[^.]{0,12}(?:on|in) time/,
    first_time:
      /第一次|头一(?:次|回)|首次|从来没(?:有)?(?:逾期|晚)|first time|never (?:been )?late|always (?:paid )?on time/,
    forgot:
      /忘(?:了|记)|没注意|晚了(?:一|两|几)?天|forgot|slipped my mind|missed the date|a (?:day|few days) late/,
    hardship: /失业|裁员|没钱|困难|生病|住院|lost my job|hardship|ill(?:ness)?\b|hospital/,
    not_told:
      /没(?:有|人)?(?:告诉|告知|通知|提醒|说)|不知道(?:有|要|会)|not told|never told|no notice|did(?:n't| not) know/,
  },
  doubt: {
    loss: /亏(?:了|损|钱)?|跌|缩水|净值(?:下|掉)|浮亏|回本|losing|lost money|fall(?:ing|en)?\b|down (?:a lot|\d)|drop(?:ped|ping)?|dip\b/,
    locked: /封闭|不能(?:赎回|取)|取不出来|锁定|locked|lock-?in|can(?:not|'t) (?:redeem|withdraw|get)/,
    rating:
      /风险(?:等级|测评|评估|承受)|测评|评级|不(?:匹配|符合)|risk (?:rating|level|test|assessment|profile)|suitab/,
    product_fees: /(?:申购|赎回|管理|托管|销售服务)费|subscription fee|management fee|redemption fee/,
    safety: /保本|安全吗|靠谱|会不会(?:亏|没|损失)|本金|safe\b|guarantee|lose my (?:money|principal)/,
    buying:
      /想买|买(?:一点|多少|哪|什么|点)|投(?:资|入)?(?:\d|一|两|几)|认购|申购(?!费)|(?:thinking of|want to|should i|like to) (?:buy|invest|put)|invest(?:ing)? (?:in|some)/,
  },
} as const satisfies Record<string, Record<string, RegExp>>

export type MatterGroup = keyof typeof matterWords

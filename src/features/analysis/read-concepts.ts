/**
 * Word fields shared by Chinese and English, over folded text. The classifier learns from which of them meet in a
 * clause, so that an example in one language helps the other. Words only: no field decides anything by itself.
 */
const fields: Record<string, [chinese: string, english: string]> = {
  pay: [
    '还(?!是|有|要|想|能|会|可以|没|不知|行|好|得|剩|差|欠|在|说|给|款日|不如)|还(?:款|钱|债|贷|清|上|得|不|点|给)|偿还|归还|缴|交(?!通|易|代|流|给|往|警)|付(?!费)|供(?!应|货)|结清|清偿|入账|月供|打款|掏',
    "pay(?:s|ing|ment|ments|back|off)?|paid|repay\\w*|settle\\w*|clear(?:ing|ed)?|cover|instal+ments?|meet|keep up|service|mortgage|loan'?s?|make rent|pmts?",
  ],
  cannot: [
    '不(?:上|起|了|出|清|动|够|过来|下去|到|住|开|掂|唔)|没法|没办法|无法|无力|没能力|没有能力|不能(?!不)|难以|够呛|悬|没招|没得办法|没辙|撑|顶不|扛不|遭不住|力不从心|做不到|困难|吃力|艰难|断供|逾期|喘不过|勿出',
    "can'?t|cannot|can not|unable|not able|won'?t be able|couldn'?t|no (?:way|means|idea how|money|cash|funds)|struggl\\w+|impossible|beyond (?:us|me)|behind|arrears|overdue|miss(?:ed|ing)?|bounce|fall(?:en|ing)? (?:short|behind)|too much for|hard to|difficult|past what|short|default\\w*|not (?:gonna|going to)",
  ],
  no_money: [
    '没钱|冇钱|莫得钱|没得钱|木有钱|穷|吃土|兜(?:里|儿)|钱包|一分|身无分文|手头|手里(?:没|紧)|紧张|周转|资金|拮据|窘|凑不|拿不出|月光|入不敷出|缺钱|揭不开锅|见底|掏空|花光|花完|没着落|断粮|底子|家底|亏空|没进账|没收入|没有收入|接济|开支|匀不出|余粮|欠账|填不上|天文数字|只剩|心慌|有余|不宽裕|没余钱',
    'broke|skint|no money|no cash|out of (?:money|cash)|tight|empty|nothing left|not enough|short of (?:money|cash|funds)|short|funds|cash ?flow|ends meet|in the red|hard up|scrap\\w+ by|fumes|penniless|strain|outgoings|out of pocket|bills?|no dough|used up|spent everything|nothing coming in|afford|out of reach|beyond|find the money|more going out|going out than|unpaid|hard up|can.t find \\d+',
  ],
  hardship_word: [
    '难(?!道|看)|压力|苦|惨|糟|不容易|没辙|恼火|熬|崩溃|绝境|走投无路|救命|救救|体谅|理解一下|难处|吃不消|负担',
    'hardship|hard|tough|difficult\\w*|stress\\w*|desperate|struggl\\w+|drowning|overwhelm\\w*|up to my neck|crisis|suffer\\w*|eating us alive',
  ],
  instalments: [
    '分(?:期|成|开|几|摊|个|\\d|[一二三四五六七八九十两])|期数|\\d+期|[二三四六]十?[四六]?期|摊|拆(?:成|开|分)|几次|慢慢还|按月|一点点|逐月|周|季度|先低后高|合成一笔|固定金额|还款表|换一种还',
    'instal+ments?|spread|split|parts?|stages?|bit by bit|smaller (?:bits|payments)|monthly|over \\d+|a month|per month|each month|stretch|equal payments|weekly|quarterly|break (?:it|them) (?:up|down)|gradually|roll',
  ],
  delay: [
    '缓|延(?!续)|宽限|推迟|晚(?:几|一|两|点|个|些)|迟(?:几|一|两|啲)|停(?:供|还|息|\\d|[一二两三半几])|挂账|暂停|往后|展期|展延|续(?:贷|一年)|等(?:我|到)?(?:发|拿|工资|下|秋|麦|过)|时间|下个?月再|年后|改到|还款日|调整|春节|推到|放到|喘(?:口)?气|往后放|年后',
    'delay\\w*|defer\\w*|postpon\\w*|extend\\w*|extension|pause|holiday|grace|more time|later|freeze|hold off|wait|until|till|skip|extra (?:week|few|month)|due date|push back|move (?:my|the)|renew\\w*|few (?:more )?days|put on hold|give me (?:a|some|until|till)|breathing space|come to some|flexib\\w*|on ice|break|longer|scheme',
  ],
  plan: [
    '方案|计划|安排|办法|法子|协商|商量|谈|协议|重组|政策|措施|通融|帮帮|帮我想|想想办法|个性化|申请|怎么还|减轻|降低|拉长',
    'plans?|arrange\\w*|options?|programme?|schedule|work (?:something|it|with)|restructur\\w*|refinanc\\w*|solution|help|lower|reduce|smaller|agreement|negotiat\\w*|hardship program|manageable',
  ],
  ask_may: [
    '能不能|能否|可不可以|可否|可以(?:吗|么|不|嘛|帮|先|申请|分|延|晚|缓|少|免)|可唔可以|行不|行吗|得唔得|得不|中不|成不|成吗|要得不|好不好|好吗|行么|咋样|怎么样|请问|请|麻烦|希望|恳请|想(?!不开|死)|求|唔该|帮(?:我|忙)|能(?:给|先|分|延|晚|缓|少|免)|呗|吧(?=$|[，。！!])|要求|申请|劳驾',
    "can (?:i|we|you|u)|could|would|may i|might|please|pls|plz|any (?:chance|way)|possible|i(?:'d| would| should) like|want(?:na)?|wish|let me|kindly|how (?:about|bout)|give me|gimme|need|request|ask",
  ],
  question_how_much: [
    '多少|几多|好多钱|几(?:个)?点|几钱|多大|几何|怎么(?:算|收|计|扣)|点计|咋(?:算|收|扣)|如何(?:算|收|计)|贵不贵|高不高|要钱|收费|收不收|要不要(?:收|钱|付)',
    "how much|what(?:'s| is| are| would| will| does)? (?:the|your|it)?[^.?!]{0,20}(?:rate|fee|cost|interest|charge|apr|price)|cost|expensive|charges? for|total|is there (?:a|any) (?:fee|charge|penalty|cost)|fee\\?|apr|rates?",
  ],
  question_when: [
    '什么时候|啥时候|几时|几号|哪(?:天|日|一天)|何时|多久|多长|几天|几点|到期',
    "when(?:'s|s)?|what (?:date|day|time)|how long|how many (?:years|months|days)|due|by when",
  ],
  question_why: [
    '为(?:什么|啥|何|毛|嘛)|凭(?:什么|啥)|怎么(?:会|又|还|多|突然|少|这么)|咋(?:又|还|多|会)|点解|干嘛|什么鬼|啥钱|哪来|干啥|道理|莫名|平白',
    "why|how come|what(?:'s|s| is) (?:this|that|these)|reason|explain|no idea what|wtf|\\by did",
  ],
  question_what: [
    '什么|啥|哪(?:些|个|种|里|家|款)|乜|咩|有没有|有无|有冇|是不是|介绍|推荐|了解|区别|怎么样|咋样|如何|有啥|好不好|怎样',
    'what|which|any|got any|do you (?:have|offer|sell|do)|tell me|recommend\\w*|suggest|interested|difference|looking for|best|suit\\w*',
  ],
  question_how_to: [
    '怎么|怎样|如何|咋(?!又|还)|点(?:样|开|搞|算)|在哪|去哪|哪里|流程|步骤',
    'how (?:do|can|to|may|should|2)|where (?:do|can|is|to)|steps|way to',
  ],
  question_mark: ['吗|呢|么(?=$|[？?，。])|嘛|不(?=$|[？?])|没(?=$|[？?])|[？?]', '\\?'],
  fee: [
    '费(?!用?光|劲|力|心|了)|违约金|滞纳金|罚息|手续|年费|利息|复利|罚(?!款)|收费',
    'fees?|charges?|charged|penalt(?:y|ies)|surcharge|interest|cost',
  ],
  interest_rate: ['利率|利息|年化|息|几个点|lpr|费率|循环利', 'interest|rates?|apr|percent|%'],
  waive: [
    '免(?!费|息期)|减(?!少了)|退(?!休|货|伍)|抹|取消|勾掉|少收|便宜|优惠|让(?:一)?点|打折|豁免|打个折|去掉|不收|高抬贵手|返还|特事特办|优惠|别(?:再)?收|不收|计较',
    'waiv\\w*|refund\\w*|remov\\w*|drop|cancel\\w*|knock (?:off|\\w+ off)|let (?:me|us|an?) [^.]{0,20}off|get(?:ting)? (?:it|that|the)[^.]{0,12}back|off|reduc\\w*|goodwill|forgiv\\w*|scrap|take (?:it|the|that)[^.]{0,20}off|revers\\w*|credit(?:ed)? back|write off|written off|exception|leeway|giv\\w+ back|bedside',
  ],
  charged_wrongly: [
    '乱|多收|多扣|扣(?:了|我|俺|掉|走|钱)|收(?:了|我|俺)|没(?:有)?(?:同意|通知|告诉|开通|开过|用过|说过|征求)|从未|不合理|不该|不对|不明不白|两次|重复|擅自|强制|搭售|隐瞒|算错|依据|解释|没点过|没激活|道理|余额都是零|没用过|按时|提前一天',
    "never (?:agreed|told|mentioned|asked)|nobody (?:told|said|mentioned)|no one told|without|wrong(?:ly)?|incorrect\\w*|twice|double|hidden|unfair|assured|took|taken|extra|don'?t understand|dispute|not (?:right|fair|agreed)|bs|on time|overcharg\\w*|quoted|more than|justify|no idea|never ticked|haven.t even|mistake|although|since when|your fault|how is that",
  ],
  too_much: [
    '太(?!太|阳|平)|高了|重了|贵|负担不起|承受不|给不起|压力(?:还是|仍)?大|撇|苛刻|坑|黑(?!名单)|不划算|不值',
    'too (?:much|high|steep|long|short|large|big|expensive|low)|more than i|steep|beyond|heavy|rip ?off|costs? me|worse off',
  ],
  my_terms: [
    '最多|顶多|顶天|只能|只接受|至少|底线|我说|我(?:出|给)|首付|首期|定金|折中|各让|各退|让一步|再(?:少|低|减|便宜|降|长|延)|改(?:成|为)|换成|降到|减到|压到|如果|要是|只要|除非|就签|就干|我就|即刻|马上|一次性|今天付|免谈|先至|往下压|上限|退一步|只收本金|打?[一二三四五六七八九]折|拉长|到一千|我考虑|翻倍',
    'at most|tops|max|best i can|only if|if you|if u|instead|rather|counter|halfway|compromise|make it|how about|provided|unless|prefer|i could (?:do|manage)|i can (?:do|manage)|lower than|go (?:any )?lower|down to|drop the|knock|scrap|in full|would agree|prepared to|upfront|deposit|first payment|come down|nearer|stretch to|no further|where i.d be|call it quits|shake on|take it if|\\d+% off|hoping for|and i.d sign|i.ll take|and i.ll',
  ],
  their_offer: [
    '方案|你们(?:说|给|提|的|让)|贵行(?:提|给|的)|提出|这个|条件|协议|合同|安排|报的|您给',
    'your (?:offer|plan|proposal|terms)|the (?:offer|plan|proposal|terms|arrangement|deal|option)|you (?:proposed?|ask|sent|offered|suggest\\w*)|ur offer|that (?:one|plan|offer)|those terms|proposed',
  ],
  accept: [
    '同意|接受|可以(?=$|[，。！!])|(?:^|，)(?:行|好|成|中|得|妥|要得|ok)(?=$|[，。！! ])|没(?:有)?(?:问题|意见|异议|毛病|话讲)|签(?:字|约|了|吧|哪|$)|就(?:这样|这么|按|依)|办吧|走起|定了|满意|应承|合适|选(?:第|择)?|踏实|发我|发合同|照办|确认|听你们|我看行|就它|要这个|照.{0,6}还|依你|那就|踏实|办吧|继续',
    "accept|agree(?:d)?|deal|go (?:ahead|with|for)|sign|happy|content|fine|sounds|works|take it|i'm in|im in|in$|proceed|right you are|draw it up|suits|ok(?:ay)?|yes|yep|yeah|sure|confirm|send (?:it|me|the|whatever)|great|on board|good to go|count me in|get it done|take the offer|all good|let.s do|have my agreement|acceptable|works|go for",
  ],
  negation: [
    '不|没|无|别|莫|冇|唔|未|勿|非',
    "not|n't|no|never|nor|none|nothing|don'?t|dont|won'?t|nope|nah|can'?t|cant|without|neither",
  ],
  decline: [
    '不(?:要|签|办|用了|考虑|弄|整|同意|接受|需要|合适|行|划算|愿)|算了|拉倒|放弃|拒绝|免谈|唔要|要不得|取消|不是帮|维持原样|别办|没答应|不改|不参加|自己想办法|免了',
    "decline|no thanks?|no thx|reject|refuse|pass|forget it|not (?:for me|interested|doing|signing|going|going ahead|take|acceptable|agree)|won'?t be|shall not|rather not|changed my mind|decided against|keep your|of no use|leave (?:it|things)|not taking|won.t work|don.t want it|none of|doesn.t help|stay as",
  ],
  transaction: [
    '交易|消费|刷(?!脸|新|单)|笔|扣款|转账|汇款|订单|付款|支付|碌|取款|账单上|扣(?:了|款|钱)|加油|转给|显示成功|票没出|撤销',
    'transactions?|purchases?|payments? (?:on|from)|order|transfer\\w*|debit\\w*|txns?|billed|spent|subscription|sent money|account shows|filled up|statement says|keeps? taking|charged|billed|failed|free trial|in dollars',
  ],
  not_mine: [
    '不是(?:我|本人)|非本人|没(?:有)?(?:印象|买|刷|做过|消费|见过|用过|操作)|不认识|不知道(?:谁|是)|陌生|无关|唔系我|我没|未授权|核实|境外|国外|凌晨',
    "not (?:me|mine|my|made by me|authori[sz]ed?|recogni[sz]e)|didn'?t (?:make|authori[sz]e|buy|do)|never (?:bought|made|authori[sz]ed)|don'?t (?:recogni[sz]e|know)|dont know|wasn'?t me|wasnt me|unknown|random|foreign|unauthori[sz]ed|r not mine|never heard",
  ],
  merchant: [
    '商家|商户|卖家|店(?:家|里)|平台|发货|收到货|订单|会员|续费|订阅|退货|网购|酒店|机票|押金|买咗|游戏|取款机|atm|吐(?:钱|钞)|吞',
    'merchant|shop|store|seller|goods|deliver\\w*|parcel|subscription|hotel|website|site|netflix|order|cash machine|atm|ghosted|airline',
  ],
  refund: ['退款|退钱|退回|退返|追回|拿回|要退', 'refund\\w*|money back|charge ?back|get it back|return\\w*'],
  fraud: [
    '骗|诈|盗|冒(?:充|用|名)|假(?:冒|的|客服)|钓鱼|黑客|呃咗|卷款|套路|刷单|远程|共享屏幕|验证码给|划走|转(?:走|光)|清零|不翼而飞|跑了|上当|拉黑|跑路|安全账户|泄露|没信号|少了|偷用|冒充|被(?:人)?(?:拿|盗|偷)|假|保健品',
    'scam\\w*|fraud\\w*|hack\\w*|stol\\w+|steal|phish\\w*|impersonat\\w*|fake|pretend\\w*|con(?:ned|man)|trick\\w*|clon\\w+|skimm\\w*|identity theft|claim\\w* to be|decei\\w+|suspicious|emptied|otp to|ran off|vanish\\w*|all gone|identity was|lost signal|moved out|moving my|into a .?safe|tricked|duped|victim|forged|fell for|fallen for|given my details|spending on my card|talked me into|never applied|fake',
  ],
  is_it_true: [
    '真的(?:假的|吗)|是真|是不是(?:你们|骗|诈|真)|真假|靠谱|是你们的吗|骗人的',
    'is (?:it|this|that|he|she) (?:genuine|real|legit|you|yours|true|really)|legit|genuine|really you|was it you|is he',
  ],
  complain: [
    '投诉|申诉|差劲|太差|好差|态度|不满|失望|垃圾|烂|破(?!产)|气死|离谱|推诿|踢皮球|推来推去|敷衍|糊弄|忽悠|欺负|受够|寒心|说法|道歉|霸王|坑|恶劣|羞辱|没人(?:接|理|管|回)|不(?:理|管|回|接)|效率|说话不算|误导|骗(?:我妈|老|人)|无语|服了|什么(?:态度|破)|赔|耽误|白跑|跑空|撇得很|烦死|有病|把我晾|没断过|说法不一样|过分|石沉大海|一个电话没有|毛病|谁说了算|糊弄|当猴|从来没见过|推卸|靠谱一点|诚信|浪费|服了|不负责|没露面|挂(?:了)?我?电话|工号|要求处理|爽约|敷衍',
    'complain\\w*|rude|awful|terrible|worst|useless|disgrac\\w*|shambles|joke|sucks?|appalling|unacceptable|dissatisfied|disappoint\\w*|ignored|run ?around|passed (?:from|around)|nobody (?:replies|answers|rang|rings|knows|cares|called)|no (?:answer|reply|one)|on hold|fed up|sick of|lied|misled|promised|formal|furious|angry|shocking|wasted|laughed|not good enough|grievance|apolog\\w*|ridiculous|every time|without a word|made me feel|held up|explanation|left me standing|chatted|five times|tells me something different|not one call|hung up|appalled|outrageous|hopeless|responsib\\w*|had enough|not happy|unhappy|suffer|too long|treat(?:ed)? (?:me|so)|gone on|incompetent|does anyone there know|dealt with|put the phone down|turned up|done about it|how you treat|no-?show',
  ],
  staff_service: [
    '客服|服务|经理|员工|柜员|柜台|网点|大堂|热线|工作人员|你们(?:的)?人|小姑娘|业务员|态度|处理|银行',
    'staff|service|manager|branch|counter|clerk|advis[eo]r|representative|rep|guy|hotline|team|department|bank|emails?|treated|handled|dealt',
  ],
  collector: [
    '催(?!化)|收数|要债|讨债|上门|通讯录|骚扰|威胁|恐吓|轰炸|辱骂|堵(?:门|我)|骂|吓唬|打(?:给|到|去)(?:我)?(?:妈|公司|单位|家)|挨家挨户|群发|一天几十|骂(?:我|人)|到我单位|同事挨个|领导|欠款的事|照片|业主群|群里|邻居',
    'collect\\w*|harass\\w*|hound\\w*|threat\\w*|recovery|calls? (?:me )?(?:like )?\\d+|\\d+ (?:times|calls)|rang my|phon\\w+ my|my (?:boss|employer|mum|parents|neighbou?rs)|stop (?:calling|blowing)|swore|intimidat\\w*|village|day and night|before dawn|bully\\w*|came to my|text my|ruin me|my (?:kid|company|workplace|friends)|in my company|photo|residents|neighbou?rs|in front of',
  ],
  regulator: [
    '监管|银监|银保监|央行|人民银行|12378|12363|12315|12345|消协|消费者协会|信访|举报|检举|法院|起诉|媒体|曝光',
    "regulator\\w*|ombudsman|nfra|fca|pboc|central bank|people's bank|consumer (?:council|association)|12378|report (?:you|u|this)|court|lawyer|authority",
  ],
  invest: [
    '理财|基金|净值|产品|债券|信托|保本|亏|赔|跌|绿|套牢|收益|赎回|割|结构性|投资|本金|持有|蚀|打水漂|买错|兑付|回本|会跌|波动|固收|半年享|本钱',
    'funds?|invest\\w*|portfolio|bonds?|wealth|product|principal|capital|returns?|redeem|loss|lost|losing|tank\\w*|down \\d+|sell|maturity|trust|safe|guarantee\\w*|low risk|cut my losses|hang on|downside|advertised|stands at|go down|fixed income|subscription',
  ],
  product: [
    '存款|定期|存单|大额|国债|贷款|理财|信用卡|卡种|开户|账户|产品|黄金|保险|养老金|经营贷|房贷|装修|起存|起购|锁|支取|稳(?:当|健|阵|妥)|闲钱|存(?:三|一|五|个|五万|钱)|不折腾|灵活|存取|定投|外币|企业账户|白金|附属|买车|公积金|联名|压岁|能贷|借多少|设备',
    'deposit|certificate|savings?|account|loan|mortgage|cards?|bonds?|money market|fund|gold|product|invest|lock[- ]?up|minimum|min to|put aside|student|conditions|safe|fuss|dip into|regular investing|perks|platinum|hold dollars|business account|lend|co-branded|invest|borrow|take out within',
  ],
  risk_rating: [
    '风险(?:等级|测评|评估|承受|评级|属性|偏好)|测评|评级|评估|c[1-5]|r[1-5]|保守型|稳健型|平衡型|进取|谨慎|问卷|那些题|那个表|答题|点错|风险.{0,3}(?:等级|题)|做出来',
    'risk (?:rating|level|profile|score|assessment|quiz|test)|c[1-5]|r[1-5]|conservative|cautious|questionnaire|assessment|rated|ticked|risk (?:test|category|questions)|my score|questions about risk|lapsed',
  ],
  credit_record: [
    '征信|信用(?:记录|报告|纪录|分)|信贷纪录|联征|聯徵|黑(?:名单|户)|污点|记录|纪录|老赖|呆账|上报|买房|以后贷款|显示逾期|查起来|有影响|担保.{0,6}(?:体现|影响)|信用',
    'credit (?:report|record|score|file|bureau|history|rating)|my credit|on (?:my )?(?:file|record|report)|black ?list\\w*|score|rating|mark me|count against|get a mortgage|reported|overdue|guarantor|matter for a mortgage|report me|late payment|my (?:file|score)|count against',
  ],
  balance: [
    '欠(?:款|你|多少|几多)|余额|账单|剩(?:下|余|几|多少)|还差|应还|应缴|最低|本金|总额|额度|结清|几期|爭|争你|出来没|没还完|存折上|还多少|要还给你们|结清(?:金额)?|扣款成功|账单日|哪天扣',
    'owe|owing|balance|outstanding|left|remain\\w*|statement|minimum|min payment|limit|payoff|settle (?:the|today)|due|direct debit|still to go|go thru|go through|how many (?:payments|months)|in arrears|due this month|take the payment|finish this loan|next payment|what day|cleared everything|how far',
  ],
  card_account: [
    '卡|账户|账号|户头|密码|手机号|号码|额度|流水|证明|挂失|注销|销户|冻结|解冻|锁|提额|绑|网银|手机银行|app|u盾|存折|网点|自动还款|明细|地址|登(?:录|入|不)|补办|激活|停用|收款码|机器|转圈|免密|寄|附属卡|限额|转不了账|异常|绑定|开户|章|网银|名字',
    'card|account|acct|pin|password|number|limit|frozen|freeze|block|unlock|locked|close|lost|stolen|replace\\w*|statement|branch|address|app|log ?in|activate|certificate|standing order|declined|new card|passbook|chip|terminal|contactless|statements?|spinning|cardholder|abnormal|pin|typed|passbook|repayments taken from|stamps|surname',
  ],
  service_verb: [
    '丢|不见|改|换|修改|变更|更新|挂失|注销|关|开(?:通|户|卡)|解|提高|提升|打印|开具|设置|取消|坏|忘|锁|冻|补|查|办理|绑|登不|闪退|加到',
    "lost|change|update|reset|close|cancel|open|freeze|unfreeze|block|unlock|replace|order|forgot\\w*|raise|increase|set up|report|activate|crash\\w*|not working|won'?t (?:open|read)|link|add|need a",
  ],
  identity: [
    '人脸|刷脸|脸|验证码|校验码|身份|实名|认证|核验|识别|证件|护照|本人|眨眼|验证|指纹|声音|未认证|整过容|上传|对不上|核实',
    'verif\\w*|identity|\\bid\\b|face|facial|code|otp|passport|prove|selfie|blink|match|authenticat\\w*|who i am|recogni[sz]e me|scan|device|upload|abroad|verify|code you send|name doesn.t match',
  ],
  fails: [
    '失败|不(?:过|了|来|到|通过|成功|一致|灵|对)|收不到|没收到|过期|到期|老(?:是|提示)?|总|一直|错|烂',
    "fail\\w*|reject\\w*|not (?:work\\w*|receiv\\w*|coming)|never (?:comes?|arriv\\w*)|didn'?t|expired|keeps?|won'?t|no code|error|each time|wrong",
  ],
  privacy: [
    '个人信息|隐私|资料|信息|数据|推销|广告|营销|骚扰电话|号码|删|授权|泄露|推送|退订|底子|录音|卖了|第三方|清单|营销名单|通话录音|不是你们客户|撤下来|注销我的',
    'data|privacy|personal|marketing|adverts?|ads|promo\\w*|unsubscribe|delete|erase|wipe|consent|records you|information|info|shared?|disclos\\w*|my number|details|spam|leak\\w*|partners?|list|recording|forget everything|texts|not a customer|third part\\w*',
  ],
  stop: [
    '别(?!的|人)|不要|停止|停(?:了|掉)?|唔好|莫|禁止|拒绝|清了|删',
    "stop|don'?t|no more|do not|never|quit|opt out|not wish",
  ],
  progress: [
    '进度|进展|审(?:核|批)|批(?:了|下|没|咗)|结果|答复|回复|消息|动静|有信|下文|到哪|办好|收到没|怎么样了|咋样了|处理完|搞成|通过|出来|等(?:多久|了|着)|着落|哪一步|放款|看了没|给消息|查到|多久|答复了',
    "status|progress|update|news|decision|approved|heard|hear|result|processed|gone through|reviewed?|still waiting|how(?:'s| is)? my|how far|got my|arrive|received|where'?s|been posted|any word|find out|let me know|got back|step|where have you got|anything new|released|looked at|was told|get anywhere|working days|this is the (?:ninth|tenth|\\d+)",
  ],
  application: [
    '申请|材料|工单|投诉|贷款|退款|异议|证件|单子|上回|上次|之前|那个事|报上去|寄|个案|提交',
    'application|documents?|docs|request|complaint|refund|forms?|papers|case|claim|review|appeal|applied|last (?:time|week|month)',
  ],
  past_time: [
    '上(?:周|个?月|次|回|星期)|昨|前天|去年|半个?月|一个月|十五天|之前|已经|了',
    'last|ago|yesterday|already|since|weeks?|fortnight|month',
  ],
  person: [
    '人工|真人|活人|专人|专员|领导|主管|经理|负责人|能(?:拍板|做主|做决定)|找(?:个|人)|叫(?:人|个|你们)|来(?:个|人)|换人|同事|工作人员|回(?:个)?电|打(?:个)?电话(?:给我|俾我)|转(?:人|真|专)|喊个人|搵|联系我|小王|接线员|套话|话术|会说话的人|懂业务|和人说|跟人|来个人|有人',
    'human|person|agent|someone|somebody|anyone|manager|supervisor|representative|member of staff|advis[eo]r|operator|call (?:me|back)|ring me|phone me|talk|speak|discuss|team leader|colleague|put me|real|boss|lady|gentleman|to ring|in charge|someone who|live agent|talk(?:ing)? to a human|a human|put me through',
  ],
  bot: [
    '机器|机械人|智能客服|ai|自动(?!还款|扣款|续|取款|柜员)|系统(?:自动|决定|审)|算法|程序|套话|话术|自动回复|模型|打分',
    'bots?|robots?|machine|ai|automat\\w+|algorithm|computer|chatbot|software|canned|the system|model|scoring',
  ],
  greeting: [
    '谢|感谢|多谢|感恩|你好|您好|在吗|在？|哈喽|辛苦|再见|拜|早(?:安|上好|晨)|晚安|祝|收到|知道了|明白|好的|嗯|麻烦你了|拜年|唔该晒|得闲|多亏|没事了|打扰|新年|你真好|先这样|商量商量|考虑一下',
    'thanks?|thank you|thx|ty|cheers|hello|hi|hiya|hey|good (?:morning|evening|afternoon|night)|morning|bye|goodbye|appreciate|understood|got it|bless|obliged|welcome|star|nice day|evening|great help|that.s (?:everything|all|fine)|no problem|noted|think about it|nice talking',
  ],
  off_topic: [
    '天气|下雨|下雪|雨|歌|诗|作业|电影|小说|股票|彩|双色球|菜|吃(?:啥|什么|咩|饭没)|火锅|好吃|旅游|玩|机票|高铁|女(?:孩|朋友)|减肥|翻译|作文|英语|游戏|王者|比特币|油价|辞职信|药|招人|水管|名字|笑话|iphone|数学|星座|发烧|酒店|网名|番茄|最高的山|停车|学开车|拉肚子|狗|猫|哪(?:里|儿)?好玩|放首|限行|车牌|好片',
    'weather|joke|poem|song|movie|recipe|pizza|restaurant|homework|election|football|cricket|match|lottery|stocks?|shares|bitcoin|dogecoin|crypto|visa|translate|lose weight|plumber|bus|birthday|president|\\d+ ?x ?\\d+|holiday in|bread|essay|story|won|win|egg|cat|capital of|music|everest|cover letter|park|laptop|boil|name my|film|number plate',
  ],
  job: [
    '工作|上班|单位|公司|厂|岗|职(?!责)|活(?:儿|干)?|工头|班上|店|生意|合同|老板|企业|学校|mill|裁|辞|炒|开(?:了|除)|优化|毕业|下岗|失业|待业|离职|遣散|资遣|劝退|没活|关(?:了|门|张)|黄(?:了|摊)|倒闭|破产',
    'job|work|employer|company|firm|position|post|contract|laid off|redundan\\w*|sacked|fired|axed|let go|dismiss\\w*|unemploy\\w*|furlough\\w*|notice|boot|jobless|layoff|closed|plant|mill|shut|liquidat\\w*|boss|gig|terminated|out of work',
  ],
  loss_of_job: [
    '裁|辞(?:退|了)|炒(?:咗|了|鱿)|开(?:了|除)|优化(?:了|掉)|毕业了|下岗|失业|失去工作|待(?:业|岗)|离职|遣散|资遣|劝退|没(?:有)?(?:工作|活|班|续签)|丢了(?:工作|饭碗)|工作(?:丢|没)|倒闭|破产|关(?:张|门|了|掉)|黄(?:了|摊)|收掉|散了|不用(?:我)?(?:去)?上班|走人|扫地出门|盘出去|不要他|说没就没|撤并|岗位没|jobless|n\\+1|产品线砍|名单里|末位淘汰|岗位取消|解散|散伙|清仓关门|无业|饭碗|不用来|停了.{0,6}回家|辞掉|没人挣钱|撵|轰走|不让办|不要我了|没项目',
    "laid off|lay ?off|redundan\\w*|sacked|got (?:the )?(?:sack|boot|fired)|fired|axed|let (?:me|us|him|her) go|was let go|been let go|dismiss\\w*|unemploy\\w*|furlough\\w*|notice|lost (?:my|me|his|her) job|jobless|out of work|jobseeker\\w*|shown the door|terminated|wasn'?t renewed|between jobs|closed (?:the|down)|shut (?:the|down)|liquidation|no longer have a job|the (?:mill|plant) closed|gig ended|nobody will take me on|abolished|out of a job|went bust|last day|wound? up|wind up|closed our doors|canned|moved overseas|shut it for good|for good|without work|no work|shut its doors|lost my place",
  ],
  income: [
    '工资|薪|收入|提成|奖金|绩效|底薪|营业额|生意|开支|发(?:钱|工资)|人工|单量|客(?:人|户|流)|订单|流水|收成|津贴|进账|挣|赚|进项|行情|加班费|补贴|一单|津贴|退租|房租收入|挣|流水|学生',
    'wages?|salary|pay|income|commission|hours|hrs|shifts|overtime|bonus|takings|sales|business|trade|customers|footfall|earn\\w*|take home|tips|price|maternity|allowance|maintenance|client|part time|part-time|freelance|bring home|took home|rent from',
  ],
  fell: [
    '降|减|砍|少(?:了|一|咗)|一半|对折|打折|没了|取消|拖欠|拖(?:了|着)|不发|没(?:给|发|开)|欠薪|压一半|冷清|淡|清淡|不好|下滑|掉|贱|跌|六成|七成|三成|锐减|开不出|没(?:生意|单|客)|几单|轮岗|无薪|挣不着|倒贴|每月都在亏|基本工资|效益|缩水|落千丈|只剩|少了一份|停工|赔了|没赚|招不到|从.{1,6}(?:掉|降)到|只有底薪|退租',
    "cut|reduc\\w*|halved|half|slow|dead|down|dried up|dry|drop\\w*|less|fell|gone|slashed|disappear\\w*|collapsed|unpaid|not (?:been )?paid|hasn'?t paid|haven'?t paid|third|three-day|stopped|one (?:wage|income)|slump\\w*|pay ?cut|instead of|lost our biggest|by a third|short time|took away|stopped coming|late and less|moved me to part",
  ],
  illness: [
    '病|住院|手术|开刀|癌|瘤|化疗|透析|中风|脑(?:梗|出血|溢血)|心(?:脏|梗)|骨折|摔|车祸|伤|icu|重症|医药费|药(?!店)|治疗|确诊|查出|卧床|瘫|尿毒|肺|肝|肾|抑郁|早产|白血|急诊|发烧|医院|诊断|腰椎|甲亢|开腔|石膏|残|肋骨|髋|钢钉|烫伤|难产|并发症|焦虑|查出|身体不行|肝移植|不能动|血液方面|康复|手指|压断|断了(?!供|货|网|联)|哮喘|痛风|腰|晚期',
    'ill|illness|sick|hospital\\w*|surgery|operation|\\bop\\b|cancer|chemo\\w*|stroke|dialysis|broke (?:my|his|her)|diagnos\\w*|injur\\w*|accident|tumou?r|heart|intensive care|medical|treatment|depress\\w*|disabled|bedridden|slipped|arthritis|signed off|recover\\w*|icu|transplant|pneumonia|unwell|kidney|leuk\\w+|lymphoma|lump|collarbone|theatre|miscarriage|rehab|hospice|covid|failing|fracture\\w*|ribs|hip|bedside|sick pay|asthma|a&e|fingers?|chest|migraine\\w*|pregnan\\w*',
  ],
  death: [
    '去世|过世|离世|逝|走了|没了|不在了|身故|往生|亡|死(?!机|心|活|板|了算)|葬|丧|后事|遗(?!憾|忘|漏)|过咗身|过身|抢救无效|没救|离开了?我们|因公殉职|白事|亲人离开|走得|没挺过|溺水|下葬|亡夫|丧|刚走|心碎|已经不在',
    "died|dead|death|passed away|passed|deceased|funeral|buried|killed|widow\\w*|late (?:father|mother|husband|wife)|lost (?:my|our) (?:mum|mom|mother|dad|father|son|daughter|wife|husband|brother|sister|baby)|didn'?t make it|stillborn|bereave\\w*|estate|slipped away|no longer with us|executor|lost (?:him|her|them)|passed on|we lost",
  ],
  die_self: [
    '不想活|活(?:着|不|起)|自杀|跳(?:楼|河|桥|下)|去死|想死|死(?:了|给|的心)|结束(?:这|生|自)|遗书|安眠药|割(?:手|腕)|解脱|轻生|天台|不想(?:再)?(?:醒|做人)|煎熬|逼(?:我|急|死)|我不在了|撑不到|想走了|下辈子|活够|没有活|炭|遗言|托付|再见|不在了|没有我|死了你们|一死|撑不到',
    "kill (?:my|me)|suicid\\w*|end (?:it|my|this)|want to die|better off (?:dead|without)|not (?:be|want to be) here|being here|alive|living|keep living|live anymore|pills|cutting|in front of a train|once i'?m (?:dead|gone)|if i (?:was|were) gone|jump off|over with|goodbye letters?|no way out|dying|worth it|nothing left|happier if|jumping|look after the kids|much longer|the pills|not wake up|don.t want to wake",
  ],
  mind: [
    '痴呆|阿尔茨|糊涂|失智|认知|智力|精神(?!上)|神志|意识不|监护|记不(?:住|得|清)|忘事|脑子|时好时坏|不清醒|不懂借|老年痴|记性|分裂|躁|不认人|智商|植物人|认不(?:出|得|清)|听不懂|犯病|唐氏',
    "dementia|alzheimer\\w*|confus\\w*|forget\\w*|capacity|guardian|mental\\w*|learning disab\\w*|bipolar|manic|schizo\\w*|doesn'?t (?:understand|know)|can'?t (?:follow|understand|remember)|unable to make decisions|memory|medication|muddled|psychotic|down.s syndrome|what day it is|guardianship|what he signed|what i signed",
  ],
  old: [
    '岁|老人|老头|老太|年纪|七十|八十|九十|六十[五六七八九]|退休|老伴|老眼|老花|眼神|老两口|奶奶|爷爷|外婆|阿公|阿婆|岁数|上了年纪|七旬|八十|老年|耳背|一百五十岁|老汉',
    'years? old|elderly|pensioner|old (?:man|woman|lady|age)|my age|seventies|eighties|sixties|(?<![\\d,.])(?:6[5-9]|[789]\\d)(?![\\d,.%])(?! (?:yuan|months|days|each|a ))|retired|retirement|grand(?:mother|father|ma|pa|dad|mum)|aged|eighty|seventy|ninety|old woman|pensioners|print is too small|turned',
  ],
  disaster: [
    '洪|水(?:灾|淹|泡)|淹|台风|飓风|地震|火灾|着火|失火|起火|烧(?:了|光|得)|冰雹|雹|旱|泥石流|塌方|山洪|疫|爆炸|暴雨|灾|绝收|冲(?:了|垮|走)|雷|扑杀|大水|龙卷风|埋|冻|蝗|禽流感|山洪|泡(?:了|坏)|梅雨',
    'flood\\w*|fire|earthquake|typhoon|hurricane|storm|hail\\w*|drought|wildfire|lightning|burst its banks|burn(?:ed|t)|landslide|explosion|destroyed|disaster|wrecked|roof|landslide|flattened|frost|burst|river|gutted|washed away|wrecked',
  ],
  family: [
    '爸|妈|父|母|老公|老婆|先生(?=突|病|住|去|因)|太太|丈夫|妻|爱人|儿|女(?!友)|孩|娃|爷|奶|哥|弟|姐|妹|老伴|家人|家属|亲属|配偶|媳妇|俺(?:爹|娘)|阿(?:妈|爸|爷|嬷)|仔|老母|老汉|孙',
    'husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|parents?|kids?|child\\w*|baby|grand\\w+|aunt|uncle|nephew|partner|family|wifes',
  ],
  on_behalf: [
    '替|帮(?:我|俺|他|她|朋友|老|家|我们)?(?:妈|爸|问|老板|处理|打|办|爹|娘|阿)|代(?:表|办|理|她|他)|委托|我是(?:他|她|佢|持卡)|他的卡|她的(?:卡|账)|(?:爸|妈|爱人|老公|老婆|太太)的(?:卡|贷款|账|信用卡)?|担保人|旁边|边上|身边|不识字|本人不|嫂子|侄女|托我|不是本人|单位领导|帮我打字|我是他|我弟的|我爷爷的|我妈(?:查|问)',
    "for my (?:dad|mum|mother|father|mom|wife|husband|aunt|friend)|on behalf|behalf of|this is (?:his|her)|his loan|her (?:loan|account|card)|guarantor|power of attorney|asked me to|next to me|here with me|i'?m (?:his|her)|my (?:dad|mum|wife|husband|mother|father)'s|not the account holder|i.m (?:typing|asking)|helping me type|in my (?:mother|father).s name|my (?:brother|father|son|sister)[\\w-]*.s (?:card|loan|account)|sister-in-law",
  ],
  not_owed: [
    '不欠|没(?:有)?(?:借|欠|办|开过|激活|收到)|不是我(?:借|签|办|欠|的)|早(?:就)?(?:还|结)|还(?:清|完)了|结清(?:了|证)|不认|不承认|搞错|弄错|算错|数目不|金额不|账不对|没有入|没打到|无关|没关系|哪来的|哪有欠|没扣减|我就借|只借|凭啥让我还|凭什么找我|啥时候欠|什么时候欠|多(?:算|记)了|压根没签|不该我还|不欠|销户了|没用过这|对账|打到我账|扣减|入账|我自己算|差在哪|压根没申请',
    "don'?t owe|not (?:my|mine)|never (?:borrowed|took|had|held|opened)|already (?:paid|settled)|paid (?:this|it|off)|was (?:settled|repaid|cleared)|repaid in full|wrong (?:person|balance|amount)|mixed up|not accept that i owe|belongs to|isn'?t my signature|only borrowed|less than|more than i borrowed|dispute any|balance is wrong|not been credited|hasn'?t been credited|don'?t recogni[sz]e this debt|sums are off|had your money|never signed|never used|more than i owe|shouldn.t have to pay this|receipts?|too few|closed that account|how can i owe|mixed up|i make it|you claim|never applied",
  ],
  many_debts: [
    '网贷|几?家|十几|二十多|平台|到处|拆东|补西|以(?:卡|贷|债)养|借新还旧|新(?:卡|贷)还旧|刷爆|爆(?:了|咗)|滚|窟窿|套现|负债|外债|全(?:部)?逾期|都到顶|借遍|多头|贵利|碌爆|利滚利|转不动|好多家|借遍|利滚利|加起来|负债率|各家|一百多万|拆借|列了张表|\\d+家',
    "maxed|cards? (?:and|n) |lenders|payday|cash advance|robbing peter|borrow\\w* (?:to|from)|apps|juggl\\w*|out of control|loans? (?:on top|to pay)|(?:five|six|nine|ten|eleven|\\d+) (?:cards|loans|lenders|different)|limit|debts? come to|years'? salary|drowning|everyone i know|every app|too many debts|dozen lenders|one loan to pay|eleven|owe everyone|debt everywhere|in debt to",
  ],
  paid_agent: [
    '中介|法务|代理|代办|公司(?:说|话|帮)|律师|反催收|停息|洗白|修复|债务(?:优化|公司|重组公司)|服务费|定金|提成|抽(?:成|百分)|收(?:费|两|三|我|百分|一成|两成)|请人|找(?:了|人)|花了|抽|先交|谈到|教我怎么|包我|签了代理|债务公司|谈下来|走流水|抖音|打钱|包过|停息',
    'agent|agency|company|firm|adviser|consultant|lawyer|negotiat\\w*|settle (?:this|my)|charg\\w+|fee|paid someone|pay (?:him|them)|commission|get \\d+% off|guy on|sort this out|cut|upfront|wipe the debt|to handle|settlement|they want \\d+%|paid \\d+|tiktok|frozen|online says',
  ],
  other_people: [
    '朋友|同事|邻居|同学|亲戚|隔壁|老王|新闻|听说|电视|别人|人家|大家|网友',
    "friends?|mate|colleague'?s?|neighbou?r'?s?|news|read that|people|someone else|thousands|others",
  ],
  idiom_joke: [
    '哈哈|笑死|累死|忙得要死|热死|饿死|气死|开玩笑|逗你|要命|死机|电影|跳楼价',
    'lol|haha|joke|kidding|killing me|dying to|sick of|murder a|dead (?:tired|phone)|heartbroken about|laptop|phone is dead',
  ],
  suppose: [
    '如果|要是|万一|假如|以后|将来|哪天|怕|担心|防',
    'if|what if|suppose|worried|in case|might|one day|ever|avoid',
  ],
}

export const conceptNames = Object.keys(fields)

const compiled = conceptNames.map((name) => {
  const [chinese, english] = fields[name]!
  return new RegExp(`${chinese}|(?<![a-z])(?:${english})(?![a-z])`)
})

/** The word fields met in a stretch of folded text, as indexes into `conceptNames`, ascending. */
export function conceptsOf(folded: string): number[] {
  const met: number[] = []
  compiled.forEach((pattern, i) => {
    if (pattern.test(folded)) met.push(i)
  })
  return met
}

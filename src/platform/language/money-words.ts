/** Chinese words that make a bare number before or after them a sum of money. */
export const chineseMoneyBefore = [
  '欠', '还款?', '偿还', '付', '支付', '交', '缴', '借', '贷', '贷款', '工资', '月薪', '年薪', '底薪', '薪水', '薪资', '收入', '月入', '年入', '挣', '赚', '房租', '租金', '月供', '房贷', '车贷',
  '生活费', '存款', '余额', '本金', '利息', '罚息', '复利', '年费', '手续费', '违约金', '滞纳金', '服务费', '律师费', '金额', '额度', '首付', '最低', '账单', '总额', '总数', '合计', '共计', '拿出', '拿得出', '凑', '凑出',
  '出', '剩', '剩下', '只剩', '刷', '消费', '扣', '扣了', '转', '转账', '转走', '转了', '转给', '取', '取了', '花', '花了', '投', '投了', '投入', '投资', '买', '亏', '亏损', '损失', '赔', '退', '退还', '减到', '降到', '降至', '降', '到手', '补贴', '低保', '退休金', '养老金', '奖金', '公积金',
  '社保', '学费', '医药费', '医疗费', '药费', '手术费', '伙食', '饭钱', '水电', '吃饭', '开销', '支出', '花销', '负债', '外债', '债务', '债', '欠款', '抚养费', '赡养费', '赔偿', '资产', '积蓄', '积攒', '理财', '基金', '定投', '分期', '每期', '每月', '每个月', '一个月', '月还', '月付', '保费', '提现', '充值', '罚', '收', '多收', '收了',
  '价格', '售价', '价', '值', '缺', '差', '打', '打了', '汇', '汇款', '骗', '骗了', '骗走', '盗刷', '透支', '套现', '套了', '给', '要', '提成', '进账', '流水', '寄', '预算', '定金', '押金', '先还', '能还', '供', '吃喝', '开支', '固定', '赎回',
].sort((a, b) => b.length - a.length)

export const chineseMoneyAfter = [
  '的?欠款', '的?债', '的?外债', '的?负债', '的?本金', '的?利息', '的?房租', '的?工资', '的?月薪', '的?收入', '的?存款', '的?房贷', '的?车贷', '的?月供', '的?生活费', '的?退休金', '的?养老金', '的?低保', '的?贷款', '的?信用卡', '的?账单', '的?违约金', '的?手续费', '的?年费', '的?罚息', '的?理财', '的?基金', '的?积蓄', '的?学费', '的?医药费', '的?额度', '一个月', '每月', '每个月', '\\/月', '一期', '每期', '的?消费', '的?交易', '的?转账', '的?费用', '的?窟窿', '的?首付', '打到', '转到', '到账', '工资', '房租', '没还', '还不上', '还不起', '都还', '左右的?(?:收入|工资)', '现金', '出来',
]

/** Things counted: a number before them is no sum. */
export const chineseCounters =
  '个|位|名|人|口|张|次|笔|条|通|遍|回|家|户|套|间|辆|台|份|项|种|点|步|分钟|小时|钟头|秒|岁|号|楼|栋|层|室|平|公里|米|斤|公斤|克|倍|折|成|度|页|章|级|档|股|积分|只|支|部|件|封|趟|字|路|班|届|代|世|里程|粉丝|瓶|包|箱|顿|场|段|卷|款|类|批|组|队|届|期|月|天|日|年|周|星期|礼拜|季|分(?!\\d|[一二三四五六七八九十两]+[期个年])|股份?|基金份额|平方|点积分|步数|卡路里|公分|英里|里|t|g|gb|mb|kg|km|cm'

/** English words that make a bare number later in the clause a sum of money. */
export const englishMoneyBefore = [
  'ow(?:e|es|ed|ing)', 'pay(?:s|ing|ment|ments)?', 'paid', 'repay(?:ing|ment)?', 'rent', 'salary', 'wages?', 'income', 'earn(?:s|ed|ing)?', 'mak(?:e|es|ing)', 'made', 'afford', 'instal?l?ments?(?: of)?', 'balance', 'debts?', 'borrow(?:ed)?', 'loans?', 'fees?', 'charg(?:e|es|ed)', 'bills?', 'costs?', 'spen[dt]', 'spending', 'deposit(?:ed)?', 'limit', 'mortgage', 'transfer(?:red)?', 'lost', 'lose', 'invest(?:ed)?', 'put in', 'down payment', 'minimum', 'take home', 'bring home', 'savings', 'saved?', 'manage', 'offer', 'principal', 'interest', 'penalty', 'groceries', 'food', 'utilities', 'pension', 'benefits?', 'refund(?:ed)?', 'waive', 'total(?:s|ling)?', 'amount', 'withdr[ae]w', 'withdrawn', 'stole', 'took', 'scammed', 'sent', 'overdraft', 'scrape together', 'come up with', 'do', 'budget', 'tuition', 'expenses', 'sum', 'about', 'just', 'only', 'at least', 'worth', 'price', 'get(?:ting)?', 'got', 'give', 'receiv(?:e|ed|ing)', 'left with', 'send', 'settle', 'clear', 'each month', 'every month', 'monthly', 'instead of', 'lower(?:ed)? to', 'reduced? to', 'cut to', 'dropped? to',
]

export const englishMoneyAfter =
  '(?: a| per| each| every|\\/) ?(?:month|mo\\b|week|year)|\\/mo\\b|\\/month| monthly| in (?:debt|savings|fees|interest|cash|rent|total)| of (?:debt|savings|interest|fees|income)| (?:debt|balance|interest|late fee|fee|salary|rent|loan|mortgage|pension|income|deposit|limit|upfront|down payment|up front)\\b'

export const englishAfterSum =
  '^(?: ?$| ?[.,;:!?)\\n"/-]| (?:in|on|by|a|per|each|every|for|to|and|or|but|from|this|next|now|today|tomorrow|monthly|total|max|at|with|before|until|if|so|because|off|down|left|instead|right|then|as|is|was|of|over|after|upfront|up|more|less|when|only|out|back|which|that|i|my|we|it|rather|not|should|plus|towards?|altogether|tops|maximum|would|will|still|extra|since|went|without|due|net|gross|worth|like)\\b| ?[一-龥]| ?&)'

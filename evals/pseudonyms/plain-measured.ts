/** Sentences in which nobody is named, written before the recogniser: whatever is hidden in them is hidden wrongly. */
export const plainMeasured: readonly string[] = `
我这个月真的还不上了，能不能缓一缓
请问提前还款要收违约金吗
余额不足扣款失败，为什么还要收费
很高兴为您服务，请问有什么可以帮您
方便的话请在方便的时候回个电话
这个月的最低还款额是多少
年化利率是多少，怎么算的
金额对不上，多扣了三百块
我想查一下白条和信用卡的账单
万元以上的理财有什么推荐
安全起见，请帮我把卡先锁了
全部还清要多少钱
任何时候都可以提前还吗
成本太高了，我承受不起
程序太复杂，能不能简单一点
明天就是还款日，我只能还一半
马上就到期了，怎么办
时间来不及了，请尽快处理
何时可以收到结清证明
江苏和浙江的网点在哪里
我在上海工作，老家在温州
石家庄的网点周末开门吗
我刚从常州搬到金华
房贷利率下调了，我的什么时候调
黄金理财现在还能买吗
白银和黄金哪个风险高
古董抵押可以贷款吗
钱还没到账，请查一下
钱已经转了，为什么还显示逾期
钱包里没有现金，只能刷卡
车贷还剩十二期，想一次还清
高额利息我不认可
高峰时段电话打不通
应当由你们承担责任
应该先还本金还是先还利息
应付账款超过三万
申请已经提交三天了
申诉材料要交哪些
查询征信会影响贷款吗
查账需要带什么证件
关于分期手续费的问题
关闭自动扣款怎么操作
管理费为什么每年都收
解冻账户需要多久
解除合同要赔多少
成功还款后多久恢复额度
成年子女可以代办吗
连续三个月逾期会怎么样
连本带利一共多少
和解方案可以谈吗
和之前说的不一样
于是我就把卡停了
于情于理都应该退
余下的部分下个月还
余款什么时候结清
左右为难，不知道怎么选
左边那个按钮点不动
向银行申请延期需要什么条件
向监管部门投诉的电话是多少
严格按照合同执行
严重影响了我的生活
易通卡和借记卡有什么区别
常用邮箱改不了
常见问题里没有写
文件签好了，怎么上传
文字太小，看不清条款
温馨提示看不懂
施工队的工资还没结
石油公司的股票基金亏了
水费电费都是自动扣的
路上堵车，晚一点到网点
路费都不够了
游戏充值被盗刷
包括利息在内一共多少
包装费为什么要我出
方案二比方案一便宜多少
方式不限，只要能分期
毛利下降，店快撑不住了
毛病出在你们系统
白天上班，晚上才有空接电话
白白多交了半年的钱
金融产品我不懂，请讲简单点
金卡和白金卡年费差多少
万一还不上会被起诉吗
万分感谢您的帮助
万事俱备，就差放款
米价涨了，生活成本也高
麻烦帮我看一下账单
麻烦您了，谢谢
费用明细在哪里看
费率是按月还是按年
单笔限额是多少
单位不给开收入证明
单独还这一笔可以吗
冷静期内可以退保吗
全额退款需要几天
全家都靠我一个人
农村户口能贷款吗
商量一下能不能少还点
商业贷款转公积金怎么办
党员证明可以当收入证明吗
景气不好，生意难做
席位费每年八千
时不时就被扣钱
时效过了还能追吗
明明还了还说我欠
明确告诉我能不能免
终于等到人工了
终身寿险可以退吗
计划下季度开始还
季度账单什么时候出
项目黄了，工程款拿不到
项下的担保什么时候解除
盛夏淡季没有收入
童装店倒闭了，欠了一屁股债
宁可少还一点也不想逾期
宁波的分行地址在哪
安排一下面谈可以吗
安心还款计划是什么
平安夜之前能到账吗
国庆期间可以还款吗
建行和工行的卡都可以绑定吗
国外消费的汇率怎么算
春节前能不能先还一部分
立春以后生意才会好
晚上八点以后不要打电话
我妈妈生病了，家里花了很多钱
我老公失业半年了
我爱人也没有收入
我儿子上大学需要学费
孩子的补习费都交不起
父亲去世了，他的卡怎么处理
母亲住院，等着用钱
朋友借了我的钱不还
同事都说你们服务好
邻居也遇到了同样的问题
老板拖欠工资三个月
老人家不会用手机银行
老家的房子可以抵押吗
小店关门了，没有流水
小额贷款和信用贷有什么不同
大家都在说利率要降
阿姨您好，请问几点下班
先生您好，请出示证件
女士优先通道在哪
经理在吗，我想反映问题
客户经理什么时候上班
请转人工，谢谢
我要投诉你们的催收
催收每天打十几个电话
你们的人态度很差
请不要再打电话给我的家人
律师说这笔钱不该我还
法院传票已经收到了
警察让我找银行开证明
医生建议休息两个月
老师的工资也不高
师傅带我干了三年工地
公司裁员，我没有工作了
厂里停工两个月了
学校催交学费
医院的账单有三万多
工资从八千降到四千五
每月最多能还一千二百元
一共欠了二十三万，想分六十期
利率从百分之十八降到百分之十二可以吗
三月十五号之前一定还
十二月底发年终奖再还
2026年12月31日到期的理财还能续吗
欠款18600元，利息742.35元，违约金155.80元
我能接受24期，每期不超过900元
分36期的话每月1,250.50元对吗
本金30,000.00元，年利率15.4%
最低还款额是账单的10%
1-3年的定期利率多少
2026-11-23 10:00 之前转账有效吗
95588打不通
12378是投诉电话吗
请拨打95504
400-820-8888是你们的号码吗
第3条第2款怎么理解
R3级产品适合C2客户吗
LPR加多少个点
我的额度是五万
三千五百块不是小数目
亏了两三千，心疼
七八个月了还没解决
一万二的费用太离谱了
招联和花呗能一起协商吗
京东白条算征信吗
支付宝绑的卡怎么换
微信转账限额多少
美团月付逾期了
借呗额度降了
信用卡章程在哪里看
征信报告有错误怎么改
结清证明开一下
还款计划书怎么写
延期还本付息政策还有吗
无还本续贷需要什么条件
经营贷到期了，能不能展期
公积金可以冲还贷吗
存款保险最高赔五十万吗
基金亏损能不能赔
理财到期为什么没有到账
雪球产品敲入了怎么办
风险测评过期了
我不想用机器人，转人工
谢谢，明白了
好的，知道了
那就这样吧
没问题，我同意
辛苦了，再见
可以再便宜一点吗
太贵了，不办了
这样吧，我先还五百
行，就按这个方案
不行，我只能还六百
请寄到我家里
地址变了怎么改
手机号换了怎么更新
身份证过期了还能办吗
护照可以开户吗
邮箱收不到验证码
我要注销账户
我想開通網上銀行
請問最低還款額係幾多
可唔可以分期還
利息點計㗎
呢筆交易唔係我做嘅
麻煩轉真人客服
年費可以豁免嗎
我失業咗，還唔到錢
銀行幾點收工
港幣定期利率幾多
陽光貸和安居貸哪個合適
華南地區的優惠有哪些
車子被拖走了怎麼辦
I can't pay this month, can I have more time?
What is the minimum payment on my statement?
May I ask what the annual rate is?
May is usually a slow month for my shop.
Will you waive the late fee?
Will the plan affect my credit record?
Rich people don't have this problem.
Grace period ended yesterday, what now?
Mark my complaint as urgent please.
Bill me later if possible.
The bill came to 4,500 yuan.
Frank answers would help.
Can I pay in March or April instead?
My June statement is wrong.
August was when I lost my job.
Please close my account by Friday.
I will pay 1,200 yuan on the 15th.
My balance is RMB 18,600 and the interest is 742.35.
The rate went from 12.5% to 15.4%.
Can I have 24 instalments of 900 yuan?
I owe 3.5k and earn 6k a month.
Total due 30,000.00 by 2026-12-31.
Why was I charged 155.80 on 3 October?
I live in Beijing and work in Shanghai.
I moved from Hong Kong to Shenzhen last year.
I used the card in London and New York.
Is the Nanjing Road branch open on Saturday?
Does Heheng Bank offer hardship plans?
The Personal Loan Department never answers.
I want to speak to the Complaints Team.
Who is the Branch Manager?
Dear Sir or Madam, I write about my loan.
Dear Customer Service, please help.
Hello there, is anyone online?
Hi Team, any update?
Good morning, I need help with my card.
My husband lost his job.
My wife is ill and we cannot work.
My mother passed away in September.
My son starts university next month.
My boss has not paid us since July.
My landlord raised the rent.
The doctor told me to rest for two months.
The police asked for a statement.
I already called three times.
Your app keeps crashing on my iPhone.
I paid with Alipay and WeChat Pay.
Apple Pay does not work with this Visa card.
My Mastercard was declined at Starbucks.
Is the Platinum Card free in the first year?
What is the Loan Prime Rate now?
The Consumer Protection Law says otherwise.
The National Financial Regulatory Administration will hear about this.
Please call 95504 for me.
Is 12378 the complaints line?
I do not agree with Article 12 of the contract.
Clause 3.2 is unfair.
Option B looks better than Option A.
Plan 2 costs 18,600 in total.
Christmas is coming and I have no money.
The Spring Festival holiday delayed my salary.
I bought the R3 fund and lost 8%.
My risk rating is C2.
Thanks, that helps.
OK, thank you very much.
No, I cannot afford that.
Yes, please go ahead.
Sorry, I do not understand.
I want a human, not a bot.
Please stop calling my family.
Your collector was rude to me.
I will complain to the regulator.
How do I change my address?
My phone number has changed, how do I update it?
My ID card has expired.
The SMS code never arrives.
I am a teacher and my pay was cut.
I am self-employed and business is slow.
I was made redundant in the summer.
The factory closed and we were all let go.
I have two kids and a mortgage.
Can someone else pay for me?
What documents do I need?
When will the refund arrive?
Is there a fee for early repayment?
How long does the dispute take?
I never made this transaction.
My card was stolen in Paris.
I only speak English.
Could you explain APR in simple words?
That is not what I was told.
Everything is getting more expensive.
我的salary还没发，next month可以还吗
可以waive掉late fee吗
请问APR怎么算
我的app一直闪退
想用Apple Pay绑卡
Visa和Mastercard哪个好
OK 没问题，thank you
我要cancel这个plan
`
  .split('\n')
  .filter((line) => line !== '')

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Given names of the English-speaking world, lower case: enough to know a person by one word. */
export const givenNames = list(`
aaron abigail adam adele adrian agnes aidan alan albert alex alexander alexandra alexis alfred alice alicia alison allan allen
allison alvin amanda amber amelia amy ana andrea andrew andy angel angela angie anita ann anna anne annette annie anthony antonio april
archie ariana arthur ashley aubrey audrey austin ava barbara barry beatrice becky bella ben benjamin bernard bernice beth betty
beverly bill billy blake bob bobby bonnie brad bradley brandon brenda brendan brian bridget britney brooke bruce bryan caitlin calvin
cameron camille candice carl carla carlos carmen carol caroline carolyn carrie catherine cathy cecilia celia charles charlie charlotte
chelsea cheryl chloe chris christian christina christine christopher cindy claire clara clark claudia clifford colin connie connor
constance corey courtney craig crystal curtis cynthia daisy dale damian dan dana daniel danielle danny daphne darren daryl dave david dawn
dean deborah debbie debra denise dennis derek diana diane dolores dominic don donald donna doris dorothy doug douglas duncan dustin dylan earl
eddie edgar edith edward edwin eileen elaine eleanor elena elijah elizabeth ella ellen elliot elsie emily emma eric erica erik erin ernest esther
ethan eugene eunice eva evan evelyn faith felicity felix fiona flora florence frances francis francisco frank fred frederick gabriel gabrielle
gail gareth gary gavin gemma gene geoffrey george gerald geraldine gilbert gina gladys glen glenn gloria gordon grace graham grant greg
gregory gwen hannah harold harriet harrison harry harvey hazel heather hector heidi helen henry herbert herman holly howard hugh hugo ian ida
imogen ingrid irene iris isaac isabel isabella ivan ivy jack jackie jackson jacob jacqueline jade jake james jamie jan jane janet janice
jared jasmine jason jay jean jeff jeffrey jenna jennifer jenny jeremy jerome jerry jesse jessica jessie jill jim jimmy joan joanna joanne joe
joel john johnny jon jonathan jordan jorge jose joseph joshua joy joyce juan juanita judith judy julia julian juliana julie julius justin karen karl kate
katherine kathleen kathryn kathy katie kay keith kelly kelvin ken kenneth kenny kevin kim kimberly kirk kristen kristin kurt kyle lance larry laura
lauren laurence lawrence leah lee leo leon leonard leslie lewis liam lillian lily linda lindsay lisa lloyd logan lois lola loretta lori
lorraine louis louise lucas lucia lucy luis luke lydia lynn mabel madeline maggie malcolm mandy manuel marc marcus margaret maria marie
marilyn mario marion marissa marjorie mark marlene marshall martha martin marvin mary mason mathew matt matthew maureen maurice max maxine may
megan melanie melinda melissa melvin mercedes meredith michael michele michelle miguel mike mildred miles milton miranda miriam mitchell molly
monica morgan morris muriel myra nadia nancy naomi natalie natasha nathan nathaniel neil nelson nicholas nick nicole nigel nina noah noel nora norma
norman oliver olivia omar oscar owen pamela pat patricia patrick paul paula pauline pearl pedro peggy penelope penny perry peter phil philip phillip
phoebe phyllis polly priscilla rachel ralph ramon randall randy raymond rebecca regina reginald renee rex rhonda ricardo rich richard rick ricky
rita rob robert roberta roberto robin rodney roger roland ron ronald rosa rose rosemary ross roy ruby rudy russell ruth ryan sabrina sally sam samantha samuel sandra
sara sarah scott sean sebastian selina serena seth shane shannon sharon shaun shawn sheila shelley sherry shirley sidney simon sonia sophia
sophie spencer stacey stacy stanley stella stephanie stephen steve steven stewart stuart sue summer susan suzanne sylvia tamara tammy tanya tara
ted teresa terrence terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor tristan troy tyler valerie
vanessa vera vernon veronica vicki vicky victor victoria vincent viola violet virginia vivian wade wallace walter wanda warren wayne wendy wesley
wilfred will willard william willie winnie winston yolanda yvette yvonne zachary zoe ahmed ali fatima hassan ibrahim mohammed muhammad yusuf
priya raj rahul sanjay anil deepak arjun hiroshi kenji yuki akira minh nguyen tran olga natalia sergei dmitri ivanka pierre jean-paul francois hans jurgen klaus`)

/** Names that are words too: alone they are names only where something says so. */
export const ambiguousGivenNames = list(`
april may june august summer dawn rose grace faith hope joy will bill mark frank rich grant chance art gene guy jack jay max pat penny rob sue
ray dean earl duke king prince angel crystal amber ruby pearl jade ivy iris violet daisy lily holly hazel heather olive ginger sandy rusty
drew lance miles page wade ward chase cash dale cliff glen heath reed cole brook brooke dean don ben ken tim jan mercedes victoria florence
virginia georgia paris london chelsea jordan israel austin dallas houston lincoln jackson madison carolina dakota logan mason hunter parker
carter cooper tanner taylor tyler smith baker cook wood stone rock hill brown black white green gray grey young long short sharp rich love price
money bank banks cash bond stock lee long dear christian noel star sky dawn destiny harmony melody precious constance patience prudence royal major general wan an ma he ho to so hung long ran she you men sun can pan fan fang hui`)

/** Words with a capital that are nobody: how sentences begin, and what banks, cities, days and brands are called. */
export const notPersons = list(`
a about according account accounts act after afraid again agent agreement alipay all alliance also although amex am an and android annual another any anyone app apple april apr are
article as asia ask at atm august australia authority auto available bad balance bank banking based be because been before being below beside best between bill bills board
body both branch britain british building bureau business but buy by call california can canada cancel card cardholder care case cash central centre center chair change charge charges chat
cheap check chief china chinese christmas city clause clear client close code collection collections college come commission committee company complaint complaints condition congress consumer contact contract
corporation cost could council country court credit currency current customer customers data date day days deal dear debit debt debts december decision deed delete department deposit details did director
dispute district do doctor does dollar don door down draft due during each early east easter eastern either email emergency employer end engineer england english enough europe european euro evening even every everyone everything
example exchange expected explain express fee fees february federal festival few final finally finance financial find first five for form four france free friday from full fund funds further future garden gas general german germany get give glad go gold good
google got government great group growth guarantor had half happy has have he health hello help her here hi high his hold holiday home hope hospital hotel hotline house how however html http huawei i icbc id if important in income index indeed
india individual information inn instalment instalments installment institute insurance interest international internet into investment investor ios iphone is island it its january japan japanese join joint july june just keep kind kong korea korean lady last late later law lawyer
least legal lender let letter level limit limited line list loan loans local long look lost low ltd ma'am macau mail main make manager many march market mastercard master may maybe me meanwhile measures meet member merchant message meituan microsoft minimum ministry minister miss mobile
monday money month monthly months more morning mortgage most mr mrs ms much must my name national need neither never new next nice night no nobody non none nor north not note nothing november now number october of off offer office officer official ok okay old on once one online only
open option or order other others our out outstanding over overdue pacific paid part party passport past pay payday payment payments paypal penalty pension people people's per perhaps period person personal phase phone plan plans platinum please point police policy portal post premium president previous price
prime prior private problem product products professor program project proof protection province public purchase quarter question quick quite r rate rates rather re read ready really recent reference refund regarding regards regulation regulations regulatory reminder rent repayment reply report republic request restaurant right risk road room
rural safe salary sale same saturday save savings say school score second section secretary securities see send september service services several shall she shop should side silver simple since sir sincerely sirs six small so social some somebody someone something soon sorry south special specialist spring
staff standard starbucks start state statement states station status step still stock stop store street strong student such summer sunday supervisor support sure system taiwan take taobao tax team technology tell temporary ten term terms thank thanks that the their them then there therefore these they thing this those though three through thursday
time title to today together tomorrow tonight too total tower trade transaction transfer transport treasury tried trust try tuesday two uk unable under unfortunately unicom union unionpay united university unless until up upon urgent us usa use usually vat very via video view visa volunteer wait was water we wealth web website wechat wednesday week weekly weeks
welcome well were west western what whatever when whenever where whether which while who whole whose why wife will winter with within without wonder word work worker world would write wrong www yahoo year yearly years yen yes yesterday yet you your yours youth yuan zero zone
beijing shanghai shenzhen guangzhou hangzhou nanjing tianjin chongqing chengdu wuhan suzhou xiamen qingdao dalian harbin xi'an xian zhejiang jiangsu guangdong hainan yunnan tibet sichuan hubei hunan fujian shandong hebei henan hong kowloon taipei taichung kaohsiung singapore london paris tokyo york angeles san francisco los chicago boston seattle sydney melbourne berlin
heathrow oxford cambridge manchester america american africa african thai thailand vietnam russia russian italy italian spain spanish french swiss switzerland buddha christ god jesus lord lunar midautumn dragon boat day tomb labour labor
record records label labels third parties stolen conduct exact approval concession concessions commercial industry electronic signature rules laws handling rights responsible general life gdp lpr apr otp pin sms kyc faq pdf excel word netflix spotify amazon uber didi douyin tiktok facebook twitter instagram whatsapp telegram linkedin jd pinduoduo huabei jiebei baitiao cctv hsbc citi citibank jpmorgan barclays boc ccb abc cmb cebbank ping pingan lufax tesla toyota honda bmw audi mercedes-benz sony samsung xiaomi oppo vivo lenovo android windows chrome safari wifi bluetooth
husband mother father brother sister son daughter boss landlord tenant colleague friend neighbour neighbor uncle aunt cousin parents grandfather grandmother mum mom dad grandma grandpa baby child children kids ex
`)

/** Ordinary words that are family names as well, behind a given name. */
export const wordSurnames = list(
  'price west long rich stone bond chance day early friend grant hill king lane law little love lord major may noble page park post power read rose rush sharp short small south north strong summer ward winter wise wood young green brown white black gray grey',
)

import type { Intent } from '../cases/model.ts'
import { chargeWords } from './read-charge-words.ts'
import { payingWords } from './read-paying-words.ts'
import { serviceWords } from './read-service-words.ts'

/** Words that show an intent, as regular expressions over folded text; `never` voids a match that touches it. */
export type IntentWords = { any: string[]; never?: string[] }

export const intentWords: Partial<Record<Intent, IntentWords>> = {
  ...payingWords,
  ...chargeWords,
  ...serviceWords,
}

/** Words that mark a counter-proposal when a sum, a term or a rate stands in the message. */
export const counterWords =
  /太(?:高|多|长|短|贵|少|重|久)(?!额度)|改(?:成|到|为)|换成|不如|能不能再|可不可以再|再(?:少|降|低|减|多|长|宽|优惠|便宜)(?!.{0,4}次)|你们(?:说|给|提|报)(?:的|出)|(?:这个|那个|你们的?|第[一二三]个?|上面的?|刚才的?)方案|降到|减到|降为|减为|延长到|延到|最多(?:只)?(?:能)?(?:还|付|拿|出|给|承担|接受|每)?|顶多|我?只(?:能|拿得出|付得起|还得起)|的话[^。]{0,6}我(?:就|今天|马上|可以|愿意|立刻|明天)|以内我|各退一步|折中|还(?:个|一个)价|可以的话|要是(?:能|免|减)|(?:如果|要是|只要|假如)(?:能|你们|免|减|可以|银行|把)?[^。]{0,16}(?:免|减|降|便宜|优惠|少|延|同意)[^。]{0,10}我(?:就|可以|愿意|马上|能|先|明天|立刻|今天)|(?:我|那)[^，。]{0,4}(?:希望|建议|提议)|\btoo (?:high|much|long|short|low|expensive|steep)\b|\b(?:how|what) about\b|\binstead(?: of)?\b|\b(?:could|can|would|will) (?:you|we) (?:do|make it|accept|agree|consider|go|bring|lower|reduce|extend|take|drop|settle|stretch|try)\b|\bmake it\b|\bi (?:can|could) (?:only|just|at most|maybe)\b|\bat (?:the )?most\b|\bthe most i can\b|\bmax(?:imum)?\b|\bmeet (?:me )?(?:in the middle|halfway)\b|\bcounter\b|\bi'?d (?:rather|prefer)\b|\bif you (?:waive|drop|reduce|can|could|remove|cut|agree|lower|extend)\b|\b(?:lower|bring|reduce|cut|drop) it (?:down )?to\b|\bonly (?:afford|manage|pay|do)\b|\bcan't do more than\b|\bno more than\b|\bwould be (?:ok|fine|possible|doable)\b|\bbut (?:over|with|at|for|only|in|spread|make)\b/

/** Words for passing the time of day or saying thanks; they count when nothing else is said. */
export const smalltalkWords =
  /谢谢|感谢|多谢|你好|您好|早上好|下午好|晚上好|在吗|在么|辛苦|再见|拜拜|哈喽|嗨|好的|收到|明白了|知道了|嗯+|新年(?:快乐|好)|恭喜|祝|你真(?:好|棒)|早安|晚安|ok|你是谁|你是(?:机器人|真人)|\b(?:hi|hello|hey|thanks?|thank you|thx|ty|cheers|good (?:morning|afternoon|evening|night|day)|bye|goodbye|ok(?:ay)?|got it|great|appreciate|have a (?:nice|good|great)|how are you|nice to|welcome|happy new year|understood|see you|who are you|are you (?:a )?(?:ro)?(?:bot|human|there))\b/

/** Matters no bank's service desk answers. */
export const foreignWords =
  /天气|(?:写|作|来)(?:一?首)?(?:诗|歌)|讲(?:个)?笑话|股票(?:推荐|代码)|推荐[^，。]{0,3}股票|股票|几?只股|彩票|菜谱|怎么做菜|作文|(?:写|编)(?:一?段|个)?(?:代码|程序|爬虫)|翻译(?:一下|这|成)|足球|世界杯|篮球|电影(?:推荐|票)|外卖|火车票|机票|酒店预订|比特币|炒币|世界上最|首都|历史上|数学题|算命|星座|减肥|旅游攻略|女朋友怎么|总统|ps5|游戏攻略|\b(?:weather|poem|joke|recipe|homework|football|soccer|lottery|bitcoin|crypto|president|capital of|horoscope|movie|song|python|javascript|translate|essay|pizza|flight|hotel|stock tips?|which stocks?|stocks? (?:market|will|price)|world cup|dating|math problem)\b/

import type { PromiseKind } from './model.ts'

/**
 * `certain`: a guarantee, which no entry without a figure covers and which needs no voice of its own. `whole`: said
 * across the commas of a sentence.
 */
export type PromiseCue = {
  kinds: readonly PromiseKind[]
  pattern: RegExp
  certain?: true
  whole?: true
  unless?: RegExp
}

/** What a bank may well assure anybody of: care, secrecy, the law. */
const harmless =
  /保密|隐私|个人信息|信息安全|依法|如实|认真|尽力|质量|服务|\b(?:privacy|private|confiden\w+|personal (?:data|information)|secure|seriously|best|respect|listen)\b/

/** The bank gives its word, or says what will be whatever happens: the words themselves bind, whatever they are about. */
export const guaranteeCues: readonly PromiseCue[] = [
  {
    kinds: ['outcome'],
    certain: true,
    unless: harmless,
    pattern:
      /(?:我们|我行|本行|银行|(?<!请)我)(?:就|都|也)?(?:可以|能|敢|在此|郑重|愿意)?(?:向|跟|给|对)?(?:您|你)?(?:作出?|做出?)?(?:保证(?!人|金)|承诺(?!书)|担保(?!人|物|合同)|打包票|立字据)|包在(?:我|我们)身上|(?:我们|我|本行)说到做到|有我们在[^,。]{0,6}(?:放心|没事)/,
  },
  {
    kinds: ['outcome'],
    certain: true,
    whole: true,
    unless: harmless,
    pattern:
      /(?:无论|不论|不管)(?:如何|怎样|怎么样|(?:将来|以后)?(?:发生|出现|遇到)?(?:什么|何种|任何|哪种)[^,。;]{0,6})[,]?[^,。;]{0,16}(?:都|也|就|仍)?(?:不会|不|会|能)|(?:永远|永久|永不|终身|一辈子)(?:都|也)?(?:不会|不再|不|会|免)/,
  },
  {
    kinds: ['outcome'],
    certain: true,
    unless: harmless,
    pattern:
      /\b(?:we|i|the bank)(?: can| could| do| will| hereby|'ll)?(?: also| even| gladly)? (?:promises?|guarantees?|assures? you|pledge|vow|swear)\b|\b(?:you have|giv(?:e|ing) you) (?:our|my) (?:word|promise|guarantee)\b|\b(?:leave|trust) (?:it|this|everything) (?:all )?(?:with|to) us\b|\byou can (?:count|rely|bank) on (?:it|that|this)\b|\brest assured\b/,
  },
  {
    kinds: ['outcome'],
    certain: true,
    whole: true,
    unless: harmless,
    pattern:
      /\b(?:whatever (?:happens|comes|may come)|no matter (?:what|how)|under (?:any|all|no) circumstances|come what may)\b[^.;!?]{0,40}\b(?:will|won't|shall|never|stays?|remains?)\b|\b(?:will|shall) (?:always|for ever|forever|never ever)\b|\bfor (?:good|ever|life)\b[^.;!?]{0,20}\b(?:free|waived)\b/,
  },
  {
    kinds: ['waiver'],
    certain: true,
    pattern:
      /(?:本金|欠款|余额|债务?|利息|罚息)[^,。;]{0,10}(?:不用|不必|无需|不需要)(?:您)?(?:再)?(?:还|付|交|偿还|支付)了?(?!清)/,
  },
  {
    kinds: ['outcome'],
    pattern:
      /(?:恢复|提高|上调|调高|增加|提升)(?:您|你)?(?:的)?(?:信用|授信|临时|固定|用卡|卡片)?(?:额度|用卡)|额度[^,。;]{0,8}(?:恢复|提高|上调|调高|提升)|利率[^,。;]{0,8}(?:只会|会|将)[^,。;]{0,6}(?:降|低|下调)/,
  },
  {
    kinds: ['outcome'],
    pattern:
      /\b(?:credit |card )?(?:limit|line)\b[^.;!?]{0,16}\b(?:will|shall|is going to) be[^.;!?]{0,16}\b(?:restored|raised|increased|lifted|doubled)|\b(?:restore|raise|increase|lift) your (?:credit |card )?limit|\brates?\b[^.;!?]{0,12}\b(?:will|can)(?: only| surely)? (?:go|come|be) (?:down|lower(?:ed)?|cut|reduced)|\b(?:nobody|no court|no one)\b[^.;!?]{0,12}\bwill ever\b/,
  },
]

import { amountDigits, rateText } from '../../platform/money.ts'
import type { CostStatementInput } from './cost-statement-page.ts'
import type { LetterLanguage, LetterTable } from './letter-text.ts'

/** H6: each charge with its method, rate, amount and recipient, and their given total. */
export function costTable(given: CostStatementInput, language: LetterLanguage): LetterTable {
  const zh = language === 'zh-Hans'
  return {
    columns: [
      { label: zh ? '成本项目' : 'Cost', align: 'left', share: 1.1 },
      { label: zh ? '收取方式' : 'How it is charged', align: 'left', share: 2 },
      { label: zh ? '年利率' : 'Rate a year', align: 'right', share: 1 },
      { label: zh ? '金额（元）' : 'Amount (CNY)', align: 'right', share: 1.2 },
      { label: zh ? '收取方' : 'Paid to', align: 'left', share: 1.05 },
    ],
    rows: [
      ...given.charges.map((charge) => ({
        cells: [
          charge.name[language],
          charge.method[language],
          charge.rate_bp === null ? (zh ? '不适用' : 'none') : rateText(charge.rate_bp),
          amountDigits(charge.amount),
          charge.recipient[language],
        ],
        strong: false,
      })),
      { cells: [zh ? '合计' : 'Total', '', '', amountDigits(given.total_cost), ''], strong: true },
    ],
  }
}

/** H6: what is charged only on default, when, at which standard, and to whom. */
export function contingentTable(given: CostStatementInput, language: LetterLanguage): LetterTable {
  const zh = language === 'zh-Hans'
  return {
    columns: [
      { label: zh ? '项目' : 'Charge', align: 'left', share: 1.1 },
      { label: zh ? '收取情形' : 'When', align: 'left', share: 2.2 },
      { label: zh ? '标准' : 'How much', align: 'left', share: 2 },
      { label: zh ? '收取方' : 'Paid to', align: 'left', share: 1.05 },
    ],
    rows: given.contingent.map((cost) => ({
      cells: [cost.name[language], cost.trigger[language], cost.standard[language], cost.recipient[language]],
      strong: false,
    })),
  }
}

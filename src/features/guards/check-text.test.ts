import { describe, expect, it } from 'vitest'
import { guardsOn } from './guards-on.ts'
import type { GuardInputLoose, GuardName } from './model.ts'

const cases: [GuardName[], string, Partial<GuardInputLoose>][] = [
  [
    ['unverified_account_fact'],
    '高先生，您的余额为36,500元。',
    {
      facts: [
        { id: 'b', kind: 'amount', value: 3650000, currency: 'CNY', role: 'balance', source: 'account' },
        { id: 'f', kind: 'amount', value: 3500000, currency: 'CNY', role: 'financed', source: 'engine' },
        { id: 'w', kind: 'amount', value: 150000, currency: 'CNY', role: 'waived', source: 'engine' },
        { id: 'i', kind: 'amount', value: 161000, currency: 'CNY', role: 'instalment', source: 'engine' },
        { id: 't', kind: 'amount', value: 3864000, currency: 'CNY', role: 'total', source: 'engine' },
        { id: 'dp', kind: 'amount', value: 0, currency: 'CNY', role: 'other', source: 'engine' },
        { id: 'm', kind: 'term', value: 24, role: 'months', source: 'engine' },
        { id: 'an', kind: 'rate', value: 980, role: 'apr_nominal', source: 'engine' },
        { id: 'ae', kind: 'rate', value: 1025, role: 'apr_effective', source: 'engine' },
        { id: 'd1', kind: 'date', value: '2026-12-18', role: 'first_due', source: 'engine' },
        { id: 'd2', kind: 'date', value: '2028-11-18', role: 'last_due', source: 'engine' },
        { id: 'dl', kind: 'date', value: '2026-12-02', role: 'deadline', source: 'engine' },
        { id: 'n', kind: 'name', value: '高建国', source: 'account', subject: 'customer' },
        { id: 'n2', kind: 'name', value: 'Gao Jianguo', source: 'account', subject: 'customer' },
      ],
      promises: [{ kind: 'waiver', fact: 'w' }],
      verified: false,
    },
  ],
  [
    [],
    '您可以在验证身份后查询余额。',
    {
      facts: [
        { id: 'b', kind: 'amount', value: 3650000, currency: 'CNY', role: 'balance', source: 'account' },
        { id: 'f', kind: 'amount', value: 3500000, currency: 'CNY', role: 'financed', source: 'engine' },
        { id: 'w', kind: 'amount', value: 150000, currency: 'CNY', role: 'waived', source: 'engine' },
        { id: 'i', kind: 'amount', value: 161000, currency: 'CNY', role: 'instalment', source: 'engine' },
        { id: 't', kind: 'amount', value: 3864000, currency: 'CNY', role: 'total', source: 'engine' },
        { id: 'dp', kind: 'amount', value: 0, currency: 'CNY', role: 'other', source: 'engine' },
        { id: 'm', kind: 'term', value: 24, role: 'months', source: 'engine' },
        { id: 'an', kind: 'rate', value: 980, role: 'apr_nominal', source: 'engine' },
        { id: 'ae', kind: 'rate', value: 1025, role: 'apr_effective', source: 'engine' },
        { id: 'd1', kind: 'date', value: '2026-12-18', role: 'first_due', source: 'engine' },
        { id: 'd2', kind: 'date', value: '2028-11-18', role: 'last_due', source: 'engine' },
        { id: 'dl', kind: 'date', value: '2026-12-02', role: 'deadline', source: 'engine' },
        { id: 'n', kind: 'name', value: '高建国', source: 'account', subject: 'customer' },
        { id: 'n2', kind: 'name', value: 'Gao Jianguo', source: 'account', subject: 'customer' },
      ],
      promises: [{ kind: 'waiver', fact: 'w' }],
      verified: false,
    },
  ],
  [
    [],
    '您名下有 3 张信用卡，合计欠款 20,000 元。',
    {
      facts: [
        { id: 'c', kind: 'count', value: 3, label: 'cards' },
        { id: 'a', kind: 'amount', value: 2000000, currency: 'CNY' },
      ],
    },
  ],
  [
    ['number_unsupported'],
    '您名下有 4 张信用卡，合计欠款 20,000 元。',
    {
      facts: [
        { id: 'c', kind: 'count', value: 3, label: 'cards' },
        { id: 'a', kind: 'amount', value: 2000000, currency: 'CNY' },
      ],
    },
  ],
  [[], '您 65 岁，我们会特别说明风险。', { facts: [{ id: 'c', kind: 'count', value: 65, label: 'age' }] }],
  [[], '请准备 3 份材料。', { facts: [{ id: 'c', kind: 'count', value: 3 }] }],
  [['number_unsupported'], '请准备两份材料。', { facts: [{ id: 'c', kind: 'count', value: 3 }] }],
  [
    [],
    '请点击 https://bank.example/verify 验证。',
    { facts: [{ id: 'u', kind: 'url', value: 'https://bank.example/verify' }] },
  ],
  [
    ['number_unsupported'],
    '请点击 https://bank.example.com/verify 验证。',
    { facts: [{ id: 'u', kind: 'url', value: 'https://bank.example/verify' }] },
  ],
  [[], '请拨打 400-820-1234。', { facts: [{ id: 'u', kind: 'phone', value: '4008201234' }] }],
  [
    ['number_unsupported'],
    '请拨打 400-820-1243。',
    { facts: [{ id: 'u', kind: 'phone', value: '4008201234' }] },
  ],
  [
    [],
    '我们会拨打您的手机 138****5678。',
    {
      facts: [{ id: 'u', kind: 'phone', value: '13812345678', subject: 'customer' }],
      promises: [{ kind: 'callback' }],
    },
  ],
  [
    ['other_person_data'],
    '我们会拨打您的手机 138****5679。',
    {
      facts: [{ id: 'u', kind: 'phone', value: '13812345678', subject: 'customer' }],
      promises: [{ kind: 'callback' }],
    },
  ],
  [
    [],
    '请在 15 天内提交材料。',
    { facts: [{ id: 'u', kind: 'term', value: 15, unit: 'day', role: 'deadline', source: 'policy' }] },
  ],
  [
    [],
    '请在15日内提交材料。',
    { facts: [{ id: 'u', kind: 'term', value: 15, role: 'deadline', source: 'policy' }] },
  ],
  [
    ['number_unsupported'],
    '请在25日内提交材料。',
    { facts: [{ id: 'u', kind: 'term', value: 15, role: 'deadline', source: 'policy' }] },
  ],
  [
    [],
    'Please send the documents within two weeks.',
    { facts: [{ id: 'u', kind: 'term', value: 14, role: 'deadline', source: 'policy' }] },
  ],
  [
    ['floor_disclosed'],
    '我们可以接受 21,000 元。',
    {
      facts: [
        { id: 'b', kind: 'amount', value: 3650000, currency: 'CNY', role: 'balance', source: 'account' },
        { id: 'f', kind: 'amount', value: 3500000, currency: 'CNY', role: 'financed', source: 'engine' },
        { id: 'w', kind: 'amount', value: 150000, currency: 'CNY', role: 'waived', source: 'engine' },
        { id: 'i', kind: 'amount', value: 161000, currency: 'CNY', role: 'instalment', source: 'engine' },
        { id: 't', kind: 'amount', value: 3864000, currency: 'CNY', role: 'total', source: 'engine' },
        { id: 'dp', kind: 'amount', value: 0, currency: 'CNY', role: 'other', source: 'engine' },
        { id: 'm', kind: 'term', value: 24, role: 'months', source: 'engine' },
        { id: 'an', kind: 'rate', value: 980, role: 'apr_nominal', source: 'engine' },
        { id: 'ae', kind: 'rate', value: 1025, role: 'apr_effective', source: 'engine' },
        { id: 'd1', kind: 'date', value: '2026-12-18', role: 'first_due', source: 'engine' },
        { id: 'd2', kind: 'date', value: '2028-11-18', role: 'last_due', source: 'engine' },
        { id: 'dl', kind: 'date', value: '2026-12-02', role: 'deadline', source: 'engine' },
        { id: 'n', kind: 'name', value: '高建国', source: 'account', subject: 'customer' },
        { id: 'n2', kind: 'name', value: 'Gao Jianguo', source: 'account', subject: 'customer' },
      ],
      promises: [{ kind: 'waiver', fact: 'w' }],
      floor: { amounts: [2100000], bp: [] },
    },
  ],
  [
    ['floor_disclosed'],
    'We could settle at 60% of the balance.',
    {
      facts: [
        { id: 'b', kind: 'amount', value: 3650000, currency: 'CNY', role: 'balance', source: 'account' },
        { id: 'f', kind: 'amount', value: 3500000, currency: 'CNY', role: 'financed', source: 'engine' },
        { id: 'w', kind: 'amount', value: 150000, currency: 'CNY', role: 'waived', source: 'engine' },
        { id: 'i', kind: 'amount', value: 161000, currency: 'CNY', role: 'instalment', source: 'engine' },
        { id: 't', kind: 'amount', value: 3864000, currency: 'CNY', role: 'total', source: 'engine' },
        { id: 'dp', kind: 'amount', value: 0, currency: 'CNY', role: 'other', source: 'engine' },
        { id: 'm', kind: 'term', value: 24, role: 'months', source: 'engine' },
        { id: 'an', kind: 'rate', value: 980, role: 'apr_nominal', source: 'engine' },
        { id: 'ae', kind: 'rate', value: 1025, role: 'apr_effective', source: 'engine' },
        { id: 'd1', kind: 'date', value: '2026-12-18', role: 'first_due', source: 'engine' },
        { id: 'd2', kind: 'date', value: '2028-11-18', role: 'last_due', source: 'engine' },
        { id: 'dl', kind: 'date', value: '2026-12-02', role: 'deadline', source: 'engine' },
        { id: 'n', kind: 'name', value: '高建国', source: 'account', subject: 'customer' },
        { id: 'n2', kind: 'name', value: 'Gao Jianguo', source: 'account', subject: 'customer' },
      ],
      promises: [{ kind: 'waiver', fact: 'w' }],
      floor: { amounts: [2100000], bp: [6000] },
    },
  ],
  [
    ['disclosure_missing'],
    '高先生，每月还1,610元，共24期。',
    {
      facts: [
        { id: 'b', kind: 'amount', value: 3650000, currency: 'CNY', role: 'balance', source: 'account' },
        { id: 'f', kind: 'amount', value: 3500000, currency: 'CNY', role: 'financed', source: 'engine' },
        { id: 'w', kind: 'amount', value: 150000, currency: 'CNY', role: 'waived', source: 'engine' },
        { id: 'i', kind: 'amount', value: 161000, currency: 'CNY', role: 'instalment', source: 'engine' },
        { id: 't', kind: 'amount', value: 3864000, currency: 'CNY', role: 'total', source: 'engine' },
        { id: 'dp', kind: 'amount', value: 0, currency: 'CNY', role: 'other', source: 'engine' },
        { id: 'm', kind: 'term', value: 24, role: 'months', source: 'engine' },
        { id: 'an', kind: 'rate', value: 980, role: 'apr_nominal', source: 'engine' },
        { id: 'ae', kind: 'rate', value: 1025, role: 'apr_effective', source: 'engine' },
        { id: 'd1', kind: 'date', value: '2026-12-18', role: 'first_due', source: 'engine' },
        { id: 'd2', kind: 'date', value: '2028-11-18', role: 'last_due', source: 'engine' },
        { id: 'dl', kind: 'date', value: '2026-12-02', role: 'deadline', source: 'engine' },
        { id: 'n', kind: 'name', value: '高建国', source: 'account', subject: 'customer' },
        { id: 'n2', kind: 'name', value: 'Gao Jianguo', source: 'account', subject: 'customer' },
      ],
      promises: [{ kind: 'waiver', fact: 'w' }],
      requires: ['cost_total'],
    },
  ],
  [
    ['disclosure_missing'],
    '高先生，每月还1,610元。',
    {
      facts: [
        { id: 'b', kind: 'amount', value: 3650000, currency: 'CNY', role: 'balance', source: 'account' },
        { id: 'f', kind: 'amount', value: 3500000, currency: 'CNY', role: 'financed', source: 'engine' },
        { id: 'w', kind: 'amount', value: 150000, currency: 'CNY', role: 'waived', source: 'engine' },
        { id: 'i', kind: 'amount', value: 161000, currency: 'CNY', role: 'instalment', source: 'engine' },
        { id: 't', kind: 'amount', value: 3864000, currency: 'CNY', role: 'total', source: 'engine' },
        { id: 'dp', kind: 'amount', value: 0, currency: 'CNY', role: 'other', source: 'engine' },
        { id: 'm', kind: 'term', value: 24, role: 'months', source: 'engine' },
        { id: 'an', kind: 'rate', value: 980, role: 'apr_nominal', source: 'engine' },
        { id: 'ae', kind: 'rate', value: 1025, role: 'apr_effective', source: 'engine' },
        { id: 'd1', kind: 'date', value: '2026-12-18', role: 'first_due', source: 'engine' },
        { id: 'd2', kind: 'date', value: '2028-11-18', role: 'last_due', source: 'engine' },
        { id: 'dl', kind: 'date', value: '2026-12-02', role: 'deadline', source: 'engine' },
        { id: 'n', kind: 'name', value: '高建国', source: 'account', subject: 'customer' },
        { id: 'n2', kind: 'name', value: 'Gao Jianguo', source: 'account', subject: 'customer' },
      ],
      promises: [{ kind: 'waiver', fact: 'w' }],
      requires: ['apr'],
    },
  ],
  [['disclosure_missing'], '关于您的投诉，我们已经收到。', { requires: ['objection'] }],
  [['disclosure_missing'], '请转人工客服。', { requires: ['ai_label'] }],
  [
    [],
    '如对处理结果有异议，可向消费者权益保护部门申诉。本答复由AI辅助生成。',
    { requires: ['objection', 'ai_label'] },
  ],
  [
    [],
    '如有任何不同意见，请随时告诉我们。（AI生成内容，已由工作人员审核）',
    { requires: ['objection', 'ai_label'] },
  ],
  [
    [],
    'If you have any objection, write to us. Prepared with the help of artificial intelligence.',
    { requires: ['objection', 'ai_label'] },
  ],
  [
    [],
    'Not happy with this? You can raise a complaint at any branch. This text was created by an AI tool and checked by our staff.',
    { requires: ['objection', 'ai_label'] },
  ],
  [
    [],
    'You are entitled to challenge this decision. Drafted by AI.',
    { requires: ['objection', 'ai_label'] },
  ],
  [
    [],
    '您对本方案如有疑问或不同意，可致电客服。内容由人工智能生成，仅供参考。',
    { requires: ['objection', 'ai_label'] },
  ],
  [
    [],
    '方案A：分12期，每期1,582.33元；方案B：分24期，每期831元。',
    {
      facts: [
        { id: 'm1', kind: 'term', value: 12, role: 'months', label: 'option A months' },
        {
          id: 'i1',
          kind: 'amount',
          value: 158233,
          currency: 'CNY',
          role: 'instalment',
          label: 'option A instalment',
        },
        { id: 'm2', kind: 'term', value: 24, role: 'months', label: 'option B months' },
        {
          id: 'i2',
          kind: 'amount',
          value: 83100,
          currency: 'CNY',
          role: 'instalment',
          label: 'option B instalment',
        },
      ],
    },
  ],
  [
    ['number_unsupported'],
    '方案A：分24期，每期1,582.33元；方案B：分12期，每期831元。',
    {
      facts: [
        { id: 'm1', kind: 'term', value: 12, role: 'months', label: 'option A months' },
        {
          id: 'i1',
          kind: 'amount',
          value: 158233,
          currency: 'CNY',
          role: 'instalment',
          label: 'option A instalment',
        },
        { id: 'm2', kind: 'term', value: 24, role: 'months', label: 'option B months' },
        {
          id: 'i2',
          kind: 'amount',
          value: 83100,
          currency: 'CNY',
          role: 'instalment',
          label: 'option B instalment',
        },
      ],
    },
  ],
  [
    [],
    'Option A is 12 months at ¥1,582.33; option B is 24 months at ¥831.',
    {
      facts: [
        { id: 'm1', kind: 'term', value: 12, role: 'months', label: 'option A months' },
        {
          id: 'i1',
          kind: 'amount',
          value: 158233,
          currency: 'CNY',
          role: 'instalment',
          label: 'option A instalment',
        },
        { id: 'm2', kind: 'term', value: 24, role: 'months', label: 'option B months' },
        {
          id: 'i2',
          kind: 'amount',
          value: 83100,
          currency: 'CNY',
          role: 'instalment',
          label: 'option B instalment',
        },
      ],
    },
  ],
  [
    ['number_unsupported'],
    'Option A is 12 months at ¥831; option B is 24 months at ¥1,582.33.',
    {
      facts: [
        { id: 'm1', kind: 'term', value: 12, role: 'months', label: 'option A months' },
        {
          id: 'i1',
          kind: 'amount',
          value: 158233,
          currency: 'CNY',
          role: 'instalment',
          label: 'option A instalment',
        },
        { id: 'm2', kind: 'term', value: 24, role: 'months', label: 'option B months' },
        {
          id: 'i2',
          kind: 'amount',
          value: 83100,
          currency: 'CNY',
          role: 'instalment',
          label: 'option B instalment',
        },
      ],
    },
  ],
  [
    [],
    '投诉处理时限为15日，复杂情况30日[1]，我们的服务时间是每天9:00—21:00[2]。',
    {
      citations: [
        { marker: '[1]', clause: 'c1' },
        { marker: '[2]', clause: 'c2' },
      ],
      clauses: [
        {
          id: 'c1',
          text: '投诉应在15日内处理，情况复杂的延长至30日。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
        {
          id: 'c2',
          text: '服务时间：每天 9:00 至 21:00。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
      promises: [{ kind: 'deadline' }],
    },
  ],
  [
    [],
    '根据《信用卡个性化分期管理办法》第三条，期限不超过五年[1]。',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: '第三条 个性化分期期限最长不超过 60 个月。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    [],
    '提前还款需提前5个工作日申请，违约金为剩余本金的1%[1]。',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: '客户提前还款的，应提前 5 个工作日提出申请，并支付剩余本金 1% 的违约金。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    ['number_unsupported'],
    '提前还款需提前7个工作日申请，违约金为剩余本金的1%[1]。',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: '客户提前还款的，应提前 5 个工作日提出申请，并支付剩余本金 1% 的违约金。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    ['number_unsupported'],
    '投诉处理时限一般为30日，复杂情况可延长至15日[1]。',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: '投诉一般应在15日内处理完毕，情况复杂的可以延长至30日。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    [],
    'Early repayment needs 5 working days of notice and costs 1% of the remaining principal [1].',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: 'Early repayment requires notice of 5 working days; a charge of 1% of the remaining principal applies.',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    ['number_unsupported', 'policy_not_effective'],
    '期限不超过60个月[1]。',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: '个性化分期期限最长不超过 60 个月。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: '2026-06-01',
        },
      ],
    },
  ],
  [
    ['internal_clause'],
    '超过减免须报主管审批后方可执行，所以请稍等。',
    {
      clauses: [
        {
          id: 'k',
          text: '坐席可减免违约金，超过授权的减免须报主管审批后方可执行。',
          audience: 'internal',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    ['citation_unsupporting'],
    '您可以随时提前还款，无需额外说明[1]。',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: '风险测评有效期届满，客户应当重新测评。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    ['citation_unsupporting'],
    'You can repay early whenever you like [1].',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: 'A risk assessment must be renewed before buying wealth products.',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [
    ['citation_invalid'],
    '您可以随时提前还款[3]。',
    {
      citations: [{ marker: '[1]', clause: 'c1' }],
      clauses: [
        {
          id: 'c1',
          text: '客户可以随时提前还款。',
          audience: 'public',
          effective_from: '2025-01-01',
          effective_to: null,
        },
      ],
    },
  ],
  [['language_mismatch'], '您好，已经收到您的材料，谢谢。', { lang: 'en' }],
  [['language_mismatch'], 'Hello, we have received your documents.', { lang: 'zh-Hans' }],
  [['language_mismatch'], '您好，我們已經收到您的資料，謝謝您的來信。', { lang: 'zh-Hans' }],
  [['language_mismatch'], '您好，我们已经收到您的资料，谢谢您的来信。', { lang: 'zh-Hant' }],
  [[], '您好，已收到您的 App 截图。', { lang: 'zh-Hans' }],
  [
    [],
    '感谢您的来信，李经理已在跟进。',
    { facts: [{ id: 's', kind: 'name', value: '李海', subject: 'staff' }] },
  ],
  [
    ['other_person_data'],
    '感谢您的来信，张经理已在跟进。',
    { facts: [{ id: 's', kind: 'name', value: '李海', subject: 'staff' }] },
  ],
  [
    ['other_person_data'],
    '您的母亲王桂兰也可以代您办理。',
    { facts: [{ id: 's', kind: 'name', value: '王桂兰', subject: 'other' }] },
  ],
  [
    [],
    'Dear Mr. Song Jiayi,\nthank you.\n\nBest regards,\nChen Li\nHardship Team',
    {
      facts: [
        { id: 'n', kind: 'name', value: 'Song Jiayi' },
        { id: 's', kind: 'name', value: 'Chen Li', subject: 'staff' },
      ],
    },
  ],
  [
    ['other_person_data'],
    'Dear Mr. Song Jiayi,\nthank you.\n\nBest regards,\nZhou Min\nHardship Team',
    {
      facts: [
        { id: 'n', kind: 'name', value: 'Song Jiayi' },
        { id: 's', kind: 'name', value: 'Chen Li', subject: 'staff' },
      ],
    },
  ],
  [
    [],
    'Hi Jiayi, thanks for getting back to us.',
    { facts: [{ id: 'n', kind: 'name', value: 'Song Jiayi' }] },
  ],
  [[], '您好，佳怡女士。', { facts: [{ id: 'n', kind: 'name', value: '宋佳怡' }] }],
  [[], 'Dear Emily Carter, thank you.', { facts: [{ id: 'n', kind: 'name', value: 'Emily Carter' }] }],
  [
    ['other_person_data'],
    'Dear Emily Parker, thank you.',
    { facts: [{ id: 'n', kind: 'name', value: 'Emily Carter' }] },
  ],
  [
    ['other_person_data'],
    'Dear Jack, thank you.',
    { facts: [{ id: 'n', kind: 'name', value: 'Emily Carter' }] },
  ],
  [[], '尊敬的欧阳先生，您好。', { facts: [{ id: 'n', kind: 'name', value: '欧阳靖' }] }],
  [['other_person_data'], '尊敬的诸葛先生，您好。', { facts: [{ id: 'n', kind: 'name', value: '欧阳靖' }] }],
  [
    [],
    '我们会在三天之内给您回电。',
    {
      facts: [{ id: 'k', kind: 'term', value: 3, unit: 'day', role: 'deadline' }],
      promises: [{ kind: 'callback', fact: 'k' }],
    },
  ],
  [
    [],
    'We will call you back within three days.',
    {
      facts: [{ id: 'k', kind: 'term', value: 3, unit: 'day', role: 'deadline' }],
      promises: [{ kind: 'callback', fact: 'k' }],
    },
  ],
  [[], '您的卡号尾号为 8812，我们已经记录。', { facts: [{ id: 'k', kind: 'count', value: 8812 }] }],
  [
    [],
    '您的卡号尾号为 8812，我们已经记录。',
    { facts: [{ id: 'k', kind: 'name', value: '6222021234568812' }] },
  ],
  [
    ['other_person_data'],
    '您的卡号尾号为 8821，我们已经记录。',
    { facts: [{ id: 'k', kind: 'name', value: '6222021234568812' }] },
  ],
  [
    [],
    '月利率0.805%，折合年化9.66%。',
    {
      facts: [
        { id: 'q', kind: 'rate', value: 80.5, role: 'other', label: '月利率' },
        { id: 'f7', kind: 'rate', value: 966, role: 'apr_nominal' },
      ],
    },
  ],
  [
    [],
    '日利率万分之五，年化18.25%。',
    {
      facts: [
        { id: 'q', kind: 'rate', value: 5, role: 'other', label: '日利率' },
        { id: 'f7', kind: 'rate', value: 1825, role: 'apr_nominal' },
      ],
    },
  ],
  [
    ['number_unsupported'],
    '日利率千分之五，年化18.25%。',
    {
      facts: [
        { id: 'q', kind: 'rate', value: 5, role: 'other', label: '日利率' },
        { id: 'f7', kind: 'rate', value: 1825, role: 'apr_nominal' },
      ],
    },
  ],
  [
    [],
    '您已逾期 47 天，连续 2 期未还。',
    {
      facts: [
        { id: 'k', kind: 'count', value: 47 },
        { id: 'k2', kind: 'count', value: 2 },
      ],
    },
  ],
  [[], '您的来电我们在上午 10:32 收到。', { facts: [{ id: 'k', kind: 'name', value: '10:32' }] }],
  [
    [],
    '首付0元，分12期。',
    {
      facts: [
        { id: 'f6', kind: 'term', value: 12, role: 'months' },
        { id: 'z', kind: 'amount', value: 0, currency: 'CNY', role: 'down_payment' },
      ],
    },
  ],
  [
    [],
    '每期还款1,582.33元，不足您月收入的30%。',
    {
      facts: [
        { id: 'f1', kind: 'amount', value: 1856000, currency: 'CNY', role: 'balance' },
        { id: 'f2', kind: 'amount', value: 1800000, currency: 'CNY', role: 'financed' },
        { id: 'f3', kind: 'amount', value: 56000, currency: 'CNY', role: 'waived' },
        { id: 'f4', kind: 'amount', value: 158233, currency: 'CNY', role: 'instalment' },
        { id: 'f5', kind: 'amount', value: 1898796, currency: 'CNY', role: 'total' },
        { id: 'f6', kind: 'term', value: 12, role: 'months' },
        { id: 'f7', kind: 'rate', value: 966, role: 'apr_nominal' },
        { id: 'f8', kind: 'rate', value: 1010, role: 'apr_effective' },
        { id: 'f9', kind: 'date', value: '2027-01-10', role: 'first_due' },
        { id: 'f10', kind: 'date', value: '2027-12-10', role: 'last_due' },
        { id: 'f11', kind: 'date', value: '2026-11-30', role: 'deadline' },
        { id: 'n', kind: 'name', value: '宋佳怡' },
        { id: 'nn', kind: 'name', value: 'Song Jiayi' },
        { id: 'z', kind: 'rate', value: 3000, role: 'other', label: '占收入比' },
      ],
    },
  ],
  [
    [],
    'This comes to 30% of your income at most.',
    {
      facts: [
        { id: 'f1', kind: 'amount', value: 1856000, currency: 'CNY', role: 'balance' },
        { id: 'f2', kind: 'amount', value: 1800000, currency: 'CNY', role: 'financed' },
        { id: 'f3', kind: 'amount', value: 56000, currency: 'CNY', role: 'waived' },
        { id: 'f4', kind: 'amount', value: 158233, currency: 'CNY', role: 'instalment' },
        { id: 'f5', kind: 'amount', value: 1898796, currency: 'CNY', role: 'total' },
        { id: 'f6', kind: 'term', value: 12, role: 'months' },
        { id: 'f7', kind: 'rate', value: 966, role: 'apr_nominal' },
        { id: 'f8', kind: 'rate', value: 1010, role: 'apr_effective' },
        { id: 'f9', kind: 'date', value: '2027-01-10', role: 'first_due' },
        { id: 'f10', kind: 'date', value: '2027-12-10', role: 'last_due' },
        { id: 'f11', kind: 'date', value: '2026-11-30', role: 'deadline' },
        { id: 'n', kind: 'name', value: '宋佳怡' },
        { id: 'nn', kind: 'name', value: 'Song Jiayi' },
        { id: 'z', kind: 'rate', value: 3000, role: 'other' },
      ],
    },
  ],
  [[], '王丽，您好。', { facts: [{ id: 'n', kind: 'name', value: '王丽' }] }],
  [['other_person_data'], '王芳，您好。', { facts: [{ id: 'n', kind: 'name', value: '王丽' }] }],
  [[], 'Wang Li, thank you for your reply.', { facts: [{ id: 'n', kind: 'name', value: 'Wang Li' }] }],
  [
    ['other_person_data'],
    'Zhang Wei, thank you for your reply.',
    { facts: [{ id: 'n', kind: 'name', value: 'Wang Li' }] },
  ],
  [['other_person_data'], '合同由张伟本人签署。', { facts: [{ id: 'n', kind: 'name', value: '王丽' }] }],
  [[], '合同由王丽本人签署。', { facts: [{ id: 'n', kind: 'name', value: '王丽' }] }],
  [
    ['promise_unbacked'],
    '三个工作日内给您处理结果，我们一定解决。',
    { facts: [{ id: 'a', kind: 'term', value: 3, unit: 'day' }] },
  ],
]

describe('checkText', () => {
  it.each(cases)('raises %j on: %s', (expected, text, more) => {
    expect(guardsOn(text, more).sort()).toEqual([...expected].sort())
  })
})

/** Drafting on the desk: words that arrive, who wrote them, who is editing, what was changed, why it may go out. */
export const drafting = {
  arriving: ['正在起草。每一句核对过才显示，写完才能发送。', 'Writing. Each sentence is shown once checked.'],
  arrived: ['草稿已写好，可以审阅。', 'The draft is ready to be read.'],
  elsewhere: ['正在起草。写好后会显示在这里。', 'Being written. It will appear here.'],
  instead: [
    '模型这次没有写成：{{why}}。由规则起草代替。',
    'Not the model’s words: {{why}}. The composer wrote it.',
  ],
  byGuard: ['模型的文字未通过核对“{{guard}}”', 'its words failed the check “{{guard}}”'],
  use: ['模型调用 {{calls}} 次，{{tokens}} 词元', '{{calls}} calls, {{tokens}} tokens'],
  useOne: ['模型调用 1 次，{{tokens}} 词元', '1 call, {{tokens}} tokens'],
  tone: ['语气', 'Tone'],

  held: [
    '{{name}} 正在修改，占用至 {{time}}。',
    '{{name}} is editing this, until {{time}} unless they go on.',
  ],
  heldNow: [
    '{{name}} 已接手修改。您的文字还在这里，暂时不能保存。',
    '{{name}} has taken over the editing. Your words are still here, but cannot be saved now.',
  ],
  takeOver: ['接手修改', 'Take over'],
  takeOverTitle: ['从{{name}}手中接手？', 'Take over from {{name}}?'],
  takeOverNote: [
    '{{name}} 还没保存的文字将不能保存，但会留在对方屏幕上。',
    'What {{name}} has not saved can no longer be saved; it stays on their screen.',
  ],

  changes: ['修改对照', 'What a person changed'],
  changesCount: ['改动 {{n}} 处，共 {{distance}} 字', '{{n}} changes, {{distance}} characters'],
  changesOne: ['改动 1 处，共 {{distance}} 字', '1 change, {{distance}} characters'],
  removed: ['删除：', 'Removed: '],
  added: ['新增：', 'Added: '],
  end: ['。完。', '. End.'],
  kept: ['未改动 {{n}} 句', '{{n}} sentences unchanged'],
  keptOne: ['未改动 1 句', '1 sentence unchanged'],

  softTitle: ['有需要留意的地方，发送前请说明理由：', 'A check advises against this. Say why it may go out:'],
  softReason: ['仍要发送的理由', 'Why it goes out all the same'],
  softHint: ['至少 3 个字，与审批一起留存', 'At least 3 characters; kept with the approval'],
  softApprove: ['带理由审批', 'Approve with this reason'],
  softSend: ['带理由发送', 'Send with this reason'],
  reasonGiven: ['理由：{{reason}}', 'Reason: {{reason}}'],
} as const

/** Terms of drafting: why a model's words were not used (its own names for faults), and tones. */
export const draftingTerms = {
  fault: {
    timeout: ['模型没有在限定时间内答复', 'the model took too long'],
    unreachable: ['连不上模型服务', 'the model service could not be reached'],
    overloaded: ['模型服务繁忙', 'the model service was too busy'],
    quota_exceeded: ['模型服务的额度已用完', 'the account with the model service has run out'],
    unauthorized: ['模型服务不接受本行的密钥', 'the model service did not accept our key'],
    server_error: ['模型服务出错', 'the model service had a fault'],
    rejected: ['模型服务不接受这次请求', 'the model service did not accept the request'],
    refused: ['模型拒绝撰写', 'the model declined to write it'],
    truncated: ['模型的答复没有写完', 'the model’s answer broke off'],
    empty: ['模型没有写出内容', 'the model wrote nothing'],
    malformed: ['模型的答复不合约定格式', 'the model’s answer was not in the agreed form'],
    breaker_open: [
      '模型服务接连出错，暂缓使用片刻',
      'the model service failed several times and is left alone for a moment',
    ],
    stopped: ['撰写超过了总时限', 'writing took longer than is allowed in all'],
    term_unknown: ['模型用了没有给它的数值', 'it used a figure it was not given'],
    person_unknown: ['模型提到了往来中没有的人', 'it named a person nobody had mentioned'],
    citation_out_of_range: ['模型引用了没有给它的条款', 'it cited a clause it was not given'],
    address_given: ['模型自己写了网址', 'it wrote a web address of its own'],
    incomplete: ['模型漏写了必须写明的内容', 'it left out something that must be said'],
    budget: ['今日的模型用量已到上限', 'today’s budget for the model is used up'],
    not_configured: ['没有设置模型', 'no model is set up'],
    guard_report: ['模型的文字没有通过最后一次核对', 'its words did not pass the last check'],
  },
  tone: {
    warm: ['温和体谅', 'Warm'],
    plain: ['平实简明', 'Plain'],
    formal: ['正式周到', 'Formal'],
  },
} as const

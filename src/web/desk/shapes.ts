import type { z } from 'zod'
import type * as compliance from '../../http/compliance/shapes.ts'
import type * as shared from '../../http/shapes.ts'
import type * as offers from '../../http/staff/offer-shapes.ts'
import type * as policy from '../../http/staff/policy-shapes.ts'
import type * as staff from '../../http/staff/shapes.ts'

/** What the desk reads and writes, named as the server names it; the schemas themselves stay on the server. */
export type Me = z.infer<typeof staff.Me>
export type DemoLogin = { email: string; password: string; name: string; role: Me['role'] }
export type QueueItem = z.infer<typeof staff.QueueItem>
export type CaseView = z.infer<typeof staff.CaseView>
export type ConversationView = { caseId: string | null; messages: Message[]; handOff: HandOff }
export type Message = z.infer<typeof shared.Message>
export type HandOff = z.infer<typeof shared.HandOff>
export type Source = z.infer<typeof shared.Source>
export type Instalment = z.infer<typeof shared.Instalment>
export type Analysis = z.infer<typeof staff.Analysis>
export type Claim = z.infer<typeof staff.Claim>
export type Evidence = z.infer<typeof staff.Evidence>
export type CaseDebt = z.infer<typeof offers.CaseDebt>
export type OfferSet = z.infer<typeof offers.OfferSet>
export type ProposeOffers = z.infer<typeof offers.ProposeOffers>
export type StaffOffer = z.infer<typeof offers.StaffOffer>
export type Draft = z.infer<typeof staff.Draft>
export type Finding = z.infer<typeof staff.Finding>
export type Lease = z.infer<typeof staff.Lease>
export type Scenarios = z.infer<typeof staff.Scenarios>
export type RequestDraft = z.infer<typeof staff.RequestDraft>
export type Decide = z.input<typeof staff.Decide>
export type Decided = z.infer<typeof staff.Decided>
export type ReturnReason = (typeof staff.returnReasons)[number]
export type CloseReason = z.infer<typeof staff.Close>['reason']
export type Agreement = z.infer<typeof shared.AgreementView>
export type PolicyList = z.infer<typeof policy.PolicyList>
export type PolicyDocument = z.infer<typeof policy.PolicyDocument>
export type PolicyVersion = z.infer<typeof policy.PolicyVersion>
export type PolicySearch = z.infer<typeof policy.PolicySearch>
export type RunSummary = z.infer<typeof compliance.RunSummary>
export type Run = z.infer<typeof compliance.Run>
export type RunItem = z.infer<typeof compliance.RunItem>
export type ReviewMark = z.infer<typeof compliance.Review>['mark']
export type AuditRow = z.infer<typeof compliance.AuditRow>
export type ChainReport = z.infer<typeof compliance.ChainReport>
export type StopSwitch = z.infer<typeof compliance.StopSwitch>

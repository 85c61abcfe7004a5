import type { z } from 'zod'
import type * as customer from '../../http/customer/shapes.ts'
import type * as shared from '../../http/shapes.ts'

export type Language = z.infer<typeof shared.Language>
export type Source = z.infer<typeof shared.Source>
export type OfferCard = z.infer<typeof shared.OfferCard>
export type HandOff = z.infer<typeof shared.HandOff>
export type Message = z.infer<typeof shared.Message>
export type Section = z.infer<typeof shared.Section>
export type FollowUp = z.infer<typeof shared.FollowUp>
export type AgreementView = z.infer<typeof shared.AgreementView>
export type Problem = z.infer<typeof shared.Problem>
export type DemoCustomer = z.infer<typeof customer.DemoCustomer>
export type Session = z.infer<typeof customer.Session>
export type Conversation = z.infer<typeof customer.Conversation>
export type Posted = z.infer<typeof customer.Posted>
export type Verification = z.infer<typeof customer.Verification>
export type CostStatement = z.infer<typeof customer.CostStatement>

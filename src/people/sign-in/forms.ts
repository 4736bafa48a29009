import { z } from 'zod'

export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const personName = z.string().trim().min(1).max(120)

import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { requireCall } from '@/lib/auth'
import './desk.css'

export const metadata: Metadata = { robots: { index: false } }

export default async function DeskLayout({ children }: { children: ReactNode }) {
  // A courtesy: every page and every service asks again.
  await requireCall()
  return children
}

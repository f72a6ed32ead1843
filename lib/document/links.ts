import { webAddress } from '@/lib/domain/sources'

/** Whether a link in a document may keep this address: http or https, written in full. */
export function isWebAddress(address: string): boolean {
  return webAddress.safeParse(address).success
}

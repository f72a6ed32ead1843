/** What is wrong with a field, under it; its last right value is what is saved meanwhile. */
export function FieldFault({ fault, id }: { fault: string | undefined; id?: string }) {
  return fault ? (
    <p className="fault" id={id}>
      <b>Not saved yet:</b> {fault}
    </p>
  ) : null
}

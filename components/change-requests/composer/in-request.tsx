import { PeopleEditing, PeopleHere } from '@/components/shared/attendance/people';

interface Props {
  readonly request: { readonly number: number; readonly title: string };
  /** The item being written; null while it is new. */
  readonly itemId: string | null;
}

/** The request an edit becomes part of, with who else is in it. */
export function InRequest({ request, itemId }: Props) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate">
        In #{request.number} {request.title}
      </span>
      <PeopleHere />
      {itemId === null ? null : <PeopleEditing itemId={itemId} />}
    </span>
  );
}

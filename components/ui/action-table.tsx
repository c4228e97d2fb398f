import type { ReactNode } from 'react';
import { HeadCell, Table, TableHead } from './table';

/** A table whose rows end with what can be done with them. */
export function ActionTable({
  label,
  columns,
  children,
}: {
  label: string;
  columns: readonly string[];
  children: ReactNode;
}) {
  return (
    <Table label={label}>
      <TableHead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column}>{column}</HeadCell>
          ))}
          <HeadCell>
            <span className="sr-only">Actions</span>
          </HeadCell>
        </tr>
      </TableHead>
      <tbody>{children}</tbody>
    </Table>
  );
}

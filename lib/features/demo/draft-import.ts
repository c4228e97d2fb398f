/** A spreadsheet of the warehouse team that somebody began to bring in: a few events, and two things to fix. */
export const draftImport = {
  fileName: 'warehouse-events.csv',
  daysAgo: 2,
  by: 'Tomás Vidal',
  text: [
    'Event,What it means,Fired when,Team,Status,Property,Type,Required,Values',
    'Pallet Received,Goods arrived at the warehouse,The pallet is scanned at the gate,Operations,live,warehouse_id,string,yes,',
    'Pallet Received,Goods arrived at the warehouse,The pallet is scanned at the gate,Operations,live,pallet_weight,decimal,no,',
    'Shelf Emptied,The last piece of a product was taken,The picker confirms an empty shelf,Operations,live,product_id,string,yes,',
    'Shelf Emptied,The last piece of a product was taken,The picker confirms an empty shelf,Operations,live,reason,string,no,sold|broken|expired',
    'Stock Counted,Somebody counted a shelf by hand,The count is stored,Warehouse,planned,counted_by,string,no,',
    '',
  ].join('\n'),
} as const;

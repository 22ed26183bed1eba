-- Lists are read page by page in an order that an index has; without it each page would sort the whole list again.
CREATE INDEX assets_children_idx ON app.assets (parent_asset_id, name, asset_id);
CREATE INDEX work_orders_due_idx ON app.work_orders (due_date, work_order_id);
CREATE INDEX parts_name_idx ON app.parts (name, part_id);
